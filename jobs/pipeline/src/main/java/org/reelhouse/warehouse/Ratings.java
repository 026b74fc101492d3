package org.reelhouse.warehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What the ratings say: each of them, and together of users and of titles. */
final class Ratings {
  private static final int MICROS = 1_000_000;

  private Ratings() {}

  /** The rows of {@code gold.fact_rating}. */
  static Dataset<Row> facts(Dataset<Row> ratings, Calendar calendar) {
    return ratings.select(
        col("user_id"),
        col("title_id"),
        calendar.key(to_date(col("rated_at"))).as("date_key"),
        col("rating"),
        col("rated_at"));
  }

  /** Number and mean of the ratings of each title. */
  static Dataset<Row> byTitle(Dataset<Row> ratings) {
    return ratings
        .groupBy("title_id")
        .agg(count(lit(1)).as("ratings"), mean("rating").as("mean_rating"));
  }

  /**
   * The columns of {@code gold.dim_user} without the favourite genre, and {@code first_day} and
   * {@code last_day}, the days within the calendar on which the user rated.
   */
  static Dataset<Row> byUser(Dataset<Row> ratings, Calendar calendar) {
    Column day = calendar.within(to_date(col("rated_at")));
    return ratings
        .groupBy("user_id", "source")
        .agg(
            count(lit(1)).as("ratings"),
            mean("rating").as("mean_rating"),
            min("rated_at").as("first_rated_at"),
            max("rated_at").as("last_rated_at"),
            min(day).as("first_day"),
            max(day).as("last_day"));
  }

  /** The rows of {@code gold.dim_user}. */
  static Dataset<Row> users(Dataset<Row> ratings, Dataset<Row> byUser, Dataset<Row> classes) {
    return byUser
        .drop("first_day", "last_day")
        .join(favouriteGenres(ratings, byUser, classes), "user_id", "left");
  }

  /** The genre most often among the titles a user rated well; of equals, the first by name. */
  private static Dataset<Row> favouriteGenres(
      Dataset<Row> ratings, Dataset<Row> byUser, Dataset<Row> classes) {
    return ratings
        .select("user_id", "title_id", "rating")
        .join(byUser.select("user_id", "mean_rating"), "user_id")
        .filter(col("rating").geq(col("mean_rating")))
        .join(classes.select("title_id", "genres"), "title_id")
        .select(col("user_id"), explode(col("genres")).as("genre"))
        .groupBy("user_id", "genre")
        .agg(negate(count(lit(1))).as("less_often"))
        .groupBy("user_id")
        .agg(min(struct("less_often", "genre")).getField("genre").as("favourite_genre"));
  }

  /** In whole millionths, because a sum of doubles depends on their order. */
  private static Column mean(String rating) {
    return sum(round(col(rating).multiply(MICROS)).cast("bigint"))
        .cast("double")
        .divide(count(lit(1)).multiply(MICROS).cast("double"));
  }
}
