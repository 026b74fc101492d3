package org.reelhouse.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.reelhouse.match.evaluation.MatchingEvaluation;
import org.reelhouse.match.evaluation.MatchingEvaluation.PairCounts;
import org.reelhouse.match.evaluation.TitleSourceEvaluation;
import org.reelhouse.match.evaluation.TitleSourceEvaluation.SourcePair;

/** What evaluate-matching says, for people and for machines. */
final class MatchingReport {
  /** Pairs of sources that people are told of. */
  private static final int WORST = 10;

  private MatchingReport() {}

  static String text(MatchingEvaluation evaluation, double seconds) {
    return text(evaluation.pairs())
        + line(
            "pairs compared  %,d  (%.4f %% of all pairs)",
            evaluation.compared(), evaluation.shareCompared() * 100)
        + line("seconds         %.1f", seconds);
  }

  static String text(TitleSourceEvaluation evaluation, double seconds) {
    StringBuilder text = new StringBuilder(text(evaluation.all()));
    text.append(line("source titles   %,d judged", evaluation.judged()));
    text.append(
        line("                %,d of the lake are not in the truth", evaluation.unjudged()));
    text.append(line("                %,d of the truth are not in the lake", evaluation.missing()));
    text.append(line("                %,d have several works in the truth", evaluation.disputed()));
    text.append(line("seconds         %.1f", seconds));
    text.append(line("%nmost errors between              precision  recall   wrong  missed"));
    for (SourcePair worst : worst(evaluation)) {
      PairCounts pairs = worst.pairs();
      text.append(
          line(
              "%-32s %9.4f %7.4f %7d %7d",
              worst.left() + ", " + worst.right(),
              pairs.precision(),
              pairs.recall(),
              pairs.found() - pairs.correct(),
              pairs.gold() - pairs.correct()));
    }
    return text.toString();
  }

  private static Iterable<SourcePair> worst(TitleSourceEvaluation evaluation) {
    return evaluation.bySources().stream()
        .filter(pair -> pair.pairs().errors() > 0)
        .limit(WORST)
        .toList();
  }

  private static String text(PairCounts pairs) {
    return line(
            "precision       %.4f  (%,d of %,d pairs found are correct)",
            pairs.precision(), pairs.correct(), pairs.found())
        + line(
            "recall          %.4f  (%,d of %,d judged pairs are found)",
            pairs.recall(), pairs.correct(), pairs.gold())
        + line("F1              %.4f", pairs.f1());
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format + "%n", values);
  }

  static ObjectNode json(MatchingEvaluation evaluation, double seconds) {
    return shares(evaluation.pairs())
        .put("pairs_compared", evaluation.compared())
        .put("share_of_all_pairs", evaluation.shareCompared())
        .put("seconds", seconds)
        .setAll(counts(evaluation.pairs()));
  }

  static ObjectNode json(TitleSourceEvaluation evaluation, double seconds) {
    ObjectNode json = shares(evaluation.all()).setAll(counts(evaluation.all()));
    json.put("source_titles_judged", evaluation.judged())
        .put("source_titles_not_in_truth", evaluation.unjudged())
        .put("source_titles_not_in_lake", evaluation.missing())
        .put("source_titles_with_several_works", evaluation.disputed())
        .put("seconds", seconds);
    ArrayNode sources = json.putArray("pairs_of_sources");
    for (SourcePair pair : evaluation.bySources()) {
      ObjectNode one = sources.addObject().put("left", pair.left()).put("right", pair.right());
      one.setAll(shares(pair.pairs()));
      one.setAll(counts(pair.pairs()));
    }
    return json;
  }

  private static ObjectNode shares(PairCounts pairs) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("precision", pairs.precision())
        .put("recall", pairs.recall())
        .put("f1", pairs.f1());
  }

  private static ObjectNode counts(PairCounts pairs) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("gold", pairs.gold())
        .put("found", pairs.found())
        .put("correct", pairs.correct());
  }
}
