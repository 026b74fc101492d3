package org.reelhouse.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.reelhouse.PipelineException;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.DeltaLake;
import org.reelhouse.lake.Silver;
import org.reelhouse.match.MatchingEvaluation;
import org.reelhouse.match.MatchingEvaluation.Pair;
import org.reelhouse.normalize.CatalogueFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the match job on two catalogues whose true pairs are known. */
@Command(
    name = "evaluate-matching",
    description = {
      "Matches two catalogues as the match job does and compares the result with judged pairs.",
      "The judged pairs are never learned from."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class EvaluateMatchingCommand implements Callable<Integer> {
  private static final int SOURCE_ID = Silver.SOURCE_TITLE.schema().fieldIndex("source_id");

  @Spec private CommandSpec spec;

  @Option(
      names = "--left",
      paramLabel = "FILE",
      required = true,
      description = "A catalogue in catalogue-csv, see docs/sources.md; a kind may be episode")
  private Path left = Path.of("");

  @Option(
      names = "--right",
      paramLabel = "FILE",
      required = true,
      description = "The other catalogue")
  private Path right = Path.of("");

  @Option(
      names = "--gold",
      paramLabel = "FILE",
      required = true,
      description = "Comma-separated source ids of equal works, below the header left,right")
  private Path gold = Path.of("");

  @Option(names = "--json", description = "Print the result as JSON and nothing else")
  private boolean json;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "One setting over those of conf/reference.yaml, such as match.threshold=0.9")
  private Map<String, String> overrides = new LinkedHashMap<>();

  @Override
  public Integer call() {
    long start = System.nanoTime();
    Settings settings = settings();
    CatalogueFile lefts = CatalogueFile.read(left, MatchingEvaluation.LEFT);
    CatalogueFile rights = CatalogueFile.read(right, MatchingEvaluation.RIGHT);
    Set<Pair> pairs = GoldPairs.read(gold, ids(lefts), ids(rights));
    List<Row> titles = new ArrayList<>(lefts.titles());
    titles.addAll(rights.titles());
    MatchingEvaluation evaluation =
        Sessions.with(
            "evaluate-matching",
            settings.spark(),
            spark -> MatchingEvaluation.of(lake(spark), titles, pairs, settings.match()));
    warn(left, lefts);
    warn(right, rights);
    print(spec.commandLine().getOut(), evaluation, (System.nanoTime() - start) / 1e9);
    return 0;
  }

  /** A lake for what is kept in memory only: nothing is read from it or written to it. */
  private static DeltaLake lake(SparkSession spark) {
    return new DeltaLake(spark, "evaluate-matching", LocalDate.EPOCH, "evaluate-matching");
  }

  private Settings settings() {
    try {
      return SettingsFiles.read(List.of(), overrides);
    } catch (PipelineException unusable) {
      throw new ParameterException(spec.commandLine(), String.valueOf(unusable.getMessage()));
    }
  }

  static Set<String> ids(CatalogueFile file) {
    return Stream.concat(
            file.titles().stream().map(title -> title.getString(SOURCE_ID)),
            file.rejected().stream().map(CatalogueFile.Rejected::id))
        .collect(Collectors.toSet());
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

  private void print(PrintWriter out, MatchingEvaluation evaluation, double seconds) {
    if (json) {
      out.println(toJson(evaluation, seconds).toPrettyString());
    } else {
      out.printf(
          Locale.ROOT,
          "precision       %.4f  (%,d of %,d pairs found are correct)%n"
              + "recall          %.4f  (%,d of %,d judged pairs are found)%n"
              + "F1              %.4f%n"
              + "pairs compared  %,d  (%.4f %% of all pairs)%n"
              + "seconds         %.1f%n",
          evaluation.precision(),
          evaluation.correct(),
          evaluation.found(),
          evaluation.recall(),
          evaluation.correct(),
          evaluation.gold(),
          evaluation.f1(),
          evaluation.compared(),
          evaluation.shareCompared() * 100,
          seconds);
    }
    out.flush();
  }

  private static ObjectNode toJson(MatchingEvaluation evaluation, double seconds) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("precision", evaluation.precision())
        .put("recall", evaluation.recall())
        .put("f1", evaluation.f1())
        .put("pairs_compared", evaluation.compared())
        .put("share_of_all_pairs", evaluation.shareCompared())
        .put("seconds", seconds)
        .put("gold", evaluation.gold())
        .put("found", evaluation.found())
        .put("correct", evaluation.correct());
  }
}
