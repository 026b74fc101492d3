package org.reelhouse.popularity.evaluation;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.reelhouse.PipelineException;
import org.reelhouse.Report;
import org.reelhouse.lake.Lake;
import org.reelhouse.popularity.PopularitySettings;
import org.reelhouse.tables.Gold;
import org.reelhouse.tables.Ops;
import org.reelhouse.tables.Silver;

/**
 * What the popularity job measured of one unit, of the logarithm of popularity + 1: the forest
 * beside the mean of the training titles and the last known value, split by split, for all titles
 * and by group.
 */
public final class PopularityReport {
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

  private PopularityReport() {}

  /**
   * What the job measured in its last run, but not by source: the lake has one alone.
   *
   * @throws PipelineException if it had too few titles to learn from
   */
  public static Report of(Lake lake, PopularitySettings settings) {
    List<Row> metrics =
        lake.readOrEmpty(Ops.MODEL_METRIC)
            .where(not(col("segment").startsWith("source")))
            .collectAsList();
    if (metrics.isEmpty()) {
      throw new PipelineException(
          "Cannot evaluate: of %,d titles fewer than %d are released and have a popularity. Give more titles, another --column, or lower popularity.min-titles."
              .formatted(lake.count(Silver.TITLE), settings.minTitles()));
    }
    return of(
        lake.count(Silver.SOURCE_TITLE),
        metrics,
        lake.read(Gold.POPULARITY_DRIVER).orderBy("rank").collectAsList());
  }

  /**
   * The report of one run.
   *
   * @param titles source titles that were read
   * @param metrics rows of {@code ops.model_metric}
   * @param drivers rows of {@code gold.popularity_driver}, the most important first
   */
  private static Report of(long titles, List<Row> metrics, List<Row> drivers) {
    Report.Rows features =
        Report.Rows.of(
            "features",
            "feature",
            "importance",
            "permutation_importance",
            "permutation_importance_stddev");
    for (Row driver : drivers) {
      features =
          features.with(
              driver.getAs("feature"),
              driver.getAs("importance"),
              driver.getAs("permutation_importance"),
              driver.getAs("permutation_importance_stddev"));
    }
    List<Measured> measured = measured(metrics);
    return Report.EMPTY
        .with("source_titles", titles)
        .with(rows("splits", measured.stream().filter(Measured::isOfAll).toList()))
        .with(rows("groups", measured.stream().filter(one -> !one.isOfAll()).toList()))
        .with(features);
  }

  private static Report.Rows rows(String name, List<Measured> measured) {
    String[] columns =
        Stream.concat(Stream.of("split", "group", "model", "titles"), MEASURES.stream())
            .toArray(String[]::new);
    Report.Rows rows = Report.Rows.of(name, columns);
    for (Measured one : measured) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(one.split());
      row.add(one.isOfAll() ? null : one.segment());
      row.add(one.model());
      row.add(one.titles());
      MEASURES.forEach(measure -> row.add(one.values().get(measure)));
      rows = rows.with(row.toArray());
    }
    return rows;
  }

  /**
   * The measures of one model on one segment of one split.
   *
   * @param titles behind them; intervals may be measured on fewer
   */
  private record Measured(
      String split, String segment, String model, long titles, Map<String, Double> values) {
    static Measured of(List<Row> metrics) {
      Map<String, Double> values = new TreeMap<>();
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
  }

  /** Split by split all titles before the groups, and the forest before its baselines. */
  private static List<Measured> measured(List<Row> metrics) {
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
}
