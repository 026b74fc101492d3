package org.reelhouse.sampling;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Divides rows by a hash of their key, into folds, or into what is held out and what is learned
 * from. A key is some columns, and a seed among them where there are several ways to divide the
 * same rows. Their order and their types are part of it.
 */
public final class HashSplit {
  private static final int MILLION = 1_000_000;

  private HashSplit() {}

  /** The part that a key falls into, from 0 to parts - 1; all are of about the same size. */
  public static Column part(int parts, Column... key) {
    return pmod(xxhash64(key), lit(parts)).cast("int");
  }

  /** Whether a key is among about this share of all, which is counted in millionths. */
  public static Column isIn(double share, Column... key) {
    return isIn(share, MILLION, key);
  }

  /** Whether a key falls into the first of so many parts, as many of them as make the share. */
  public static Column isIn(double share, int parts, Column... key) {
    return pmod(xxhash64(key), lit(parts)).lt(Math.round(share * parts));
  }

  /** Whether a key is among this share of the rows of its group, to the nearest whole row. */
  public static Column isInOfEach(Column group, double share, Column... key) {
    WindowSpec rows = Window.partitionBy(group);
    return rank()
        .over(rows.orderBy(xxhash64(key)))
        .leq(round(count(lit(1)).over(rows).multiply(lit(share))));
  }
}
