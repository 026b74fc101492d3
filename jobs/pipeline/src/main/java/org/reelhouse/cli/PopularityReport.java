package org.reelhouse.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * What evaluate-popularity says, for people and for machines.
 *
 * @param titles source titles that were read
 * @param metrics rows of {@code ops.model_metric}
 * @param drivers rows of {@code gold.popularity_driver}, the most important first
 */
record PopularityReport(long titles, List<Row> metrics, List<Row> drivers, double seconds) {
  private static final List<String> MEASURES =
      List.of(
          "r2",
          "rmse",
          "mae",
          "accuracy",
          "macro_f1",
          "coverage",
          "width",
          "coverage_uncalibrated",
          "width_uncalibrated",
          "groups_left_out");

  private static final String ALL = "all";
  private static final String LINE = "%-14s %-34s %-11s %8s %8s %8s %8s %9s %9s %8s %8s %9s %9s";

  /**
   * The measures of one model on one segment of one split.
   *
   * @param titles behind them; intervals may be measured on fewer
   */
  private record Measured(
      String split, String segment, String model, long titles, Map<String, Double> values) {
    static Measured of(List<Row> metrics) {
      Map<String, Double> values = new LinkedHashMap<>();
      metrics.forEach(row -> values.put(row.getAs("metric"), row.getAs("value")));
      Row first = metrics.get(0);
      return new Measured(
          first.getAs("split"),
          first.getAs("segment"),
          PopularityReport.model(first.getAs("model")),
          metrics.stream().mapToLong(row -> row.<Long>getAs("held_out_rows")).max().orElse(0),
          values);
    }

    boolean isOfAll() {
      return segment.equals(ALL);
    }

    /** How many groups of a kind had too few titles; null where this is no such count. */
    @Nullable Double groupsLeftOut() {
      return values.get("groups_left_out");
    }
  }

  /** Split by split all titles before the groups, and the forest before its baselines. */
  private List<Measured> measured() {
    return metrics.stream()
        .collect(Collectors.groupingBy(PopularityReport::key, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(Measured::of)
        .toList();
  }

  private static String key(Row metric) {
    String segment = metric.getAs("segment");
    return String.join(
        "\n",
        metric.getAs("split"),
        segment.equals(ALL) ? "" : segment,
        model(metric.getAs("model")));
  }

  private static String model(String name) {
    if (name.endsWith("mean baseline")) {
      return "mean";
    }
    return name.endsWith("last value baseline") ? "last value" : "forest";
  }

  String text() {
    StringBuilder text =
        new StringBuilder(
            line(
                LINE,
                "split",
                "titles of",
                "model",
                "titles",
                "r2",
                "rmse",
                "mae",
                "accuracy",
                "macro f1",
                "in 80 %",
                "width",
                "in plain",
                "width"));
    for (Measured one : measured()) {
      Double leftOut = one.groupsLeftOut();
      text.append(
          leftOut == null
              ? measures(one)
              : line(
                  "%-14s %s: %.0f left out, with %,d titles in all",
                  one.split(), one.segment(), leftOut, one.titles()));
    }
    text.append(
        line(
            "%nof the logarithm of popularity + 1; accuracy and macro f1 of Low, Medium and High;"
                + " intervals of 80 %% calibrated and plain"));
    text.append(line("%nfeature                                   importance  by shuffling"));
    for (Row driver : drivers) {
      text.append(
          line(
              "%-41s %10.3f  %s",
              driver.<String>getAs("feature"),
              driver.<Double>getAs("importance"),
              shuffled(driver)));
    }
    return text.append(line("%nsource titles %,d, seconds %.1f", titles, seconds)).toString();
  }

  private static String measures(Measured one) {
    return line(
        LINE,
        one.split(),
        one.segment(),
        one.model(),
        String.format(Locale.ROOT, "%,d", one.titles()),
        digits(one, "r2"),
        digits(one, "rmse"),
        digits(one, "mae"),
        digits(one, "accuracy"),
        digits(one, "macro_f1"),
        digits(one, "coverage"),
        digits(one, "width"),
        digits(one, "coverage_uncalibrated"),
        digits(one, "width_uncalibrated"));
  }

  private static String shuffled(Row driver) {
    Double mean = driver.getAs("permutation_importance");
    Double spread = driver.getAs("permutation_importance_stddev");
    return mean == null ? "" : String.format(Locale.ROOT, "%.4f ± %.4f", mean, spread);
  }

  private static String digits(Measured one, String measure) {
    Double value = one.values().get(measure);
    return value == null ? "" : String.format(Locale.ROOT, "%.3f", value);
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format + "%n", values).stripTrailing()
        + System.lineSeparator();
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("source_titles", titles);
    write(json.putArray("splits"), Measured::isOfAll);
    write(json.putArray("groups"), one -> !one.isOfAll());
    ArrayNode features = json.putArray("features");
    drivers.forEach(
        driver ->
            features
                .addObject()
                .put("feature", driver.<String>getAs("feature"))
                .put("importance", driver.<Double>getAs("importance"))
                .put("permutation_importance", driver.<Double>getAs("permutation_importance"))
                .put(
                    "permutation_importance_stddev",
                    driver.<Double>getAs("permutation_importance_stddev")));
    return json.put("seconds", seconds);
  }

  private void write(ArrayNode array, Predicate<Measured> chosen) {
    for (Measured one : measured()) {
      if (chosen.test(one)) {
        ObjectNode split = array.addObject().put("split", one.split());
        if (!one.isOfAll()) {
          split.put("group", one.segment());
        }
        split.put("model", one.model()).put("titles", one.titles());
        MEASURES.stream()
            .filter(one.values()::containsKey)
            .forEach(measure -> split.put(measure, one.values().get(measure)));
      }
    }
  }
}
