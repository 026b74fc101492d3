package org.reelhouse.recommend.model;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.reelhouse.recommend.observations.ExactSums.dampedMean;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.recommend.observations.Observations;

/**
 * How far titles and users lie above the mean, damped: sum of the differences over their number
 * plus a damping. Titles first, users on what titles leave (Koren, The BellKor Solution to the
 * Netflix Grand Prize, 2009, section II).
 *
 * @param mean of all ratings, like {@code lowest} and {@code highest}
 * @param titles rows of title and title_bias
 * @param residuals rows of user, title, user_bias and the rating less mean and biases, in training
 *     order
 */
record Biases(
    double mean, double lowest, double highest, Dataset<Row> titles, Dataset<Row> residuals) {

  /** The biases in rows of user, title and rating, of which there must be one. */
  static Biases of(
      Dataset<Row> ratings,
      RecommendSettings.RatingModel settings,
      int partitions,
      UnaryOperator<Dataset<Row>> keep) {
    Row all = ratings.agg(dampedMean(col("rating"), 0), min("rating"), max("rating")).head();
    double mean = all.getDouble(0);
    double damping = settings.titleDamping();
    Column aboveMean = col("rating").minus(mean);
    Dataset<Row> titles =
        keep.apply(ratings.groupBy("title").agg(dampedMean(aboveMean, damping).as("title_bias")));
    Dataset<Row> residuals =
        ratings
            .join(titles, "title")
            .select(col("user"), col("title"), aboveMean.minus(col("title_bias")).as("above_title"))
            .transform(rows -> Observations.inTrainingOrder(rows, partitions))
            // The rows of a user lie together already: the window moves and sorts nothing.
            .withColumn(
                "user_bias",
                dampedMean(col("above_title"), settings.userDamping(), Window.partitionBy("user")))
            .withColumn("residual", col("above_title").minus(col("user_bias")).cast("float"))
            .drop("above_title");
    return new Biases(mean, all.getFloat(1), all.getFloat(2), titles, keep.apply(residuals));
  }

  /** The biases of the titles by number. */
  Map<Integer, Float> ofTitles() {
    Map<Integer, Float> ofTitles = new HashMap<>();
    titles
        .select("title", "title_bias")
        .collectAsList()
        .forEach(row -> ofTitles.put(row.getInt(0), (float) row.getDouble(1)));
    return ofTitles;
  }
}
