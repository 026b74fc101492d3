package org.reelhouse.cli.evaluate;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.reelhouse.PipelineException;
import org.reelhouse.Report;
import org.reelhouse.cli.options.ReadingOptions;
import org.reelhouse.cli.report.ReportPrinter;
import org.reelhouse.cli.session.Sessions;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.DeltaLake;
import org.reelhouse.match.MatchSettings;
import org.reelhouse.match.evaluation.GoldPairs;
import org.reelhouse.match.evaluation.MatchingEvaluation;
import org.reelhouse.match.evaluation.MatchingEvaluation.Pair;
import org.reelhouse.match.evaluation.TitleSourceEvaluation;
import org.reelhouse.normalize.CatalogueFile;
import org.reelhouse.raw.CsvFiles;
import org.reelhouse.tables.Silver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the match job on two catalogues, or on a lake, whose truth is known. */
@Command(
    name = "evaluate-matching",
    description = {
      "With --left, --right and --gold: matches two catalogues as the match job does and compares the result with judged pairs.",
      "With --truth: compares the titles of a lake with the works that its source titles are.",
      "What is judged is never learned from."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class EvaluateMatchingCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ReadingOptions options = new ReadingOptions();

  @Option(
      names = "--truth",
      paramLabel = "FILE",
      description =
          "Comma-separated rows below the header source,source_id,work_id, as \"reelhouse samples\" writes them; a folder or a glob in quotes where there are several files")
  private @Nullable String truth;

  @Option(
      names = "--left",
      paramLabel = "FILE",
      description = "A catalogue in catalogue-csv (docs/guide/sources.md); a kind may be episode")
  private @Nullable Path left;

  @Option(names = "--right", paramLabel = "FILE", description = "The other catalogue")
  private @Nullable Path right;

  @Option(
      names = "--gold",
      paramLabel = "FILE",
      description = "Comma-separated source ids of equal works, below the header left,right")
  private @Nullable Path gold;

  @Option(names = "--json", description = "Print the result as JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    requireOneForm();
    Settings settings = options.settings();
    if (truth != null) {
      ofLake(truth, settings);
    } else if (left != null && right != null && gold != null) {
      ofCatalogues(left, right, gold, settings);
    }
    return 0;
  }

  private void requireOneForm() {
    List<String> given = Stream.of("--left", "--right", "--gold").filter(this::isGiven).toList();
    if (truth == null && given.size() < 3) {
      throw options.misuse(
          "Cannot evaluate: there is nothing to compare with. Give --truth for the titles of a lake, or all of --left, --right and --gold for two catalogues.");
    }
    if (truth != null && !given.isEmpty()) {
      throw options.misuse(
          "Cannot evaluate both a lake and two catalogues: --truth stands beside %s. Give one of the two forms."
              .formatted(String.join(", ", given)));
    }
    if (truth == null && isGiven("--lake")) {
      throw options.misuse(
          "Cannot evaluate two catalogues in a lake: --lake stands beside --left, --right, --gold, which read no lake. Leave it out, or give --truth instead of those.");
    }
  }

  private boolean isGiven(String option) {
    return spec.commandLine().getParseResult().hasMatchedOption(option);
  }

  private void ofLake(String truth, Settings settings) {
    long start = System.nanoTime();
    TitleSourceEvaluation evaluation =
        Sessions.with("evaluate-matching", settings.spark(), spark -> ofLake(spark, truth));
    if (evaluation.judged() == 0) {
      throw new PipelineException(
          "Cannot evaluate %s: none of its %,d source titles is in the lake %s. Give the truth of the dumps that the lake was made from."
              .formatted(truth, evaluation.missing(), options.lakeUri()));
    }
    print(evaluation.report(), start);
  }

  private TitleSourceEvaluation ofLake(SparkSession spark, String truth) {
    DeltaLake lake = options.open(spark);
    return TitleSourceEvaluation.of(
        lake,
        lake.read(Silver.TITLE_SOURCE),
        CsvFiles.read(spark, truth, TitleSourceEvaluation.TRUTH));
  }

  private void ofCatalogues(Path left, Path right, Path gold, Settings settings) {
    long start = System.nanoTime();
    CatalogueFile lefts = CatalogueFile.read(left, MatchingEvaluation.LEFT);
    CatalogueFile rights = CatalogueFile.read(right, MatchingEvaluation.RIGHT);
    Set<Pair> pairs = GoldPairs.read(gold, lefts.ids(), rights.ids());
    List<Row> titles = new ArrayList<>(lefts.titles());
    titles.addAll(rights.titles());
    MatchingEvaluation evaluation =
        Sessions.with(
            "evaluate-matching",
            settings.spark(),
            spark ->
                MatchingEvaluation.of(
                    options.open(spark), titles, pairs, settings.of(MatchSettings.class)));
    warn(left, lefts);
    warn(right, rights);
    print(evaluation.report(), start);
  }

  private void warn(Path file, CatalogueFile catalogue) {
    if (!catalogue.rejected().isEmpty()) {
      CatalogueFile.Rejected first = catalogue.rejected().get(0);
      PrintWriter err = spec.commandLine().getErr();
      err.printf(
          Locale.ROOT,
          "%s: %,d records are left out, the first in line %d: %s%n",
          file,
          catalogue.rejected().size(),
          first.line(),
          first.why());
      err.flush();
    }
  }

  private void print(Report report, long start) {
    double seconds = (System.nanoTime() - start) / 1e9;
    ReportPrinter.print(spec.commandLine().getOut(), report.with("seconds", seconds), json);
  }
}
