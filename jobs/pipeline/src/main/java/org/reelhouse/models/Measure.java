package org.reelhouse.models;

import org.apache.spark.sql.Row;

/**
 * One measure of a model on rows it was not trained on: a row of {@code ops.model_metric}.
 *
 * @param model or the baseline it is compared with
 * @param metric such as rmse or ndcg@10
 * @param split how the held-out rows were chosen
 * @param rows held-out rows behind it
 * @param segment which of these rows: {@value #ALL} or a group
 */
public record Measure(
    String model, String metric, String split, double value, long rows, String segment) {
  /** All held-out rows. */
  public static final String ALL = "all";

  static Measure of(Row row) {
    return new Measure(
        row.getAs("model"),
        row.getAs("metric"),
        row.getAs("split"),
        row.<Double>getAs("value"),
        row.<Long>getAs("held_out_rows"),
        row.getAs("segment"));
  }
}
