package org.reelhouse.recommend.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reelhouse.Report;
import org.reelhouse.recommend.evaluation.RankingEvaluation.ModelQuality;

/**
 * The ranking model measured on several folds.
 *
 * @param length of the lists
 */
public record RankingFolds(int length, List<Measured> folds) {

  /**
   * What was measured on one fold.
   *
   * @param test name of the file that was measured on
   */
  public record Measured(String test, RankingEvaluation evaluation) {}

  /** Fold by fold the model beside its factors alone and the popular titles. */
  public Report report() {
    return Report.EMPTY
        .with("k", length, "length of the lists")
        .with(
            Report.Rows.of(
                    "evaluations",
                    "test",
                    "train_ratings",
                    "users",
                    "new_users",
                    "fit_seconds",
                    "models",
                    "parameters")
                .withAll(folds.stream().map(RankingFolds::row).toList()));
  }

  private static List<@Nullable Object> row(Measured fold) {
    RankingEvaluation evaluation = fold.evaluation();
    return Report.Rows.row(
        fold.test(),
        evaluation.trained(),
        evaluation.users(),
        evaluation.newUsers(),
        evaluation.fitSeconds(),
        models(evaluation.models()),
        evaluation.parameters());
  }

  private static Report.Rows models(List<ModelQuality> qualities) {
    return Report.Rows.of(
            "models",
            "model",
            "ndcg",
            "recall",
            "map",
            "hit_rate",
            "coverage",
            "novelty",
            "ndcg_by_user",
            "recall_by_title")
        .withAll(
            qualities.stream()
                .map(
                    one ->
                        Report.Rows.row(
                            one.model(),
                            one.ndcg(),
                            one.recall(),
                            one.map(),
                            one.hitRate(),
                            one.coverage(),
                            one.novelty(),
                            one.ndcgByUser(),
                            one.recallByTitle()))
                .toList());
  }
}
