package org.reelhouse.models;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reelhouse.Report;
import org.reelhouse.Report.Shown;

/** What is known of the versions of models: which serve, and why. */
final class ModelsReport {
  /** What a version follows from, which says little to people. */
  private static final String[] ORIGIN = {
    "as_of",
    "job",
    "path",
    "sha256",
    "files_removed",
    "training_rows",
    "training_seconds",
    "run_id",
    "code_commit",
    "settings_hash",
    "parameters",
    "tables_read",
    "serving"
  };

  private ModelsReport() {}

  /** A row for each model; its versions and what people decided about it are below. */
  static Report of(List<History> models) {
    return Report.EMPTY.with(
        Report.Rows.of("models", "model", "serving", "held", "versions", "decisions")
            .withAll(models.stream().map(ModelsReport::row).toList()));
  }

  private static List<@Nullable Object> row(History model) {
    return Report.Rows.row(
        model.model(),
        shares(model.serving()),
        new Shown(
            model.holding().isPresent(),
            model.holding().map(ModelsReport::by).orElse("no, the gate decides")),
        versions(model),
        Report.Rows.of(
                "decisions", "decision", "effective_from", "action", "serving", "by", "at", "note")
            .withAll(model.decisions().stream().map(ModelsReport::row).toList()));
  }

  private static String by(Decision decision) {
    return "by %s on %s%s, until reelhouse models release"
        .formatted(
            decision.by(),
            decision.at().toString().substring(0, 10),
            decision.note() == null ? "" : " (" + decision.note() + ")");
  }

  private static Report.Rows versions(History model) {
    return Report.Rows.of(
            "versions",
            "serves",
            "version",
            "as_of",
            "job",
            "status",
            "gate_metric",
            "gate_value",
            "gate_bound",
            "path",
            "sha256",
            "files_removed",
            "training_rows",
            "training_seconds",
            "run_id",
            "code_commit",
            "settings_hash",
            "parameters",
            "tables_read",
            "serving",
            "reason")
        .withAll(
            model.versions().stream()
                .map(version -> row(version, model.serving().has(version.version())))
                .toList())
        .hiding(ORIGIN);
  }

  private static List<@Nullable Object> row(ModelVersion version, boolean serves) {
    return Report.Rows.row(
        new Shown(serves, serves ? "*" : ""),
        number(version.version()),
        version.asOf().toString(),
        version.job(),
        version.status(),
        version.gateMetric(),
        version.gateValue(),
        version.gateBound(),
        version.path(),
        version.sha256(),
        version.filesRemoved() == null ? null : version.filesRemoved().toString(),
        version.trainingRows(),
        version.seconds(),
        version.runId(),
        version.codeCommit(),
        version.settingsHash(),
        version.parameters(),
        version.tablesRead(),
        shares(version.serving()),
        new Shown(version.reason(), why(version)));
  }

  private static String why(ModelVersion version) {
    return version.filesRemoved() == null
        ? version.reason()
        : "removed by the run of %s; %s".formatted(version.filesRemoved(), version.reason());
  }

  private static List<@Nullable Object> row(Decision decision) {
    return Report.Rows.row(
        decision.number(),
        decision.asOf().toString(),
        decision.action().code(),
        shares(decision.serving()),
        decision.by(),
        decision.at().toString(),
        decision.note());
  }

  /** A version, which is a day and counts nothing. */
  static Shown number(int version) {
    return new Shown(version, String.valueOf(version));
  }

  private static Shown shares(TrafficSplit split) {
    return new Shown(split.shares(), split.toString());
  }
}
