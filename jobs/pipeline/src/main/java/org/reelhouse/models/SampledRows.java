package org.reelhouse.models;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.sampling.HashSample;

/** Rows that are looked at, as {@link HashSample} chooses them. */
public record SampledRows(List<Row> rows) {
  /**
   * About so many of the rows.
   *
   * @param all how many rows there are, about
   * @param most wanted; all rows where there are no more
   */
  public static SampledRows of(Dataset<Row> rows, String key, long all, int most) {
    return new SampledRows(HashSample.about(most, all, rows, col(key)).collectAsList());
  }

  /** Those of a kind. */
  public SampledRows where(Predicate<Row> kind) {
    return new SampledRows(rows.stream().filter(kind).toList());
  }

  /**
   * The distribution of a value of the rows.
   *
   * @param value NaN where it is missing
   */
  public Distribution of(String name, ToDoubleFunction<Row> value) {
    List<Double> values = new ArrayList<>();
    rows.forEach(row -> values.add(value.applyAsDouble(row)));
    return Distribution.of(name, values);
  }

  /** The distribution of a numeric column. */
  public Distribution of(String column) {
    return of(
        column,
        row -> {
          Number number = row.getAs(column);
          return number == null ? Double.NaN : number.doubleValue();
        });
  }
}
