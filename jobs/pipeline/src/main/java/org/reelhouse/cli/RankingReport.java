package org.reelhouse.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import org.reelhouse.recommend.RankingEvaluation;
import org.reelhouse.recommend.RankingEvaluation.ModelQuality;

/** What evaluate-ranking says, for people and for machines. */
final class RankingReport {
  private RankingReport() {}

  static String text(Map<String, RankingEvaluation> evaluations, int length) {
    StringBuilder text = new StringBuilder();
    evaluations.forEach((name, evaluation) -> text.append(text(name, evaluation, length)));
    return text.toString();
  }

  private static String text(String name, RankingEvaluation evaluation, int length) {
    StringBuilder text =
        new StringBuilder(
            line(
                "%s: %,d users, lists of %d; %,d new users left out",
                name, evaluation.users(), length, evaluation.newUsers()));
    text.append(
        line(
            "%-10s %7s %7s %7s %7s %9s %8s  %s",
            "model",
            "nDCG",
            "recall",
            "MAP",
            "hits",
            "coverage",
            "novelty",
            "nDCG by user, recall by title"));
    for (ModelQuality model : evaluation.models()) {
      text.append(
          line(
              "%-10s %7.4f %7.4f %7.4f %7.4f %9.4f %8.2f  %s",
              model.model(),
              model.ndcg(),
              model.recall(),
              model.map(),
              model.hitRate(),
              model.coverage(),
              model.novelty(),
              parts(model.ndcgByUser()) + "; " + parts(model.recallByTitle())));
    }
    evaluation
        .weights()
        .forEach((ranker, weight) -> text.append(line("  %d x %s", weight, ranker)));
    return text.append(line("fit seconds %.1f", evaluation.fitSeconds())).toString();
  }

  private static String parts(Map<String, Double> means) {
    StringBuilder text = new StringBuilder();
    means.forEach(
        (name, mean) ->
            text.append(text.isEmpty() ? "" : ", ")
                .append(String.format(Locale.ROOT, "%s %.3f", name, mean)));
    return text.toString();
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format + "%n", values);
  }

  static ObjectNode json(Map<String, RankingEvaluation> evaluations, int length) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("k", length);
    ArrayNode all = json.putArray("evaluations");
    evaluations.forEach((name, evaluation) -> all.add(json(name, evaluation)));
    return json;
  }

  private static ObjectNode json(String name, RankingEvaluation evaluation) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("test", name)
            .put("train_ratings", evaluation.trained())
            .put("users", evaluation.users())
            .put("new_users", evaluation.newUsers())
            .put("fit_seconds", evaluation.fitSeconds());
    ArrayNode models = json.putArray("models");
    for (ModelQuality model : evaluation.models()) {
      ObjectNode one =
          models
              .addObject()
              .put("model", model.model())
              .put("ndcg", model.ndcg())
              .put("recall", model.recall())
              .put("map", model.map())
              .put("hit_rate", model.hitRate())
              .put("coverage", model.coverage())
              .put("novelty", model.novelty());
      model.ndcgByUser().forEach(one.putObject("ndcg_by_user")::put);
      model.recallByTitle().forEach(one.putObject("recall_by_title")::put);
    }
    evaluation.weights().forEach(json.putObject("weights")::put);
    return json;
  }
}
