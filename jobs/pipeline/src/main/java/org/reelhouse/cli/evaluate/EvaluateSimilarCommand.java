package org.reelhouse.cli.evaluate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.reelhouse.cli.options.ReadingOptions;
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
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? json(evaluation).toPrettyString() + System.lineSeparator() : text(evaluation));
    out.flush();
    return 0;
  }

  private static String text(SimilarEvaluation evaluation) {
    StringBuilder text = new StringBuilder();
    evaluation
        .ndcg()
        .forEach(
            (name, ndcg) ->
                text.append(String.format(Locale.ROOT, "%-10s nDCG %7.4f%n", name, ndcg)));
    return text.append(
            String.format(
                Locale.ROOT,
                "%,d users. %,d of %,d titles have as many similar titles as asked for; of the %,d that nobody rated %,d.%n",
                evaluation.users(),
                evaluation.withNeighbours(),
                evaluation.titles(),
                evaluation.unrated(),
                evaluation.unratedWithNeighbours()))
        .toString();
  }

  private static ObjectNode json(SimilarEvaluation evaluation) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("users", evaluation.users())
            .put("titles", evaluation.titles())
            .put("titles_with_neighbours", evaluation.withNeighbours())
            .put("unrated", evaluation.unrated())
            .put("unrated_with_neighbours", evaluation.unratedWithNeighbours());
    evaluation.ndcg().forEach(json.putObject("ndcg")::put);
    return json;
  }
}
