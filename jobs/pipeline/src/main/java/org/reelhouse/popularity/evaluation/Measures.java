package org.reelhouse.popularity.evaluation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * What one model is worth on some titles.
 *
 * @param tallies sums by true and predicted level
 */
record Measures(List<Row> tallies) {
  private static final List<String> OF_INTERVALS =
      List.of("covered", "width", "covered_uncalibrated", "width_uncalibrated");

  /**
   * One measure.
   *
   * @param titles behind it
   */
  record Value(double value, long titles) {}

  long titles() {
    return count("titles");
  }

  /**
   * The measures by name; no R² where all values are the same, and nothing of intervals where the
   * model gives none.
   */
  Map<String, Value> values() {
    Map<String, Double> ofTitles = new TreeMap<>();
    double spread = total("squares") - Math.pow(total("sum"), 2) / titles();
    if (spread > 1e-6) {
      ofTitles.put("r2", 1 - total("squared_error") / spread);
    }
    Confusion confusion = Confusion.of(tallies);
    ofTitles.put("rmse", Math.sqrt(total("squared_error") / titles()));
    ofTitles.put("mae", total("absolute_error") / titles());
    ofTitles.put("accuracy", confusion.accuracy());
    ofTitles.put("macro_f1", confusion.macroF1());
    Map<String, Value> values = new TreeMap<>();
    ofTitles.forEach((name, value) -> values.put(name, new Value(value, titles())));
    long intervals = count("intervals");
    if (intervals > 0) {
      OF_INTERVALS.forEach(
          column ->
              values.put(
                  column.replace("covered", "coverage"),
                  new Value(total(column) / intervals, intervals)));
    }
    return values;
  }

  private long count(String column) {
    return tallies.stream().mapToLong(row -> row.<Long>getAs(column)).sum();
  }

  /** Adds decimals, not doubles: the tallies come in any order. */
  private double total(String column) {
    return tallies.stream()
        .filter(row -> !row.isNullAt(row.fieldIndex(column)))
        .map(row -> new BigDecimal(row.<Number>getAs(column).toString()))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .doubleValue();
  }
}
