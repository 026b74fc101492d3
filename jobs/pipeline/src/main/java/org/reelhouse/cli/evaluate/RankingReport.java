package org.reelhouse.cli.evaluate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.reelhouse.recommend.evaluation.RankingEvaluation;
import org.reelhouse.recommend.evaluation.RankingEvaluation.ModelQuality;

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
            "%-18s %7s %7s %7s %7s %9s %8s  %s",
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
              "%-18s %7.4f %7.4f %7.4f %7.4f %9.4f %8.2f  %s",
              model.model(),
              model.ndcg(),
              model.recall(),
              model.map(),
              model.hitRate(),
              model.coverage(),
              model.novelty(),
              parts(model.ndcgByUser()) + "; " + parts(model.recallByTitle())));
    }
    text.append(line("  %s", parameters(evaluation.parameters())));
    return text.append(line("fit seconds %.1f", evaluation.fitSeconds())).toString();
  }

  static String parameters(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(parameter -> parameter.getKey() + " " + parameter.getValue())
        .collect(Collectors.joining("; "));
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
    evaluation.parameters().forEach(json.putObject("parameters")::put);
    return json;
  }
}
