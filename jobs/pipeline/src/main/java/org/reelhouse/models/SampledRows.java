package org.reelhouse.models;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows that are looked at, chosen by a hash of their key: the same on any number of partitions. */
public record SampledRows(List<Row> rows) {
  private static final long MILLION = 1_000_000;

  /**
   * About so many of the rows.
   *
   * @param all how many rows there are, about
   * @param most wanted; all rows where there are no more
   */
  public static SampledRows of(Dataset<Row> rows, String key, long all, int most) {
    return new SampledRows(
        all <= most
            ? rows.collectAsList()
            : rows.where(
                    pmod(xxhash64(col(key)), lit(MILLION))
                        .lt(Math.round((double) most / all * MILLION)))
                .collectAsList());
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
