package org.reelhouse.recommend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.shiftleft;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Ratings as the models take them: {@code user} and {@code title} as integers, {@code source},
 * {@code rating} as float, {@code held_out}. Users lie together, in a fixed number of partitions
 * and in a total order, so that what MLlib adds up does not depend on how the ratings were stored.
 */
final class Observations {
  private static final long MILLION = 1_000_000;

  private Observations() {}

  static Dataset<Row> users(Dataset<Row> ratings) {
    Dataset<Row> users = ratings.select("user_id", "source").distinct();
    return Identifiers.numbered(users, "user_id", "user");
  }

  /** {@code title_id}, {@code ratings} and {@code title} of each rated title. */
  static Dataset<Row> titles(Dataset<Row> ratings) {
    return Identifiers.numbered(
        ratings.groupBy("title_id").agg(count(lit(1)).as("ratings")), "title_id", "title");
  }

  static Dataset<Row> of(
      Dataset<Row> ratings, Dataset<Row> users, Dataset<Row> titles, RecommendSettings settings) {
    return ratings
        .select(
            col("user_id"),
            col("title_id"),
            col("rating").cast("float").as("rating"),
            heldOut(settings.evaluation().share(), settings.seed()).as("held_out"))
        .join(users, "user_id")
        .join(titles.select("title_id", "title"), "title_id")
        .select("user", "title", "source", "rating", "held_out")
        .transform(rows -> inTrainingOrder(rows, settings.partitions()));
  }

  /**
   * The same rows in partitions and an order that depend on {@code user} and {@code title} alone:
   * by both as one number, which Spark sorts without comparing rows.
   */
  static Dataset<Row> inTrainingOrder(Dataset<Row> rows, int partitions) {
    Column both = shiftleft(col("user").cast("long"), Integer.SIZE).plus(col("title"));
    return rows.repartition(partitions, col("user")).sortWithinPartitions(both);
  }

  private static Column heldOut(double share, long seed) {
    return pmod(xxhash64(col("user_id"), col("title_id"), lit(seed)), lit(MILLION))
        .lt(Math.round(share * MILLION));
  }

  /**
   * The ratings of as many users, chosen by a hash, as have about the asked-for number together;
   * all where there are no more.
   *
   * @param rows number of observations
   * @param most asked for, about
   */
  static Dataset<Row> ofSomeUsers(Dataset<Row> observations, long rows, int most, long seed) {
    return rows <= most
        ? observations
        : observations.where(
            pmod(xxhash64(col("user"), lit(seed)), lit(MILLION))
                .lt(Math.round((double) most / rows * MILLION)));
  }

  /** One row for each user: {@code user}, {@code source}, {@code rated} sorted by title. */
  static Dataset<Row> perUser(Dataset<Row> observations) {
    return observations
        .groupBy("user", "source")
        .agg(sort_array(collect_list(struct("title", "rating"))).as("rated"));
  }
}
