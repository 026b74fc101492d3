package org.reelhouse.models;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.reelhouse.PipelineException;
import org.reelhouse.RunContext;

/**
 * What a model was trained on and says in this run beside what it was in the run of the version
 * that served before.
 *
 * @param reference version that served before
 */
record Drift(String model, int reference, List<Shift> shifts) {
  private static final int NAMED = 3;

  /**
   * One input or prediction.
   *
   * @param index population stability index
   * @param distance of Kolmogorov and Smirnov
   */
  record Shift(Distribution before, Distribution now, double index, double distance) {
    String detail() {
      return String.format(
          Locale.ROOT,
          "median %.4g before and %.4g now, %.1f %% and %.1f %% missing",
          before.median(),
          now.median(),
          100 * before.missing(),
          100 * now.missing());
    }
  }

  /** What both runs looked at, by name; what only one of them did says nothing. */
  static Drift between(ModelVersion reference, List<Distribution> now) {
    Map<String, Distribution> before =
        reference.distributions().stream()
            .collect(Collectors.toMap(Distribution::name, Function.identity()));
    List<Shift> shifts = new ArrayList<>();
    for (Distribution current : now) {
      Distribution former = before.get(current.name());
      if (former != null) {
        shifts.add(
            new Shift(former, current, former.stabilityIndex(current), former.distance(current)));
      }
    }
    return new Drift(reference.model(), reference.version(), shifts);
  }

  /** Rows of {@code ops.data_quality}: both measures of each. */
  List<Row> rows(LocalDate asOf, String job, String table) {
    List<Row> rows = new ArrayList<>();
    for (Shift shift : shifts) {
      rows.add(row(asOf, job, table, "drift_psi", shift, shift.index()));
      rows.add(row(asOf, job, table, "drift_ks", shift, shift.distance()));
    }
    return rows;
  }

  private Row row(
      LocalDate asOf, String job, String table, String check, Shift shift, double value) {
    return RowFactory.create(
        Date.valueOf(asOf),
        job,
        table,
        check,
        model + " " + shift.now().name(),
        value,
        shift.detail() + "; before is version " + reference);
  }

  /**
   * Says what has changed much.
   *
   * @throws PipelineException if anything has changed more than a run may
   */
  void judge(RunContext context, ModelsSettings.Drift settings) {
    Double limit = settings.failAbove();
    if (limit != null && !above(limit).isEmpty()) {
      throw new PipelineException(
          "Cannot publish what %s says: %s, more than models.drift.fail-above allows (%s). Look into the data, or raise the limit."
              .formatted(model, named(above(limit)), limit));
    }
    List<Shift> much = above(settings.warnAbove());
    if (!much.isEmpty()) {
      context.note("%s: %s".formatted(model, named(much)));
    }
  }

  private List<Shift> above(double index) {
    return shifts.stream()
        .filter(shift -> shift.index() > index)
        .sorted(
            Comparator.comparingDouble((Shift shift) -> -shift.index())
                .thenComparing(shift -> shift.now().name()))
        .toList();
  }

  private String named(List<Shift> much) {
    String first =
        much.stream()
            .limit(NAMED)
            .map(
                shift ->
                    String.format(
                        Locale.ROOT,
                        "%s (stability index %.2f)",
                        shift.now().name(),
                        shift.index()))
            .collect(Collectors.joining(", "));
    return "%s%s differ from what %d was trained on"
        .formatted(
            first, much.size() > NAMED ? " and " + (much.size() - NAMED) + " more" : "", reference);
  }
}
