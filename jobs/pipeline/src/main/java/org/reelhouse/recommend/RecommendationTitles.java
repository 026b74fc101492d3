package org.reelhouse.recommend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.lake.Lake;
import org.reelhouse.tables.Gold;

/**
 * The rated titles as the models of the last run know them: all that it takes to recommend to some
 * users without fitting or reading the ratings of others.
 */
final class RecommendationTitles {
  private RecommendationTitles() {}

  /** The rows of {@code gold.recommendation_title}; of two rankings the first. */
  static Dataset<Row> rows(Served served, Dataset<Row> observations, Dataset<Row> numbered) {
    RankingVersion ranking = served.rankings().get(0);
    RatingModel rating = served.rating();
    return Candidates.given(observations)
        .join(numbered.select("title", "title_id"), "title")
        .join(ranking.factors(), new String[] {"title"}, "left")
        .join(
            rating.factors().itemFactors().toDF("title", "rating_factors"),
            new String[] {"title"},
            "left")
        .withColumn("tells", LinkedTitles.byNumber(ranking.catalogue()))
        .withColumn("rating_tells", LinkedTitles.byNumber(rating.neighbourhood()))
        .withColumn("ranking_version", lit(ranking.version()))
        .withColumn("rating_version", lit(served.ratingVersion()))
        .withColumnRenamed("title", "number");
  }

  /** title_id, ratings and number of each, as {@link Observations#titles}. */
  static Dataset<Row> numbered(Lake lake) {
    return lake.read(Gold.RECOMMENDATION_TITLE)
        .select(col("title_id"), col("ratings"), col("number").as("title"));
  }

  /** Those most rated, with number as title. */
  static List<Row> mostRated(Lake lake, RecommendSettings settings) {
    return lake.read(Gold.RECOMMENDATION_TITLE)
        .where(col("factors").isNotNull().and(col("rating_factors").isNotNull()))
        .orderBy(col("ratings").desc(), col("title_id"))
        .limit(settings.candidates())
        .withColumnRenamed("number", "title")
        .collectAsList();
  }
}
