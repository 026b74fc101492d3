package org.reelhouse.recommend.evaluation;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.reelhouse.Report;
import org.reelhouse.recommend.evaluation.RatingsEvaluation.ModelError;

/**
 * The rating model measured on several folds, and the means over them.
 *
 * @param folds at least one
 */
public record RatingFolds(List<Measured> folds) {

  /**
   * What was measured on one fold.
   *
   * @param training name of the file that was learned from
   * @param test name of the file that was measured on
   */
  public record Measured(String training, String test, RatingsEvaluation evaluation) {}

  /** Mean errors of the model at the top and of all models below; then fold by fold. */
  public Report report() {
    List<ModelError> means = means();
    ModelError ours = ours(means);
    return Report.EMPTY
        .with("rmse", ours.rmse(), "of %s, mean of the folds".formatted(ours.model()))
        .with("mae", ours.mae())
        .with("fit_seconds", mean(RatingsEvaluation::fitSeconds))
        .with(models(means))
        .with(
            Report.Rows.of(
                    "folds",
                    "train",
                    "test",
                    "train_ratings",
                    "test_ratings",
                    "rmse",
                    "mae",
                    "fit_seconds",
                    "parameters",
                    "models")
                .withAll(folds.stream().map(RatingFolds::row).toList())
                .hiding("models"));
  }

  private static List<@Nullable Object> row(Measured fold) {
    RatingsEvaluation evaluation = fold.evaluation();
    ModelError ours = ours(evaluation.errors());
    return Report.Rows.row(
        fold.training(),
        fold.test(),
        evaluation.trained(),
        evaluation.measured(),
        ours.rmse(),
        ours.mae(),
        evaluation.fitSeconds(),
        evaluation.parameters(),
        models(evaluation.errors()));
  }

  private static Report.Rows models(List<ModelError> errors) {
    return Report.Rows.of("models", "model", "rmse", "mae")
        .withAll(
            errors.stream()
                .map(error -> Report.Rows.row(error.model(), error.rmse(), error.mae()))
                .toList());
  }

  /** The model that is served comes after what it is compared with. */
  private static ModelError ours(List<ModelError> errors) {
    return errors.get(errors.size() - 1);
  }

  private List<ModelError> means() {
    List<ModelError> first = folds.get(0).evaluation().errors();
    return IntStream.range(0, first.size())
        .mapToObj(
            place ->
                new ModelError(
                    first.get(place).model(),
                    mean(one -> one.errors().get(place).rmse()),
                    mean(one -> one.errors().get(place).mae())))
        .toList();
  }

  private double mean(ToDoubleFunction<RatingsEvaluation> measure) {
    return folds.stream().map(Measured::evaluation).mapToDouble(measure).average().orElseThrow();
  }
}
