package org.reelhouse.recommend.observations;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How many ratings there are.
 *
 * @param rows all
 * @param heldOut those that the evaluated models do not see
 */
public record Size(long rows, long heldOut) {

  public static Size of(Dataset<Row> observations) {
    Row counts = observations.agg(count(lit(1)), count_if(col("held_out"))).head();
    return new Size(counts.getLong(0), counts.getLong(1));
  }

  public boolean isEmpty() {
    return rows == 0;
  }

  /** Whether there are ratings both to train on and to measure on. */
  public boolean canBeSplit() {
    return heldOut > 0 && heldOut < rows;
  }
}
