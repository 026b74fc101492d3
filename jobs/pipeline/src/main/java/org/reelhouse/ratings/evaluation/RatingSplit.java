package org.reelhouse.ratings.evaluation;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.sampling.HashSplit;

/**
 * Random parts of ratings, for models that are measured on what they did not learn from. They are
 * drawn by a hash of user, title and seed, so that the order of the rows does not matter and
 * several ratings of one user for one title stay together.
 */
public final class RatingSplit {
  /** The column of the part a rating falls into. */
  public static final String PART = "part";

  private RatingSplit() {}

  /**
   * Folds of about the same size.
   *
   * @param ratings rows of user_id and title_id, and what else they have
   * @param folds at least 2
   * @return the rows with {@link #PART} from 0 to folds - 1: the fold whose test part they are in
   */
  public static Dataset<Row> folds(Dataset<Row> ratings, int folds, long seed) {
    return ratings.withColumn(PART, HashSplit.part(folds, key(seed)));
  }

  /**
   * The same share of the ratings of each user, to the nearest whole rating.
   *
   * @param share between 0 and 1
   * @return the rows with {@link #PART}, which is 0 for what is held out and 1 for the rest
   */
  public static Dataset<Row> perUser(Dataset<Row> ratings, double share, long seed) {
    Column heldOut = HashSplit.isInOfEach(col("user_id"), share, key(seed));
    return ratings.withColumn(PART, when(heldOut, 0).otherwise(1));
  }

  private static Column[] key(long seed) {
    return new Column[] {lit(seed), col("user_id"), col("title_id")};
  }
}
