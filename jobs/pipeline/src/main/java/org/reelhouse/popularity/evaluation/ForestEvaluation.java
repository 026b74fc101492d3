package org.reelhouse.popularity.evaluation;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.models.Measure;

/** Measures the forests and their baselines on titles that they had not seen. */
public final class ForestEvaluation {
  /** Held-out titles that a source or region needs: R² of fewer is noise. */
  static final long LEAST_TITLES = 50;

  private ForestEvaluation() {}

  /** One model of a unit on one segment of a split. */
  private record Part(String unit, String split, String segment, String model)
      implements Comparable<Part> {
    private static final Comparator<Part> ORDER =
        Comparator.comparing(Part::unit)
            .thenComparing(Part::split)
            .thenComparing(Part::segment)
            .thenComparing(Part::model);

    static Part of(Row tally) {
      return new Part(
          tally.getAs("source"),
          tally.getAs("split"),
          tally.getAs("segment"),
          tally.getAs("model"));
    }

    boolean isGroup() {
      return !segment.equals(Trials.ALL);
    }

    /** The same model on all groups of the kind of this one, such as region. */
    Part kind() {
      return new Part(unit, split, segment.substring(0, segment.indexOf(' ')), model);
    }

    @Override
    public int compareTo(Part other) {
      return ORDER.compare(this, other);
    }
  }

  /** All measures, in the order of unit, split, segment and model. */
  public static List<Measure> metrics(Dataset<Row> predictions) {
    List<Measure> rows = new ArrayList<>();
    SortedMap<Part, List<Measures>> small = new TreeMap<>();
    measures(tallies(predictions))
        .forEach(
            (part, measures) -> {
              if (!part.isGroup() || measures.titles() >= LEAST_TITLES) {
                measures
                    .values()
                    .forEach((metric, value) -> rows.add(measure(part, metric, value)));
              } else if (part.model().equals(Trials.FOREST)) {
                small.computeIfAbsent(part.kind(), kind -> new ArrayList<>()).add(measures);
              }
            });
    small.forEach((kind, groups) -> rows.add(measure(kind, "groups_left_out", leftOut(groups))));
    return rows;
  }

  private static Map<Part, Measures> measures(Dataset<Row> tallies) {
    SortedMap<Part, Measures> measures = new TreeMap<>();
    tallies.collectAsList().stream()
        .collect(Collectors.groupingBy(Part::of))
        .forEach((part, rows) -> measures.put(part, new Measures(rows)));
    return measures;
  }

  private static Measures.Value leftOut(List<Measures> groups) {
    return new Measures.Value(groups.size(), groups.stream().mapToLong(Measures::titles).sum());
  }

  private static Measure measure(Part part, String metric, Measures.Value value) {
    return new Measure(
        modelName(part.unit()) + part.model(),
        metric,
        part.split(),
        value.value(),
        value.titles(),
        part.segment());
  }

  /** Sums by model, segment, true level and predicted level: at most a few thousand rows. */
  private static Dataset<Row> tallies(Dataset<Row> predictions) {
    Column error = col("predicted").minus(col("value"));
    return predictions
        .select(col("source"), col("segments"), inline(col("trials")))
        .withColumn("segment", explode(col("segments")))
        .groupBy("source", "split", "segment", "model", "level", "predicted_level")
        .agg(
            count(lit(1)).as("titles"),
            exactSum(col("value")).as("sum"),
            exactSum(pow(col("value"), 2)).as("squares"),
            exactSum(pow(error, 2)).as("squared_error"),
            exactSum(abs(error)).as("absolute_error"),
            count(col("covered")).as("intervals"),
            holding("covered"),
            exactSum(col("width")).as("width"),
            holding("covered_uncalibrated"),
            exactSum(col("width_uncalibrated")).as("width_uncalibrated"));
  }

  private static Column holding(String column) {
    return count(when(col(column), 1)).as(column);
  }

  /** A sum that does not depend on the order of the rows. */
  private static Column exactSum(Column value) {
    return sum(value.cast("decimal(20,9)"));
  }

  public static String modelName(String unit) {
    return "popularity-" + unit;
  }
}
