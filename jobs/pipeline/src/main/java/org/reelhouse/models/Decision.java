package org.reelhouse.models;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.reelhouse.lake.Lake;
import org.reelhouse.tables.Ops;

/**
 * What a person decided about the versions of a model: a row of {@code ops.model_decision}. It
 * holds for runs of its date and later, until the next decision about the model.
 *
 * @param serving the versions that serve; none where the gate decides again
 */
public record Decision(
    String model,
    int number,
    LocalDate asOf,
    Action action,
    TrafficSplit serving,
    String by,
    Instant at,
    @Nullable String note) {

  /** What was decided. */
  public enum Action {
    PROMOTE,
    ROLLBACK,
    RELEASE;

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** All decisions in a lake, by model and number. */
  public static List<Decision> all(Lake lake) {
    return lake.readOrEmpty(Ops.MODEL_DECISION).collectAsList().stream()
        .map(Decision::of)
        .sorted(Comparator.comparing(Decision::model).thenComparing(Decision::number))
        .toList();
  }

  private static Decision of(Row row) {
    return new Decision(
        row.getAs("model"),
        row.<Integer>getAs("decision"),
        row.<Date>getAs("effective_from").toLocalDate(),
        Action.valueOf(row.<String>getAs("action").toUpperCase(java.util.Locale.ROOT)),
        TrafficSplit.of(row),
        row.getAs("decided_by"),
        row.<Timestamp>getAs("decided_at").toInstant(),
        row.getAs("note"));
  }

  /** Adds a decision to those in the lake. */
  public void record(Lake lake) {
    List<Row> rows = new java.util.ArrayList<>();
    all(lake).forEach(decision -> rows.add(decision.row()));
    rows.add(row());
    lake.replace(Ops.MODEL_DECISION, lake.frame(rows, Ops.MODEL_DECISION.schema()));
  }

  private Row row() {
    return RowFactory.create(
        model,
        number,
        Date.valueOf(asOf),
        action.code(),
        serving.rows(),
        by,
        Timestamp.from(at),
        note);
  }
}
