package org.reelhouse.cli.evaluate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.reelhouse.recommend.evaluation.RatingsEvaluation;

/** What evaluate-ratings says, for people and for machines. */
final class RatingsReport {
  private RatingsReport() {}

  static String text(List<TrainTest> folds, List<RatingsEvaluation> evaluations) {
    StringBuilder text =
        new StringBuilder(line("%-24s %-18s %8s %8s", "fold", "model", "rmse", "mae"));
    for (int i = 0; i < folds.size(); i++) {
      for (RatingsEvaluation.ModelError error : evaluations.get(i).errors()) {
        text.append(
            line(
                "%-24s %-18s %8.4f %8.4f",
                folds.get(i).test().getFileName(), error.model(), error.rmse(), error.mae()));
      }
    }
    for (RatingsEvaluation.ModelError mean : means(evaluations)) {
      text.append(line("%-24s %-18s %8.4f %8.4f", "mean", mean.model(), mean.rmse(), mean.mae()));
    }
    return text.append(line("fit seconds %.1f a fold", seconds(evaluations))).toString();
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format + "%n", values);
  }

  static ObjectNode json(List<TrainTest> folds, List<RatingsEvaluation> evaluations) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    List<RatingsEvaluation.ModelError> means = means(evaluations);
    putErrors(json, means);
    json.put("fit_seconds", seconds(evaluations));
    ArrayNode each = json.putArray("folds");
    for (int i = 0; i < folds.size(); i++) {
      RatingsEvaluation evaluation = evaluations.get(i);
      ObjectNode fold =
          each.addObject()
              .put("train", folds.get(i).training().toString())
              .put("test", folds.get(i).test().toString())
              .put("train_ratings", evaluation.trained())
              .put("test_ratings", evaluation.measured());
      putErrors(fold, evaluation.errors());
      fold.put("fit_seconds", evaluation.fitSeconds());
      evaluation.parameters().forEach(fold.putObject("parameters")::put);
    }
    return json;
  }

  /** Our errors at the top, those of every model below. */
  private static void putErrors(ObjectNode json, List<RatingsEvaluation.ModelError> errors) {
    RatingsEvaluation.ModelError ours = errors.get(errors.size() - 1);
    json.put("rmse", ours.rmse()).put("mae", ours.mae());
    ArrayNode models = json.putArray("models");
    for (RatingsEvaluation.ModelError error : errors) {
      models
          .addObject()
          .put("model", error.model())
          .put("rmse", error.rmse())
          .put("mae", error.mae());
    }
  }

  private static List<RatingsEvaluation.ModelError> means(List<RatingsEvaluation> evaluations) {
    List<RatingsEvaluation.ModelError> first = evaluations.get(0).errors();
    return IntStream.range(0, first.size())
        .mapToObj(
            place ->
                new RatingsEvaluation.ModelError(
                    first.get(place).model(),
                    mean(evaluations, one -> one.errors().get(place).rmse()),
                    mean(evaluations, one -> one.errors().get(place).mae())))
        .toList();
  }

  private static double seconds(List<RatingsEvaluation> evaluations) {
    return mean(evaluations, RatingsEvaluation::fitSeconds);
  }

  private static double mean(
      List<RatingsEvaluation> evaluations, ToDoubleFunction<RatingsEvaluation> measure) {
    return evaluations.stream().mapToDouble(measure).average().orElseThrow();
  }
}
