package org.reelhouse.pipeline;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.reelhouse.Job;
import org.reelhouse.PipelineException;
import org.reelhouse.RunContext;
import org.reelhouse.Tally;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.DeltaLake;
import org.reelhouse.lake.ScopedLake;
import org.reelhouse.tables.Ops;

/**
 * Runs one job as a transaction: its lake is narrowed to the tables it declares, its rows are
 * accounted for, and when it fails what it wrote is taken back. Either way {@code ops.job_run} says
 * so.
 */
public final class JobRunner {
  private final DeltaLake lake;
  private final Settings settings;
  private final LocalDate asOf;
  private final String runId;
  private final Clock clock;

  /**
   * A runner.
   *
   * @param asOf the only date that the jobs know
   * @param runId stands in {@code ops.job_run} and in every commit
   * @param clock times the jobs; no job sees it
   */
  public JobRunner(DeltaLake lake, Settings settings, LocalDate asOf, String runId, Clock clock) {
    this.lake = lake;
    this.settings = settings;
    this.asOf = asOf;
    this.runId = runId;
    this.clock = clock;
  }

  /** Runs the job to its end; a failure is in the report and is not thrown. */
  public JobReport run(Job job) {
    Instant start = clock.instant();
    RunContext context = new RunContext(asOf, runId);
    try (ScopedLake scoped = new ScopedLake(lake, job.name(), job.reads(), job.writes())) {
      List<Tally> tallies = List.of();
      Throwable failure = null;
      try {
        tallies = job.run(scoped, context, settings);
        checkThatRowsAddUp(job, tallies);
      } catch (Throwable thrown) { // Spark throws checked exceptions that no signature declares.
        failure = operatorsProblem(thrown);
        takeBack(scoped, failure);
      }
      Duration duration = Duration.between(start, clock.instant());
      Throwable unwritten = audit(job, start, duration, tallies, failure, scoped);
      failure = withAudit(job, failure, unwritten, scoped);
      if (failure == null) {
        scoped.settle().forEach(context::note);
      }
      return new JobReport(
          job.name(), duration, tallies, scoped.rowsWritten(), context.notes(), failure);
    }
  }

  private static void checkThatRowsAddUp(Job job, List<Tally> tallies) {
    for (Tally tally : tallies) {
      if (!tally.addsUp()) {
        throw new PipelineException(
            "Cannot publish the result of %s: of %d rows of %s (%d read), %d are in the output, %d merged and %d quarantined. Rows were lost or doubled; report this with the run's log."
                .formatted(
                    job.name(),
                    tally.in(),
                    tally.input(),
                    tally.read(),
                    tally.out(),
                    tally.merged(),
                    tally.quarantined()));
      }
    }
  }

  /** Spark wraps what a task throws; an operator needs what it wraps. */
  private static Throwable operatorsProblem(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof PipelineException) {
        return cause;
      }
    }
    return thrown;
  }

  private static void takeBack(ScopedLake scoped, Throwable thrown) {
    try {
      scoped.takeBack();
    } catch (RuntimeException failure) {
      thrown.addSuppressed(failure);
    }
  }

  /** A job that nobody could account for later has not been done. */
  private static @Nullable Throwable withAudit(
      Job job, @Nullable Throwable failure, @Nullable Throwable unwritten, ScopedLake scoped) {
    if (unwritten == null) {
      return failure;
    }
    if (failure != null) {
      failure.addSuppressed(unwritten);
      return failure;
    }
    PipelineException unaccounted =
        new PipelineException(
            "Cannot account for %s in %s: %s. What it wrote was taken back; check that the lake can be written and run it again."
                .formatted(job.name(), Ops.JOB_RUN, unwritten.getMessage()),
            unwritten);
    takeBack(scoped, unaccounted);
    return unaccounted;
  }

  /** Writes what became of the job, and returns why that was not possible, or null. */
  private @Nullable Throwable audit(
      Job job,
      Instant start,
      Duration duration,
      List<Tally> tallies,
      @Nullable Throwable failure,
      ScopedLake scoped) {
    List<Tally> audited = tallies.isEmpty() ? untaken(job) : tallies;
    try {
      List<Row> rows =
          audited.stream().map(tally -> row(job, start, duration, tally, failure, scoped)).toList();
      lake.replaceSlice(
          Ops.JOB_RUN,
          Map.of("as_of", asOf.toString(), "job", job.name()),
          lake.frame(rows, Ops.JOB_RUN.schema()));
      return null;
    } catch (Exception thrown) { // Spark throws checked exceptions that no signature declares.
      return thrown;
    }
  }

  /** The inputs of a job that took no rows, by what it declares; else it read raw files. */
  private static List<Tally> untaken(Job job) {
    return job.reads().isEmpty()
        ? List.of(Tally.whole("raw", 0, 0))
        : job.reads().stream()
            .map(table -> Tally.whole(table.name(), 0, 0))
            .sorted(Comparator.comparing(Tally::input))
            .toList();
  }

  private Row row(
      Job job,
      Instant start,
      Duration duration,
      Tally tally,
      @Nullable Throwable failure,
      ScopedLake scoped) {
    return RowFactory.create(
        Date.valueOf(asOf),
        job.name(),
        tally.input(),
        tally.read(),
        tally.in(),
        tally.out(),
        tally.merged(),
        tally.quarantined(),
        failure == null ? "done" : "failed",
        failure == null ? null : String.valueOf(failure.getMessage()),
        runId,
        Timestamp.from(start),
        duration.toMillis() / 1000.0,
        scoped.versionsRead(),
        scoped.versionsWritten());
  }
}
