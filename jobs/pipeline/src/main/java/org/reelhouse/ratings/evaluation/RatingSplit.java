package org.reelhouse.ratings.evaluation;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

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
    return ratings.withColumn(PART, pmod(drawn(seed), lit(folds)).cast("int"));
  }

  /**
   * The same share of the ratings of each user, to the nearest whole rating.
   *
   * @param share between 0 and 1
   * @return the rows with {@link #PART}, which is 0 for what is held out and 1 for the rest
   */
  public static Dataset<Row> perUser(Dataset<Row> ratings, double share, long seed) {
    WindowSpec user = Window.partitionBy("user_id");
    Column heldOut =
        rank()
            .over(user.orderBy(drawn(seed)))
            .leq(round(count(lit(1)).over(user).multiply(lit(share))));
    return ratings.withColumn(PART, when(heldOut, 0).otherwise(1));
  }

  private static Column drawn(long seed) {
    return xxhash64(lit(seed), col("user_id"), col("title_id"));
  }
}
