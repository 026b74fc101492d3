package org.reelhouse.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * What evaluate-popularity says, for people and for machines.
 *
 * @param titles source titles that were read
 * @param metrics rows of {@code ops.model_metric}
 * @param drivers rows of {@code gold.popularity_driver}, the most important first
 */
record PopularityReport(long titles, List<Row> metrics, List<Row> drivers, double seconds) {
  private static final List<String> MEASURES =
      List.of("r2", "rmse", "mae", "accuracy", "macro_f1", "coverage");

  /** The measures of one model on one split. */
  private record Measured(String split, String model, long titles, Map<String, Double> values) {}

  /** The forest before its baseline, split by split. */
  private List<Measured> measured() {
    Map<String, Measured> measured = new TreeMap<>();
    for (Row row : metrics) {
      String split = row.getAs("split");
      String model = row.<String>getAs("model").endsWith("baseline") ? "mean" : "forest";
      measured
          .computeIfAbsent(
              split + " " + model,
              key -> new Measured(split, model, row.<Long>getAs("rows"), new LinkedHashMap<>()))
          .values()
          .put(row.getAs("metric"), row.getAs("value"));
    }
    return List.copyOf(measured.values());
  }

  String text() {
    StringBuilder text =
        new StringBuilder(
            line(
                "%-14s %-8s %8s %8s %8s %8s %9s %9s %9s",
                "split",
                "model",
                "titles",
                "r2",
                "rmse",
                "mae",
                "accuracy",
                "macro f1",
                "in 80 %"));
    for (Measured one : measured()) {
      text.append(
          line(
              "%-14s %-8s %,8d %8s %8s %8s %9s %9s %9s",
              one.split(),
              one.model(),
              one.titles(),
              digits(one, "r2"),
              digits(one, "rmse"),
              digits(one, "mae"),
              digits(one, "accuracy"),
              digits(one, "macro_f1"),
              digits(one, "coverage")));
    }
    text.append(
        line(
            "%nof the logarithm of popularity + 1; accuracy and macro f1 of Low, Medium and High"));
    text.append(line("%nfeature                  importance"));
    for (Row driver : drivers) {
      text.append(
          line(
              "%-24s %10.3f", driver.<String>getAs("feature"), driver.<Double>getAs("importance")));
    }
    return text.append(line("%nsource titles %,d, seconds %.1f", titles, seconds)).toString();
  }

  private static String digits(Measured one, String measure) {
    Double value = one.values().get(measure);
    return value == null ? "" : String.format(Locale.ROOT, "%.3f", value);
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format + "%n", values);
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("source_titles", titles);
    ArrayNode splits = json.putArray("splits");
    for (Measured one : measured()) {
      ObjectNode split =
          splits
              .addObject()
              .put("split", one.split())
              .put("model", one.model())
              .put("titles", one.titles());
      MEASURES.stream()
          .filter(one.values()::containsKey)
          .forEach(measure -> split.put(measure, one.values().get(measure)));
    }
    ArrayNode features = json.putArray("features");
    drivers.forEach(
        driver ->
            features
                .addObject()
                .put("feature", driver.<String>getAs("feature"))
                .put("importance", driver.<Double>getAs("importance")));
    return json.put("seconds", seconds);
  }
}
