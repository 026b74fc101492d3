package org.reelhouse.popularity.features;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * One thing known of a title before its release.
 *
 * @param name as in {@code gold.popularity_driver}
 * @param column the one column that it is read from
 * @param readings the numbers it gives the forest, one or several
 * @param wording its value in words, for the drivers of a prediction
 */
public record Feature(String name, String column, List<Reading> readings, Wording wording)
    implements Serializable {

  /** One number read from the value of the column; never NaN. */
  public interface Reading extends Serializable {
    double of(Row title);
  }

  /** The value of a title in words. */
  public interface Wording extends Serializable {
    String of(Row title);
  }
}
