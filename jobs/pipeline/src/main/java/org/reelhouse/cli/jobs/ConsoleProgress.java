package org.reelhouse.cli.jobs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reelhouse.PipelineException;
import org.reelhouse.lake.DeltaLake;
import org.reelhouse.pipeline.JobReport;
import org.reelhouse.pipeline.Progress;

/** Prints progress for people, or nothing but one JSON document at the end for machines. */
final class ConsoleProgress implements Progress {
  private final PrintWriter out;
  private final boolean json;
  private final long start = System.nanoTime();

  ConsoleProgress(PrintWriter out, boolean json) {
    this.out = out;
    this.json = json;
  }

  void begin(int jobs, String lake) {
    say("Running %d %s on the lake %s; starting Spark …", jobs, jobs == 1 ? "job" : "jobs", lake);
  }

  @Override
  public void started(String job, int number, int total) {
    say("[%d/%d] %s …", number, total, job);
  }

  @Override
  public void ended(JobReport report, int number, int total) {
    report.notes().forEach(note -> say("      %s: %s", report.job(), note));
    if (report.done()) {
      say(
          "[%d/%d] %s done in %s: %s",
          number, total, report.job(), seconds(report.duration()), written(report));
    } else {
      say("[%d/%d] %s FAILED after %s", number, total, report.job(), seconds(report.duration()));
      explain(report.failure());
    }
  }

  @Override
  public void skipped(String job, int number, int total) {
    say("[%d/%d] %s skipped: a job it waits for failed", number, total, job);
  }

  void logged(int versions) {
    say("%d versions of models logged to MLflow", versions);
  }

  void warn(String problem) {
    System.err.println(problem);
  }

  void end(List<JobReport> reports, DeltaLake lake) {
    Duration whole = Duration.ofNanos(System.nanoTime() - start);
    if (json) {
      out.println(toJson(reports, whole).toPrettyString());
    } else if (reports.size() > 1) {
      printTables(reports, lake);
      say("%nAll in %s.", seconds(whole));
    }
    out.flush();
  }

  private void printTables(List<JobReport> reports, DeltaLake lake) {
    say("%n%-32s %12s  %-11s %9s", "table", "rows", "job", "job took");
    for (JobReport report : reports) {
      report
          .rowsWritten()
          .forEach(
              (table, rows) ->
                  say(
                      "%-32s %,12d  %-11s %9s",
                      table, rows, report.job(), seconds(report.duration())));
    }
    say(
        "%nThe tables are Delta folders in the lake, such as %s",
        lake.location(org.reelhouse.tables.Gold.DIM_TITLE));
  }

  private static ObjectNode toJson(List<JobReport> reports, Duration whole) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("seconds", whole.toMillis() / 1000.0);
    ArrayNode jobs = root.putArray("jobs");
    for (JobReport report : reports) {
      ObjectNode job = jobs.addObject();
      job.put("job", report.job());
      job.put("status", report.done() ? "done" : "failed");
      job.put("seconds", report.duration().toMillis() / 1000.0);
      if (report.failure() != null) {
        job.put("error", String.valueOf(report.failure().getMessage()));
      }
      ObjectNode tables = job.putObject("tables");
      report.rowsWritten().forEach(tables::put);
    }
    return root;
  }

  private void explain(@Nullable Throwable failure) {
    if (failure instanceof PipelineException) {
      System.err.println(failure.getMessage());
    } else if (failure != null) {
      failure.printStackTrace();
    }
  }

  private static String written(JobReport report) {
    return report.rowsWritten().isEmpty()
        ? "nothing new"
        : report.rowsWritten().entrySet().stream()
            .map(entry -> String.format(Locale.ROOT, "%s %,d", entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(", "));
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }

  private synchronized void say(String format, Object... values) {
    if (!json) {
      out.println(String.format(Locale.ROOT, format, values));
      out.flush();
    }
  }
}
