package org.reelhouse.recommend.observations;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile_approx;
import static org.apache.spark.sql.functions.shiftleft;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.sampling.HashSample;
import org.reelhouse.sampling.HashSplit;

/**
 * Ratings as the models take them: {@code user} and {@code title} as integers, {@code source},
 * {@code rating} as float, {@code held_out}, and {@code rated_at} in seconds, 0 where unknown, if
 * the settings ask for it. Users lie together, in a fixed number of partitions and in a total
 * order, so that what MLlib adds up does not depend on how the ratings were stored.
 */
public final class Observations {
  private Observations() {}

  public static Dataset<Row> users(Dataset<Row> ratings) {
    Dataset<Row> users = ratings.select("user_id", "source").distinct();
    return Identifiers.numbered(users, "user_id", "user");
  }

  /** {@code title_id}, {@code ratings} and {@code title} of each rated title. */
  public static Dataset<Row> titles(Dataset<Row> ratings) {
    return Identifiers.numbered(
        ratings.groupBy("title_id").agg(count(lit(1)).as("ratings")), "title_id", "title");
  }

  /**
   * The ratings with numbers for users and titles.
   *
   * @param ratings rows of user_id, title_id and rating, and of rated_at where the settings ask for
   *     times
   */
  public static Dataset<Row> of(
      Dataset<Row> ratings, Dataset<Row> users, Dataset<Row> titles, RecommendSettings settings) {
    Column[] times =
        asksForTimes(settings)
            ? new Column[] {coalesce(col("rated_at").cast("bigint"), lit(0L)).as("rated_at")}
            : new Column[0];
    Column[] columns = {col("user_id"), col("title_id"), col("rating").cast("float").as("rating")};
    return ratings
        .select(Stream.of(columns, times).flatMap(Stream::of).toArray(Column[]::new))
        .transform(rows -> rows.withColumn("held_out", heldOut(rows, settings)))
        .join(users, "user_id")
        .join(titles.select("title_id", "title"), "title_id")
        .drop("user_id", "title_id")
        .transform(rows -> inTrainingOrder(rows, settings.partitions()));
  }

  private static boolean asksForTimes(RecommendSettings settings) {
    return holdsOutNewest(settings) || settings.design().ranking().recentDays() > 0;
  }

  private static boolean holdsOutNewest(RecommendSettings settings) {
    return settings.evaluation().heldOut().equals(RecommendSettings.Evaluation.NEWEST);
  }

  private static Column heldOut(Dataset<Row> ratings, RecommendSettings settings) {
    double share = settings.evaluation().share();
    return holdsOutNewest(settings)
        ? isNewest(ratings, col("rated_at"), share)
        : HashSplit.isIn(share, col("user_id"), col("title_id"), lit(settings.seed()));
  }

  /**
   * Whether a rating is one of the newest, as great a share of all as asked for; those at the
   * moment of the cut are not.
   *
   * @param seconds time of a rating
   */
  public static Column isNewest(Dataset<Row> ratings, Column seconds, double share) {
    Row cut = ratings.agg(percentile_approx(seconds, lit(1 - share), lit(1_000_000))).head();
    return cut.isNullAt(0) ? lit(false) : coalesce(seconds.gt(cut.getLong(0)), lit(false));
  }

  /**
   * The same rows in partitions and an order that depend on {@code user} and {@code title} alone:
   * by both as one number, which Spark sorts without comparing rows.
   */
  public static Dataset<Row> inTrainingOrder(Dataset<Row> rows, int partitions) {
    Column both = shiftleft(col("user").cast("long"), Integer.SIZE).plus(col("title"));
    return rows.repartition(partitions, col("user")).sortWithinPartitions(both);
  }

  /**
   * The ratings of as many users, chosen by a hash, as have about the asked-for number together;
   * all where there are no more.
   *
   * @param rows number of observations
   * @param most asked for, about
   */
  public static Dataset<Row> ofSomeUsers(
      Dataset<Row> observations, long rows, int most, long seed) {
    return HashSample.about(most, rows, observations, col("user"), lit(seed));
  }

  /** One row for each user: {@code user}, {@code source}, {@code rated} sorted by title. */
  public static Dataset<Row> perUser(Dataset<Row> observations) {
    return observations
        .groupBy("user", "source")
        .agg(sort_array(collect_list(struct("title", "rating"))).as("rated"));
  }
}
