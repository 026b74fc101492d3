package org.reelhouse.recommend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.reelhouse.PipelineException;

/**
 * How well ratings are expected that the models did not learn from. The weights of the blend are
 * learned on a slice of the training ratings, from models that did not see the slice; then all
 * models are fitted to the whole training part.
 *
 * @param trained training ratings
 * @param measured test ratings
 * @param errors the mean, the biases and the blend, in this order
 * @param weights of each opinion in the blend
 * @param fitSeconds wall-clock time from the ratings in memory to the fitted blend
 */
public record RatingsEvaluation(
    long trained,
    long measured,
    List<ModelError> errors,
    Map<String, Double> weights,
    double fitSeconds) {

  /**
   * The errors of one model on the test ratings, on the scale of the file.
   *
   * @param rmse √(Σ (expected - rating)² / n)
   * @param mae Σ |expected - rating| / n
   */
  public record ModelError(String model, double rmse, double mae) {}

  /** The name of our model among the errors. */
  public static final String BLEND = "reelhouse";

  // Enough to weigh ten opinions; a longer slice would only be dearer.
  private static final double MOST_WEIGHED = 200_000;
  private static final StructType WEIGHED =
      new StructType()
          .add("features", SQLDataTypes.VectorType(), false)
          .add("label", DataTypes.DoubleType, false);

  /**
   * Learns from some ratings and measures on others.
   *
   * @param training rows of user_id, title_id, rating, rated_at
   * @throws PipelineException if either is too small
   */
  public static RatingsEvaluation of(
      Dataset<Row> training, Dataset<Row> test, RecommendSettings settings) {
    SparkSession spark = training.sparkSession();
    Fold fold = Fold.of(training, test);
    requireRatings(fold);
    long start = System.nanoTime();
    Fold slice = slice(fold.training(), settings);
    RatingEnsemble measured = RatingEnsemble.fit(spark, slice.training(), settings);
    LinearRegressionModel weights = weights(spark, measured, slice.test(), settings);
    RatingEnsemble ensemble =
        RatingEnsemble.isThorough(fold.training(), settings.ratingBlend())
            ? RatingEnsemble.fit(spark, fold.training(), settings)
            : measured;
    double seconds = (System.nanoTime() - start) / 1e9;
    return new RatingsEvaluation(
        fold.training().size(),
        fold.test().size(),
        errors(fold, ensemble, weights),
        named(ensemble.names(), weights),
        seconds);
  }

  private static void requireRatings(Fold fold) {
    if (fold.training().size() < 100 || fold.test().size() == 0) {
      throw new PipelineException(
          "Cannot evaluate: there are %,d ratings to learn from and %,d to measure on. Give at least 100 and 1."
              .formatted(fold.training().size(), fold.test().size()));
    }
  }

  private static Fold slice(RatingMatrix training, RecommendSettings settings) {
    double share = Math.min(settings.ratingBlend().slice(), MOST_WEIGHED / training.size());
    return Fold.random(training, share, settings.seed());
  }

  /** Learned on ratings that the ensemble was not fitted to. */
  private static LinearRegressionModel weights(
      SparkSession spark, RatingEnsemble ensemble, RatingMatrix cells, RecommendSettings settings) {
    double[][] opinions = ensemble.opinions(cells);
    List<Row> rows = new ArrayList<>();
    for (int entry = 0; entry < opinions.length; entry++) {
      rows.add(RowFactory.create(Vectors.dense(opinions[entry]), (double) cells.value(entry)));
    }
    return new LinearRegression()
        .setSolver("normal")
        .setRegParam(settings.ratingBlend().ridge())
        .fit(spark.createDataFrame(rows, WEIGHED).coalesce(1));
  }

  private static List<ModelError> errors(
      Fold fold, RatingEnsemble ensemble, LinearRegressionModel weights) {
    RatingMatrix test = fold.test();
    double[][] opinions = ensemble.opinions(test);
    double mean = ensemble.biases().mean();
    return List.of(
        error("mean", test, entry -> mean),
        error(
            "biases", test, clipped(fold, entry -> mean + opinions[entry][0] + opinions[entry][1])),
        error(
            BLEND, test, clipped(fold, entry -> weights.predict(Vectors.dense(opinions[entry])))));
  }

  /** Within the lowest and the highest training rating. */
  private static IntToDoubleFunction clipped(Fold fold, IntToDoubleFunction expected) {
    float lowest = Float.POSITIVE_INFINITY;
    float highest = Float.NEGATIVE_INFINITY;
    for (int entry = 0; entry < fold.training().size(); entry++) {
      lowest = Math.min(lowest, fold.training().value(entry));
      highest = Math.max(highest, fold.training().value(entry));
    }
    double least = lowest;
    double most = highest;
    return entry -> Math.max(least, Math.min(most, expected.applyAsDouble(entry)));
  }

  private static ModelError error(String model, RatingMatrix test, IntToDoubleFunction expected) {
    double squares = 0;
    double absolutes = 0;
    for (int entry = 0; entry < test.size(); entry++) {
      double error = expected.applyAsDouble(entry) - test.value(entry);
      squares += error * error;
      absolutes += Math.abs(error);
    }
    return new ModelError(model, Math.sqrt(squares / test.size()), absolutes / test.size());
  }

  private static Map<String, Double> named(List<String> names, LinearRegressionModel weights) {
    Map<String, Double> named = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      named.put(names.get(i), weights.coefficients().apply(i));
    }
    return named;
  }
}
