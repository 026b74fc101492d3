package org.reelhouse.cli.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.reelhouse.cli.options.ReadingOptions;
import org.reelhouse.cli.report.ReportPrinter;
import org.reelhouse.cli.session.Sessions;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.DeltaLake;
import org.reelhouse.tables.Silver;
import org.reelhouse.themes.ThemesSettings;
import org.reelhouse.themes.evaluation.ThemesEvaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the themes that the themes job finds in a lake or in files. */
@Command(
    name = "evaluate-themes",
    description = {
      "Finds themes in texts as the themes job does, several times, and measures their coherence, diversity and stability.",
      "The texts are those of the titles of a lake, or of files."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class EvaluateThemesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ReadingOptions options = new ReadingOptions();

  @Option(
      names = "--file",
      paramLabel = "FILE",
      arity = "1..*",
      description = "Files of titles, instead of a lake")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = TitleFiles.CATALOGUE,
      description =
          "Format of all files, as in conf/sources.yaml, see docs/guide/sources.md. Default: ${DEFAULT-VALUE}")
  private String format = TitleFiles.CATALOGUE;

  @Option(
      names = "--themes",
      paramLabel = "N",
      description =
          "Number of themes; the same as --set themes.count.min=N --set themes.count.max=N")
  private @Nullable Integer themes;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "How often themes are found with another seed, and with another fifth of the texts held out; at least 2. Default: ${DEFAULT-VALUE}")
  private int seeds = 3;

  @Option(names = "--json", description = "Print the result as JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    if (seeds < 2) {
      throw options.misuse(
          "Cannot compare %d seed: stability takes two. Give --seeds 2 or more.".formatted(seeds));
    }
    if (!files.isEmpty() && spec.commandLine().getParseResult().hasMatchedOption("--lake")) {
      throw options.misuse(
          "Cannot evaluate both a lake and files: --lake stands beside --file. Give one of the two.");
    }
    Settings settings =
        options.settings(
            themes == null
                ? Map.of()
                : Map.of(
                    "themes.count.min", String.valueOf(themes),
                    "themes.count.max", String.valueOf(themes)));
    long start = System.nanoTime();
    ThemesEvaluation evaluation =
        Sessions.with("evaluate-themes", settings.spark(), spark -> evaluate(spark, settings));
    double seconds = (System.nanoTime() - start) / 1e9;
    ReportPrinter.print(
        spec.commandLine().getOut(), evaluation.report().with("seconds", seconds), json);
    return 0;
  }

  private ThemesEvaluation evaluate(SparkSession spark, Settings settings) {
    DeltaLake lake = options.open(spark);
    if (files.isEmpty()) {
      return evaluate(lake, lake.read(Silver.TITLE), settings);
    }
    return TitleFiles.with(
        lake, spark, files, format, settings, titles -> evaluate(lake, titles, settings));
  }

  private ThemesEvaluation evaluate(DeltaLake lake, Dataset<Row> titles, Settings settings) {
    return ThemesEvaluation.of(lake, titles, settings.of(ThemesSettings.class), seeds);
  }
}
