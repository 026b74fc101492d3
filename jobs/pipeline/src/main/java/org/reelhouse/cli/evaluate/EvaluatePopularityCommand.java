package org.reelhouse.cli.evaluate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.commons.io.file.PathUtils;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.reelhouse.Job;
import org.reelhouse.PipelineException;
import org.reelhouse.Report;
import org.reelhouse.cli.options.DayConverter;
import org.reelhouse.cli.options.SettingsOptions;
import org.reelhouse.cli.report.ReportPrinter;
import org.reelhouse.cli.session.Sessions;
import org.reelhouse.config.DatasetSettings;
import org.reelhouse.config.Settings;
import org.reelhouse.config.SourceSettings;
import org.reelhouse.ingest.IngestJob;
import org.reelhouse.lake.DeltaLake;
import org.reelhouse.match.MatchJob;
import org.reelhouse.normalize.NormalizeJob;
import org.reelhouse.pipeline.JobReport;
import org.reelhouse.pipeline.JobRunner;
import org.reelhouse.popularity.PopularityJob;
import org.reelhouse.popularity.PopularitySettings;
import org.reelhouse.popularity.PopularityUnit;
import org.reelhouse.popularity.evaluation.PopularityReport;
import org.reelhouse.tables.Gold;
import org.reelhouse.tables.Ops;
import org.reelhouse.tables.Silver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the popularity job on dumps that stand in no lake, in a lake that is removed again. */
@Command(
    name = "evaluate-popularity",
    description = {
      "Lets ingest, normalize, match and popularity run on some files of one source, in a lake of their own that is removed afterwards, and prints how well popularity is predicted from what is known before release.",
      "It is measured on titles that training did not see: drawn by chance (split random), and the last fifth by release date with a forest of its own (split release date), each beside the mean of the training titles."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class EvaluatePopularityCommand implements Callable<Integer> {
  private static final String SOURCE = "evaluated";

  private static final List<Job> JOBS =
      List.of(new IngestJob(), new NormalizeJob(), new MatchJob(), new PopularityJob());

  @Spec private CommandSpec spec;
  @Mixin private SettingsOptions options = new SettingsOptions();

  @Option(
      names = "--file",
      required = true,
      paramLabel = "FORMAT=FILE",
      description =
          "A file and its format as conf/sources.yaml names it, such as tmdb-csv=movies.csv.gz; may be given again for what belongs to the same titles, such as tmdb-credits-csv=credits.csv")
  private Map<String, Path> files = new LinkedHashMap<>();

  @Option(
      names = "--column",
      paramLabel = "COLUMN",
      description = "What is predicted: popularity or members. Default: ${DEFAULT-VALUE}",
      defaultValue = "popularity")
  private String column = "popularity";

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = DayConverter.class,
      description = "Titles released later are not measured. Default: today in UTC")
  private @Nullable LocalDate asOf;

  @Option(names = "--json", description = "Print the result as JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    files.values().forEach(this::requireReadable);
    Settings settings = settings(options.settings());
    Report report =
        Sessions.with("evaluate-popularity", settings.spark(), spark -> measured(spark, settings));
    ReportPrinter.print(spec.commandLine().getOut(), report, json);
    return 0;
  }

  private void requireReadable(Path file) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new PipelineException(
          "Cannot evaluate on " + file + ": no such readable file. Mend --file.");
    }
  }

  private Settings settings(Settings given) {
    try {
      return settings(given, files, column);
    } catch (IllegalArgumentException unusable) {
      throw options.misuse("Cannot evaluate: --column " + unusable.getMessage() + ".");
    }
  }

  /**
   * Settings of which the files are the only source, and its column the only unit of popularity.
   *
   * @throws IllegalArgumentException if the column does not measure popularity
   */
  public static Settings settings(Settings given, Map<String, Path> files, String column) {
    Map<String, DatasetSettings> datasets = new LinkedHashMap<>();
    files.forEach(
        (format, file) ->
            datasets.put(
                format,
                new DatasetSettings(
                    format, List.of(file.toAbsolutePath().toUri().toString()), null, null, null)));
    PopularityUnit unit = new PopularityUnit(column, List.of(SOURCE));
    return given
        .withSources(Map.of(SOURCE, new SourceSettings(1, null, datasets)))
        .with(given.of(PopularitySettings.class).withUnits(Map.of(SOURCE, unit)));
  }

  private Report measured(SparkSession spark, Settings settings) {
    try {
      Path folder = Files.createTempDirectory("reelhouse-popularity");
      try {
        LocalDate date = asOf == null ? LocalDate.now(ZoneOffset.UTC) : asOf;
        return measured(new DeltaLake(spark, folder.toString(), SOURCE), date, settings);
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
   * Runs the jobs on an empty lake and reads what they measured, but not by source: all titles are
   * of the one that the files make up.
   */
  public static Report measured(DeltaLake lake, LocalDate date, Settings settings) {
    long start = System.nanoTime();
    JobRunner runner = new JobRunner(lake, settings, date, SOURCE, Clock.systemUTC());
    for (Job job : JOBS) {
      requireDone(runner.run(job));
    }
    List<Row> metrics =
        lake.readOrEmpty(Ops.MODEL_METRIC)
            .where(not(col("segment").startsWith("source")))
            .collectAsList();
    if (metrics.isEmpty()) {
      throw new PipelineException(
          "Cannot evaluate: of %,d titles fewer than %d are released and tell their popularity. Give more titles, another --column, or lower popularity.min-titles."
              .formatted(
                  lake.count(Silver.TITLE), settings.of(PopularitySettings.class).minTitles()));
    }
    return PopularityReport.of(
            lake.count(Silver.SOURCE_TITLE),
            metrics,
            lake.read(Gold.POPULARITY_DRIVER).orderBy("rank").collectAsList())
        .with("seconds", (System.nanoTime() - start) / 1e9);
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
