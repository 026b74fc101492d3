package org.reelhouse.models;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows that are looked at, chosen by a hash of their key: the same on any number of partitions. */
public record Sample(List<Row> rows) {

  /** So many rows at most. */
  public static Sample of(Dataset<Row> rows, String key, int most) {
    return new Sample(rows.orderBy(xxhash64(col(key)), col(key)).limit(most).collectAsList());
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
