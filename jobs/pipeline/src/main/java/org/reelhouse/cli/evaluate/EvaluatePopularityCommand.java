package org.reelhouse.cli.evaluate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.reelhouse.Job;
import org.reelhouse.PipelineException;
import org.reelhouse.Report;
import org.reelhouse.cli.options.DayConverter;
import org.reelhouse.cli.options.SettingsOptions;
import org.reelhouse.cli.report.ReportPrinter;
import org.reelhouse.cli.session.Sessions;
import org.reelhouse.config.Settings;
import org.reelhouse.ingest.IngestJob;
import org.reelhouse.lake.DeltaLake;
import org.reelhouse.match.MatchJob;
import org.reelhouse.normalize.NormalizeJob;
import org.reelhouse.popularity.PopularityJob;
import org.reelhouse.popularity.PopularitySettings;
import org.reelhouse.popularity.PopularityUnit;
import org.reelhouse.popularity.evaluation.PopularityReport;
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
  static Settings settings(Settings given, Map<String, Path> files, String column) {
    PopularityUnit unit = new PopularityUnit(column, List.of(SOURCE));
    Map<String, List<Path>> byFormat = new LinkedHashMap<>();
    files.forEach((format, file) -> byFormat.put(format, List.of(file)));
    return LakeOfFiles.settings(given, SOURCE, byFormat)
        .with(given.of(PopularitySettings.class).withUnits(Map.of(SOURCE, unit)));
  }

  private Report measured(SparkSession spark, Settings settings) {
    LocalDate date = asOf == null ? LocalDate.now(ZoneOffset.UTC) : asOf;
    return LakeOfFiles.with(spark, SOURCE, lake -> measured(lake, date, settings));
  }

  /** Runs the jobs on an empty lake and reads what they measured. */
  static Report measured(DeltaLake lake, LocalDate date, Settings settings) {
    long start = System.nanoTime();
    LakeOfFiles.run(lake, settings, date, SOURCE, JOBS);
    return PopularityReport.of(lake, settings.of(PopularitySettings.class))
        .with("seconds", (System.nanoTime() - start) / 1e9);
  }
}
