package org.reelhouse.recommend;

import java.util.BitSet;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * A user as the recommender sees one.
 *
 * @param rated the ratings given
 * @param factors in the ranking model, or empty
 */
record Viewer(String source, List<Rated> rated, @Nullable Vector factors) {

  /**
   * One rating.
   *
   * @param number of the title
   */
  record Rated(int number, float rating) {}

  /** Reads a row of {@link Models#viewers}. */
  static Viewer of(Row row) {
    List<Rated> rated =
        row.<Row>getList(row.fieldIndex("rated")).stream()
            .map(title -> new Rated(title.getInt(0), title.getFloat(1)))
            .toList();
    return new Viewer(row.getAs("source"), rated, Vector.read(row, "factors"));
  }

  /** Positions of the candidates this user has rated. */
  BitSet seen(Catalogue catalogue) {
    return positions(catalogue, Float.NEGATIVE_INFINITY);
  }

  /** Positions of the candidates this user rated at or above the own mean. */
  BitSet liked(Catalogue catalogue) {
    double mean = rated.stream().mapToDouble(Rated::rating).average().orElse(0);
    return positions(catalogue, (float) mean);
  }

  private BitSet positions(Catalogue catalogue, float leastRating) {
    BitSet positions = new BitSet(catalogue.size());
    for (Rated title : rated) {
      Integer position = title.rating() >= leastRating ? catalogue.position(title.number()) : null;
      if (position != null) {
        positions.set(position);
      }
    }
    return positions;
  }
}
