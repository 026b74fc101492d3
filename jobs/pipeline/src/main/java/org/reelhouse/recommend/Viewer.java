package org.reelhouse.recommend;

import java.util.BitSet;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * A user as the recommender sees one.
 *
 * @param source of the ratings, empty where there are none
 * @param rated the ratings given
 * @param factors in the ranking model, or empty
 */
record Viewer(String source, List<Rated> rated, @Nullable Vector factors, Wishes wishes) {

  /**
   * One rating.
   *
   * @param number of the title
   */
  record Rated(int number, float rating) {
    /** From the column {@code rated}. */
    static List<Rated> all(List<Row> rated) {
      return rated.stream().map(title -> new Rated(title.getInt(0), title.getFloat(1))).toList();
    }
  }

  /** Reads a row of {@link Models#viewers}. */
  static Viewer of(Row row) {
    List<Rated> rated = Rated.all(row.getList(row.fieldIndex("rated")));
    return new Viewer(row.getAs("source"), rated, Vector.read(row, "factors"), Wishes.NONE);
  }

  /** The same user, who asks for nothing. */
  Viewer withoutWishes() {
    return new Viewer(source, rated, factors, Wishes.NONE);
  }

  /** Positions of the titles this user has rated. */
  BitSet seen(Titles titles) {
    return positions(titles, Float.NEGATIVE_INFINITY);
  }

  /** Positions of the titles this user rated at or above the own mean. */
  BitSet liked(Titles titles) {
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
