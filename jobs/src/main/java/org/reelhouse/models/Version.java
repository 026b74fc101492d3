package org.reelhouse.models;

import static org.apache.spark.sql.functions.col;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.reelhouse.lake.Lake;
import org.reelhouse.lake.Ops;

/**
 * A saved version of a model: a row of {@code ops.model_version}.
 *
 * @param serving the versions that serve since then
 */
public record Version(
    LocalDate asOf,
    String job,
    String model,
    int version,
    String path,
    String sha256,
    long trainingRows,
    Map<String, String> parameters,
    String runId,
    String codeCommit,
    String settingsHash,
    Map<String, Long> tablesRead,
    double seconds,
    @Nullable String gateMetric,
    @Nullable Double gateValue,
    @Nullable Double gateBound,
    String status,
    String reason,
    List<Share> serving,
    List<Distribution> distributions) {
  static final String PROMOTED = "promoted";
  static final String KEPT_OUT = "kept_out";
  static final String HELD = "held";

  /** All versions in a lake, by model and date; those of before there were gates are left out. */
  public static List<Version> all(Lake lake) {
    Dataset<Row> rows = lake.readOrEmpty(Ops.MODEL_VERSION);
    if (!Arrays.asList(rows.columns()).contains("distributions")) {
      return List.of();
    }
    return rows.where("distributions IS NOT NULL").collectAsList().stream()
        .map(Version::of)
        .sorted(Comparator.comparing(Version::model).thenComparing(Version::asOf))
        .toList();
  }

  /** What was measured of it on all held-out rows. */
  public List<Measure> measures(Lake lake) {
    return lake
        .readOrEmpty(Ops.MODEL_METRIC)
        .where(
            col("as_of")
                .equalTo(Date.valueOf(asOf))
                .and(col("job").equalTo(job))
                .and(col("model").equalTo(model))
                .and(col("segment").equalTo(Measure.ALL)))
        .collectAsList()
        .stream()
        .map(Measure::of)
        .toList();
  }

  private static Version of(Row row) {
    return new Version(
        row.<Date>getAs("as_of").toLocalDate(),
        row.getAs("job"),
        row.getAs("model"),
        row.<Integer>getAs("version"),
        row.getAs("path"),
        row.getAs("sha256"),
        row.<Long>getAs("training_rows"),
        row.getJavaMap(row.fieldIndex("parameters")),
        row.getAs("run_id"),
        row.getAs("code_commit"),
        row.getAs("settings_hash"),
        row.getJavaMap(row.fieldIndex("tables_read")),
        row.<Double>getAs("seconds"),
        row.getAs("gate_metric"),
        row.getAs("gate_value"),
        row.getAs("gate_bound"),
        row.getAs("status"),
        row.getAs("reason"),
        Share.of(row),
        row.<Row>getList(row.fieldIndex("distributions")).stream().map(Distribution::of).toList());
  }
}
