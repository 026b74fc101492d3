package org.reelhouse.recommend;

import static org.apache.spark.sql.functions.col;
import static org.reelhouse.recommend.ExactSums.dampedMean;

import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.config.RecommendSettings;

/**
 * How far titles and users lie above the mean, damped: sum of the differences over their number
 * plus a damping. Titles first, users on what titles leave (Koren, The BellKor Solution to the
 * Netflix Grand Prize, 2009, section II).
 *
 * @param mean of all ratings
 * @param titles rows of title and title_bias
 * @param users rows of user and user_bias
 */
record Biases(double mean, Dataset<Row> titles, Dataset<Row> users) {

  /** The biases in rows of user, title and rating, of which there must be one. */
  static Biases of(
      Dataset<Row> ratings,
      RecommendSettings.RatingModel settings,
      UnaryOperator<Dataset<Row>> keep) {
    double mean = mean(ratings);
    Column aboveMean = col("rating").minus(mean);
    Dataset<Row> titles =
        ratings
            .groupBy("title")
            .agg(dampedMean(aboveMean, settings.titleDamping()).as("title_bias"));
    Dataset<Row> keptTitles = keep.apply(titles);
    Column aboveTitle = aboveMean.minus(col("title_bias"));
    Dataset<Row> users =
        ratings
            .join(keptTitles, "title")
            .groupBy("user")
            .agg(dampedMean(aboveTitle, settings.userDamping()).as("user_bias"));
    return new Biases(mean, keptTitles, keep.apply(users));
  }

  /** {@code user}, {@code title} and {@code residual}: the rating less mean and biases. */
  Dataset<Row> residuals(Dataset<Row> ratings) {
    Column residual = col("rating").minus(mean).minus(col("title_bias")).minus(col("user_bias"));
    return ratings
        .join(titles, "title")
        .join(users, "user")
        .select(col("user"), col("title"), residual.cast("float").as("residual"));
  }

  private static double mean(Dataset<Row> ratings) {
    return ratings.agg(dampedMean(col("rating"), 0)).head().getDouble(0);
  }
}
