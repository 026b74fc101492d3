package org.reelhouse.models;

import static org.apache.spark.sql.functions.col;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.reelhouse.PipelineException;
import org.reelhouse.lake.Lake;
import org.reelhouse.storage.ModelFolder;
import org.reelhouse.tables.Ops;

/**
 * A saved version of a model: a row of {@code ops.model_version}.
 *
 * @param serving the versions that serve since then
 * @param filesRemoved day of the run that removed its files; empty where they are there
 */
public record ModelVersion(
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
    TrafficSplit serving,
    List<Distribution> distributions,
    @Nullable LocalDate filesRemoved) {
  static final String PROMOTED = "promoted";
  static final String REJECTED = "rejected";
  static final String HELD = "held";

  /** All versions in a lake, by model and date. */
  static List<ModelVersion> all(Lake lake) {
    return lake.readOrEmpty(Ops.MODEL_VERSION).collectAsList().stream()
        .map(ModelVersion::of)
        .sorted(Comparator.comparing(ModelVersion::model).thenComparing(ModelVersion::asOf))
        .toList();
  }

  /**
   * Its files.
   *
   * @throws PipelineException if they were removed, are gone or were changed
   */
  ModelFolder files(Lake lake) {
    if (filesRemoved != null) {
      throw new PipelineException(
          "Cannot serve %s %d: its files are gone; the run of %s removed them, as models.keep says. Let another version serve with reelhouse models promote."
              .formatted(model, version, filesRemoved));
    }
    return lake.models().open(path, sha256);
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

  private static ModelVersion of(Row row) {
    return new ModelVersion(
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
        row.<Double>getAs("training_seconds"),
        row.getAs("gate_metric"),
        row.getAs("gate_value"),
        row.getAs("gate_bound"),
        row.getAs("status"),
        row.getAs("reason"),
        TrafficSplit.of(row),
        row.<Row>getList(row.fieldIndex("distributions")).stream().map(Distribution::of).toList(),
        Optional.ofNullable(row.<Date>getAs("files_removed")).map(Date::toLocalDate).orElse(null));
  }
}
