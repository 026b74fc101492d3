package org.reelhouse.recommend.catalogue;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.lake.Lake;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.recommend.observations.Observations;
import org.reelhouse.recommend.observations.Size;
import org.reelhouse.tables.Silver;

/**
 * The ratings of one run and who and what they are of.
 *
 * @param users user, user_id and source of each user
 * @param numbered title, title_id and ratings of each rated title
 * @param ratings {@link Observations}
 * @param titles all titles that can be recommended; waited for where they are needed first
 * @param keep keeps rows that are read more than once
 */
public record Observed(
    Dataset<Row> users,
    Dataset<Row> numbered,
    Dataset<Row> ratings,
    Size size,
    Catalogue.Shared titles,
    UnaryOperator<Dataset<Row>> keep) {

  /** Those of a lake. */
  public static Observed read(Lake lake, RecommendSettings settings) {
    Dataset<Row> ratings = lake.read(Silver.RATING);
    Dataset<Row> users = lake.keep(Observations.users(ratings));
    Dataset<Row> numbered = lake.keep(Observations.titles(ratings));
    Dataset<Row> observations = lake.keep(Observations.of(ratings, users, numbered, settings));
    Catalogue.Shared titles =
        SharedTitles.reading(
            ratings.sparkSession(),
            () -> TitleReader.read(lake, numbered, Set.of(TitleFilter.ANY), settings));
    return new Observed(users, numbered, observations, Size.of(observations), titles, lake::keep);
  }
}
