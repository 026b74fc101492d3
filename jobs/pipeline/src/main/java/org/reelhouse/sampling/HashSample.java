package org.reelhouse.sampling;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Chooses some of many rows by a hash of their key. */
public final class HashSample {
  private static final String HASH = "_hash";

  private HashSample() {}

  /**
   * About so many rows; all where there are no more. Needs no sort.
   *
   * @param all how many rows there are, about
   */
  public static Dataset<Row> about(int most, long all, Dataset<Row> rows, Column... key) {
    return all <= most ? rows : rows.where(HashSplit.isIn((double) most / all, key));
  }

  /**
   * So many rows, those of the least hashes in their order; all where there are no more.
   *
   * @param key a column that no two rows have in common
   */
  public static Dataset<Row> first(int most, Dataset<Row> rows, String key) {
    // As a column of its own the hash is computed once a row, and not at each comparison.
    return rows.withColumn(HASH, xxhash64(col(key))).orderBy(HASH, key).limit(most).drop(HASH);
  }
}
