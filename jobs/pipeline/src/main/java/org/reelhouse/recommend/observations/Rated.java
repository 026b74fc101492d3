package org.reelhouse.recommend.observations;

import java.util.List;
import org.apache.spark.sql.Row;

/**
 * One rating of a user.
 *
 * @param number of the title
 */
public record Rated(int number, float rating) {

  /** From the column {@code rated} of {@link Observations#perUser}. */
  public static List<Rated> all(List<Row> rated) {
    return rated.stream().map(title -> new Rated(title.getInt(0), title.getFloat(1))).toList();
  }
}
