package org.reelhouse.cli.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.io.file.PathUtils;
import org.apache.spark.sql.SparkSession;
import org.reelhouse.Job;
import org.reelhouse.PipelineException;
import org.reelhouse.config.DatasetSettings;
import org.reelhouse.config.Settings;
import org.reelhouse.config.SourceSettings;
import org.reelhouse.lake.DeltaLake;
import org.reelhouse.pipeline.JobReport;
import org.reelhouse.pipeline.JobRunner;

/**
 * A lake that jobs make from some files alone, in a folder that is gone afterwards. The jobs are
 * those of several features, which do not know each other, so this is the command line's.
 */
final class LakeOfFiles {
  private LakeOfFiles() {}

  /**
   * Settings of which the files are the only source.
   *
   * @param files by their format
   */
  static Settings settings(Settings given, String source, Map<String, List<Path>> files) {
    Map<String, DatasetSettings> datasets = new LinkedHashMap<>();
    files.forEach(
        (format, paths) ->
            datasets.put(
                format,
                new DatasetSettings(
                    format,
                    paths.stream().map(path -> path.toAbsolutePath().toUri().toString()).toList(),
                    null,
                    null,
                    null)));
    return given.withSources(Map.of(source, new SourceSettings(1, null, datasets)));
  }

  /**
   * Does some work with an empty lake, and removes it.
   *
   * @throws PipelineException if there is no room for it
   */
  static <T> T with(SparkSession spark, String runId, Function<DeltaLake, T> work) {
    try {
      Path folder = Files.createTempDirectory("reelhouse-evaluation");
      try {
        return work.apply(new DeltaLake(spark, folder.toString(), runId));
      } finally {
        PathUtils.deleteDirectory(folder);
      }
    } catch (IOException failure) {
      throw new PipelineException(
          "Cannot make a lake to evaluate in: " + failure.getMessage() + ". Mend java.io.tmpdir.",
          failure);
    }
  }

  /**
   * Runs jobs one after another.
   *
   * @throws PipelineException if one fails
   */
  static void run(DeltaLake lake, Settings settings, LocalDate asOf, String runId, List<Job> jobs) {
    JobRunner runner = new JobRunner(lake, settings, asOf, runId, Clock.systemUTC());
    for (Job job : jobs) {
      requireDone(runner.run(job));
    }
  }

  private static void requireDone(JobReport report) {
    Throwable failure = report.failure();
    if (failure != null) {
      throw failure instanceof PipelineException mendable
          ? mendable
          : new PipelineException(
              "Cannot evaluate: %s failed. %s".formatted(report.job(), failure), failure);
    }
  }
}
