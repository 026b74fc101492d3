package org.reelhouse.cli.evaluate;

import java.util.concurrent.Callable;
import org.reelhouse.cli.options.ReadingOptions;
import org.reelhouse.cli.report.ReportPrinter;
import org.reelhouse.cli.session.Sessions;
import org.reelhouse.config.Settings;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.recommend.evaluation.SimilarEvaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the titles that the recommend job finds similar, on ratings it did not learn from. */
@Command(
    name = "evaluate-similar",
    description = {
      "Looks up the titles similar to the one a user liked best, and whether they hold what else the user rated, beside behaviour alone, content alone and the popular titles.",
      "Holds out recommend.evaluation.share of the ratings of a lake."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class EvaluateSimilarCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ReadingOptions options = new ReadingOptions();

  @Option(names = "--json", description = "Print the result as JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    Settings settings = options.settings();
    SimilarEvaluation evaluation =
        Sessions.with(
            "evaluate-similar",
            settings.spark(),
            spark ->
                SimilarEvaluation.of(options.open(spark), settings.of(RecommendSettings.class)));
    ReportPrinter.print(spec.commandLine().getOut(), evaluation.report(), json);
    return 0;
  }
}
