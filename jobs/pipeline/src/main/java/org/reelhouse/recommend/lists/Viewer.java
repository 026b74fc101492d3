package org.reelhouse.recommend.lists;

import java.util.BitSet;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.reelhouse.recommend.catalogue.Titles;
import org.reelhouse.recommend.links.Vector;
import org.reelhouse.recommend.model.RankingModel;
import org.reelhouse.recommend.model.RankingVersion;
import org.reelhouse.recommend.observations.Observations;
import org.reelhouse.recommend.observations.Rated;

/**
 * A user as the recommender sees one.
 *
 * @param source of the ratings, empty where there are none
 * @param rated the ratings given
 * @param factors in the ranking model, or empty
 */
public record Viewer(String source, List<Rated> rated, @Nullable Vector factors, Wishes wishes) {

  /** A user as a model sees one, read from a row of {@link Observations#perUser}. */
  public static Viewer of(Row row, RankingModel model) {
    List<Rated> rated = Rated.all(row.getList(row.fieldIndex("rated")));
    return new Viewer(row.getAs("source"), rated, model.user(rated), Wishes.NONE);
  }

  /** Reads a row of {@link RankingVersion#viewers}. */
  public static Viewer of(Row row) {
    List<Rated> rated = Rated.all(row.getList(row.fieldIndex("rated")));
    return new Viewer(row.getAs("source"), rated, Vector.read(row, "factors"), Wishes.NONE);
  }

  /** The same user, without wishes. */
  Viewer withoutWishes() {
    return new Viewer(source, rated, factors, Wishes.NONE);
  }

  /** Positions of the titles this user has rated. */
  public BitSet seen(Titles titles) {
    return positions(titles, Float.NEGATIVE_INFINITY);
  }

  /** Positions of the titles this user rated at or above the own mean. */
  public BitSet liked(Titles titles) {
    double mean = rated.stream().mapToDouble(Rated::rating).average().orElse(0);
    return positions(titles, (float) mean);
  }

  private BitSet positions(Titles titles, float leastRating) {
    BitSet positions = new BitSet(titles.size());
    for (Rated title : rated) {
      Integer position = title.rating() >= leastRating ? titles.position(title.number()) : null;
      if (position != null) {
        positions.set(position);
      }
    }
    return positions;
  }
}
