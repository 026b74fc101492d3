package org.reelhouse.recommend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;
import static org.reelhouse.recommend.ExactSums.dampedMean;

import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * How far titles and users lie above the mean, damped: sum of the differences over their number
 * plus a damping. Titles first, users on what titles leave (Koren, The BellKor Solution to the
 * Netflix Grand Prize, 2009, section II).
 *
 * @param mean of all ratings
 * @param titles rows of title and title_bias
 * @param residuals rows of user, title, user_bias and the rating less mean and biases, in training
 *     order
 */
record Biases(double mean, Dataset<Row> titles, Dataset<Row> residuals) {

  /** The biases in rows of user, title and rating, of which there must be one. */
  static Biases of(
      Dataset<Row> ratings, RecommendSettings settings, UnaryOperator<Dataset<Row>> keep) {
    double mean = mean(ratings);
    double damping = settings.rating().titleDamping();
    Column aboveMean = col("rating").minus(mean);
    Dataset<Row> titles =
        keep.apply(ratings.groupBy("title").agg(dampedMean(aboveMean, damping).as("title_bias")));
    Dataset<Row> residuals =
        ratings
            .join(titles, "title")
            .select(col("user"), col("title"), aboveMean.minus(col("title_bias")).as("above_title"))
            .transform(rows -> Observations.inTrainingOrder(rows, settings.partitions()))
            // The rows of a user lie together already: the window moves and sorts nothing.
            .withColumn(
                "user_bias",
                dampedMean(
                    col("above_title"),
                    settings.rating().userDamping(),
                    Window.partitionBy("user")))
            .withColumn("residual", col("above_title").minus(col("user_bias")).cast("float"))
            .drop("above_title");
    return new Biases(mean, titles, keep.apply(residuals));
  }

  /** Rows of user and user_bias. */
  Dataset<Row> users() {
    return residuals.groupBy("user").agg(min("user_bias").as("user_bias"));
  }

  private static double mean(Dataset<Row> ratings) {
    return ratings.agg(dampedMean(col("rating"), 0)).head().getDouble(0);
  }
}
