package org.reelhouse.cli.jobs;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.reelhouse.PipelineException;
import org.reelhouse.cli.options.LakeOptions;
import org.reelhouse.cli.options.LocalFolder;
import org.reelhouse.cli.session.Sessions;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.DeltaLake;
import org.reelhouse.models.MlFlow;
import org.reelhouse.models.ModelsSettings;
import org.reelhouse.pipeline.JobReport;
import org.reelhouse.pipeline.JobRunner;
import org.reelhouse.pipeline.Pipeline;
import org.reelhouse.pipeline.PipelineSettings;

/** Runs chosen jobs in one session and reports progress to the terminal. */
final class Execution {
  private Execution() {}

  /**
   * Runs the jobs.
   *
   * @return 0 if all were done, else 1
   */
  static int run(
      LakeOptions options, String name, Set<String> chosen, boolean json, PrintWriter out) {
    Settings settings = options.settings();
    LocalFolder.of(options.lakeUri()).ifPresent(LocalFolder::checkWritable);
    ConsoleProgress progress = new ConsoleProgress(out, json);
    progress.begin(chosen.size(), options.lakeUri());
    return Sessions.with(
        name,
        settings.spark(),
        spark -> {
          DeltaLake lake = options.open(spark);
          JobRunner runner =
              new JobRunner(lake, settings, options.asOf(), options.runId(), Clock.systemUTC());
          List<JobReport> reports =
              new Pipeline(runner, progress, settings.of(PipelineSettings.class).parallelJobs())
                  .run(Jobs.graph(), chosen);
          log(settings.of(ModelsSettings.class).mlflow(), lake, options.runId(), progress);
          progress.end(reports, lake);
          return reports.size() == chosen.size() && reports.stream().allMatch(JobReport::done)
              ? 0
              : 1;
        });
  }

  /** A server that does not answer takes nothing from what was published. */
  private static void log(
      ModelsSettings.MlFlow mlflow, DeltaLake lake, String runId, ConsoleProgress progress) {
    if (mlflow.uri() != null) {
      try {
        progress.logged(new MlFlow(mlflow).log(lake, runId, Clock.systemUTC().instant()));
      } catch (PipelineException failure) {
        progress.warn(String.valueOf(failure.getMessage()));
      }
    }
  }
}
