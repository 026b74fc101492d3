package org.reelhouse.recommend.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.PipelineException;
import org.reelhouse.models.Measure;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.recommend.model.RatingModel;
import org.reelhouse.recommend.model.SavedRating;
import org.reelhouse.recommend.observations.Observations;

/**
 * How well ratings are expected that the rating model did not learn from. The model is that which
 * the job recommend would serve if the training ratings were those of its lake: fitted by the same
 * classes under the same settings, its weights chosen on a part of the training ratings.
 *
 * @param trained training ratings
 * @param measured test ratings
 * @param errors the mean, the biases and the model, in this order
 * @param parameters of the model, as in {@code ops.model_version}
 * @param fitSeconds wall-clock time from the ratings in memory to the fitted model
 */
public record RatingsEvaluation(
    long trained,
    long measured,
    List<ModelError> errors,
    Map<String, String> parameters,
    double fitSeconds) {

  /**
   * The errors of one model on the test ratings, on the scale of the file.
   *
   * @param rmse √(Σ (expected - rating)² / n)
   * @param mae Σ |expected - rating| / n
   */
  public record ModelError(String model, double rmse, double mae) {}

  /**
   * Learns from some ratings and measures on others.
   *
   * @param training rows of user_id, title_id, rating, rated_at
   * @throws PipelineException if either is too small
   */
  public static RatingsEvaluation of(
      Dataset<Row> training, Dataset<Row> test, RecommendSettings settings) {
    Fold fold = Fold.of(training, test, settings);
    requireRatings(fold);
    long start = System.nanoTime();
    Training job = fold.training(settings);
    RatingModel model = job.rating();
    double seconds = (System.nanoTime() - start) / 1e9;
    HeldOutRatings heldOut =
        HeldOutRatings.of(model, fold.test(), Observations.perUser(fold.observed().ratings()));
    return new RatingsEvaluation(
        fold.observed().size().rows(),
        heldOut.size(),
        errors(RatingTrials.measures(model, heldOut, "test"), fold.scale()),
        SavedRating.parameters(model, job.evaluation().factors(), settings),
        seconds);
  }

  private static void requireRatings(Fold fold) {
    long trained = fold.observed().size().rows();
    long measured = fold.test().count();
    if (trained < 100 || measured == 0) {
      throw new PipelineException(
          "Cannot evaluate: there are %,d ratings to learn from and %,d to measure on. Give at least 100 and 1."
              .formatted(trained, measured));
    }
  }

  /** RMSE and MAE of a model follow each other. */
  private static List<ModelError> errors(List<Measure> measures, double scale) {
    List<ModelError> errors = new ArrayList<>();
    for (int i = 0; i < measures.size(); i += 2) {
      errors.add(
          new ModelError(
              measures.get(i).model(),
              measures.get(i).value() / scale,
              measures.get(i + 1).value() / scale));
    }
    return errors;
  }
}
