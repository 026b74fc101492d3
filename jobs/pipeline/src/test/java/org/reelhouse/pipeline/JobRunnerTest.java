package org.reelhouse.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.Job;
import org.reelhouse.PipelineException;
import org.reelhouse.Tally;
import org.reelhouse.lake.DeltaLake;
import org.reelhouse.lake.Lake;
import org.reelhouse.tables.Gold;
import org.reelhouse.tables.Ops;
import org.reelhouse.tables.Silver;
import org.reelhouse.tables.Table;
import org.reelhouse.testing.Rows;
import org.reelhouse.testing.ScriptedJob;
import org.reelhouse.testing.SparkTest;
import org.reelhouse.testing.TestSettings;

@SparkTest
class JobRunnerTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  @TempDir private Path folder;

  private DeltaLake lake(SparkSession spark) {
    return new DeltaLake(spark, folder.toString(), "run-1");
  }

  private static JobRunner runner(DeltaLake lake) {
    Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    return new JobRunner(lake, TestSettings.shipped(), DAY, "run-1", clock);
  }

  private static Dataset<Row> platform(SparkSession spark, String name) {
    return Rows.of(Gold.DIM_PLATFORM).with("platform", name, "titles", 1L).in(spark);
  }

  private static Job writer(Function<Lake, List<Tally>> work) {
    return new ScriptedJob(
        "writer", Set.of(), Set.of(Gold.DIM_PLATFORM), (lake, context) -> work.apply(lake));
  }

  @Test
  void writesWhatBecameOfEachInputToTheAudit(SparkSession spark) {
    DeltaLake lake = lake(spark);
    Job job =
        writer(
            scoped -> {
              scoped.replace(Gold.DIM_PLATFORM, platform(spark, "Hulu"));
              return List.of(new Tally("raw/hulu/titles", 3, 3, 1, 1, 1));
            });

    JobReport report = runner(lake).run(job);

    assertThat(report.rowsWritten()).isEqualTo(Map.of("gold.dim_platform", 1L));
    Row audit = lake.read(Ops.JOB_RUN).head();
    assertThat(Rows.valuesOf(audit))
        .containsEntry("job", "writer")
        .containsEntry("input", "raw/hulu/titles")
        .containsEntry("rows_merged", 1L)
        .containsEntry("status", "done")
        .containsEntry("run_id", "run-1");
    assertThat(audit.<String, Long>getJavaMap(audit.fieldIndex("versions_written")).toString())
        .contains("gold.dim_platform");
  }

  @Test
  void passesOnTheDayTheRunAndTheNotesOfTheJob(SparkSession spark) {
    List<Object> known = new ArrayList<>();
    Job job =
        new ScriptedJob(
            "noter",
            Set.of(),
            Set.of(),
            (scoped, context) -> {
              known.addAll(List.of(context.asOf(), context.runId()));
              context.note("a source is absent");
              return List.of();
            });

    JobReport report = runner(lake(spark)).run(job);

    assertThat(known).containsExactly(LocalDate.of(2026, 1, 1), "run-1");
    assertThat(report.notes()).containsExactly("a source is absent");
  }

  @Test
  void failsAJobWhoseRowsDoNotAddUpAndTakesItsWritesBack(SparkSession spark) {
    DeltaLake lake = lake(spark);
    lake.replace(Gold.DIM_PLATFORM, platform(spark, "Hulu"));
    Job job =
        writer(
            scoped -> {
              scoped.replace(Gold.DIM_PLATFORM, platform(spark, "Netflix"));
              return List.of(new Tally("silver.title", 2, 2, 1, 0, 0));
            });

    JobReport report = runner(lake).run(job);

    assertThat(report.failure())
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("of 2 rows of silver.title (2 read), 1 are in the output");
    assertThat(lake.read(Gold.DIM_PLATFORM).head().<String>getAs("platform")).isEqualTo("Hulu");
    assertThat(lake.read(Ops.JOB_RUN).head().<String>getAs("status")).isEqualTo("failed");
  }

  @Test
  void namesTheInputsOfAJobThatFailed(SparkSession spark) {
    DeltaLake lake = lake(spark);
    Job job =
        new ScriptedJob(
            "reader",
            Set.of(Silver.TITLE, Silver.RATING),
            Set.of(),
            (scoped, context) -> failing(scoped));

    runner(lake).run(job);

    assertThat(lake.read(Ops.JOB_RUN).orderBy("input").collectAsList())
        .extracting(row -> row.getAs("input") + " " + row.<String>getAs("status"))
        .containsExactly("silver.rating failed", "silver.title failed");
  }

  @Test
  void failsAJobThatCannotBeAccountedForAndTakesItsWritesBack(SparkSession spark)
      throws IOException {
    DeltaLake lake = lake(spark);
    lake.replace(Gold.DIM_PLATFORM, platform(spark, "Hulu"));
    Files.writeString(
        Files.createDirectories(folder.resolve("ops")).resolve("job_run"), "no table");
    Job job =
        writer(
            scoped -> {
              scoped.replace(Gold.DIM_PLATFORM, platform(spark, "Netflix"));
              return List.of();
            });

    JobReport report = runner(lake).run(job);

    assertThat(report.failure())
        .isInstanceOf(PipelineException.class)
        .hasMessageStartingWith("Cannot account for writer in ops.job_run: ");
    assertThat(report.rowsWritten()).isEmpty();
    assertThat(lake.read(Gold.DIM_PLATFORM).head().<String>getAs("platform")).isEqualTo("Hulu");
  }

  @Test
  void keepsTheFailureOfAJobThatCannotBeAccountedForEither(SparkSession spark) throws IOException {
    Files.writeString(
        Files.createDirectories(folder.resolve("ops")).resolve("job_run"), "no table");

    JobReport report = runner(lake(spark)).run(writer(JobRunnerTest::failing));

    assertThat(report.failure()).hasMessage("Cannot go on: a test. Nothing.");
    assertThat(Objects.requireNonNull(report.failure()).getSuppressed()).hasSize(1);
  }

  private static List<Tally> failing(Lake lake) {
    throw new PipelineException("Cannot go on: a test. Nothing.");
  }

  @Test
  void refusesAJobATableItDoesNotDeclareAndKeepsTheReason(SparkSession spark) {
    DeltaLake lake = lake(spark);
    Job job = writer(scoped -> read(scoped, Gold.DIM_TITLE));

    JobReport report = runner(lake).run(job);

    assertThat(report.failure())
        .hasMessageContaining("does not declare that it reads gold.dim_title");
    assertThat(lake.read(Ops.JOB_RUN).head().<String>getAs("error"))
        .contains("does not declare that it reads gold.dim_title");
  }

  private static List<Tally> read(Lake lake, Table table) {
    return List.of(Tally.whole(table.name(), lake.read(table).count(), 0));
  }

  @Test
  void skipsWhatWaitsForAFailedJobAndGoesOnWithTheOthers(SparkSession spark) {
    Job fails = writer(JobRunnerTest::failing);
    Job waits = ScriptedJob.idle("waits", Set.of(Gold.DIM_PLATFORM), Set.of(Gold.DIM_DATE));
    Job last = ScriptedJob.idle("last", Set.of(Gold.DIM_DATE), Set.of());
    Job other = ScriptedJob.idle("other", Set.of(), Set.of());
    Told told = new Told();

    List<JobReport> reports =
        new Pipeline(runner(lake(spark)), told, 1)
            .run(
                JobGraph.of(List.of(fails, waits, last, other)),
                Set.of("writer", "waits", "last", "other"));

    assertThat(reports).extracting(JobReport::job).containsExactly("writer", "other");
    assertThat(told.lines).contains("writer failed", "waits skipped", "last skipped", "other done");
  }

  /** Remembers what it was told. */
  private static final class Told implements Progress {
    private final List<String> lines = new ArrayList<>();

    @Override
    public synchronized void started(String job, int number, int total) {
      lines.add(job + " started");
    }

    @Override
    public synchronized void ended(JobReport report, int number, int total) {
      lines.add(report.job() + (report.done() ? " done" : " failed"));
    }

    @Override
    public synchronized void skipped(String job, int number, int total) {
      lines.add(job + " skipped");
    }
  }
}
