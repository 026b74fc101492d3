package org.reelhouse.recommend.observations;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.reelhouse.sampling.HashSplit;

/** Integers for string keys, because MLlib's ALS takes nothing else. */
public final class Identifiers {
  private static final int BUCKETS = 1024;

  private Identifiers() {}

  /**
   * The rows with an integer for their key, which depends on the set of keys alone.
   *
   * <p>Keys fall into buckets by hash and are numbered within; number and bucket interleave. That
   * needs no total order of all keys, which one task would have to make.
   *
   * @param rows one for each key
   */
  public static Dataset<Row> numbered(Dataset<Row> rows, String key, String number) {
    Column place = row_number().over(Window.partitionBy("bucket").orderBy(key));
    return rows.withColumn("bucket", HashSplit.part(BUCKETS, col(key)))
        .withColumn(number, place.minus(1).multiply(BUCKETS).plus(col("bucket")))
        .drop("bucket");
  }
}
