package org.reelhouse.popularity;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Measures the forests and the mean baseline on the titles they had not seen. */
final class Evaluation {
  private Evaluation() {}

  /** The rows of {@code ops.model_metric}, in the order of unit, split and model. */
  static List<Row> metrics(Dataset<Row> predictions, LocalDate asOf, String job) {
    Map<String, List<Row>> trials =
        tallies(predictions).collectAsList().stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.getAs("source") + "\n" + row.getAs("split"),
                    TreeMap::new,
                    Collectors.toList()));
    List<Row> rows = new ArrayList<>();
    trials.values().forEach(split -> rows.addAll(ofSplit(split, asOf, job)));
    return rows;
  }

  /** Sums by unit, split, true level and predicted level: at most a few dozen rows. */
  private static Dataset<Row> tallies(Dataset<Row> predictions) {
    Column error = col("predicted").minus(col("value"));
    Column baselineError = col("baseline").minus(col("value"));
    return predictions
        .select(col("source"), inline(col("trials")))
        .groupBy("source", "split", "level", "predicted_level", "baseline_level")
        .agg(
            count(lit(1)).as("titles"),
            exactSum(col("value")).as("sum"),
            exactSum(pow(col("value"), 2)).as("squares"),
            exactSum(pow(error, 2)).as("squared_error"),
            exactSum(abs(error)).as("absolute_error"),
            exactSum(pow(baselineError, 2)).as("baseline_squared_error"),
            exactSum(abs(baselineError)).as("baseline_absolute_error"),
            count(when(col("covered"), 1)).as("covered"));
  }

  /** A sum that does not depend on the order of the rows. */
  private static Column exactSum(Column value) {
    return sum(value.cast("decimal(20,9)"));
  }

  private static List<Row> ofSplit(List<Row> tallies, LocalDate asOf, String job) {
    String unit = tallies.get(0).getAs("source");
    String split = tallies.get(0).getAs("split");
    long titles = tallies.stream().mapToLong(row -> row.<Long>getAs("titles")).sum();
    double spread = total(tallies, "squares") - Math.pow(total(tallies, "sum"), 2) / titles;
    List<Row> rows = new ArrayList<>();
    for (String model : List.of("", "baseline_")) {
      String name = model.isEmpty() ? modelName(unit) : modelName(unit) + " mean baseline";
      Confusion confusion =
          Confusion.of(tallies, "level", model.isEmpty() ? "predicted_level" : "baseline_level");
      Map<String, Double> metrics = new TreeMap<>();
      metrics.put("r2", 1 - total(tallies, model + "squared_error") / spread);
      metrics.put("rmse", Math.sqrt(total(tallies, model + "squared_error") / titles));
      metrics.put("mae", total(tallies, model + "absolute_error") / titles);
      metrics.put("accuracy", confusion.accuracy());
      metrics.put("macro_f1", confusion.macroF1());
      if (model.isEmpty()) {
        metrics.put("coverage", total(tallies, "covered") / titles);
      }
      metrics.forEach(
          (metric, value) ->
              rows.add(
                  RowFactory.create(Date.valueOf(asOf), job, name, metric, split, value, titles)));
    }
    return rows;
  }

  static String modelName(String unit) {
    return "popularity-" + unit;
  }

  /** Adds decimals, not doubles: the tallies come in any order. */
  private static double total(List<Row> tallies, String column) {
    return tallies.stream()
        .map(row -> new BigDecimal(row.<Number>getAs(column).toString()))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .doubleValue();
  }
}
