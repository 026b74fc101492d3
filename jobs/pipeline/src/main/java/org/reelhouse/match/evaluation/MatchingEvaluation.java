package org.reelhouse.match.evaluation;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.PipelineException;
import org.reelhouse.Report;
import org.reelhouse.lake.Lake;
import org.reelhouse.match.MatchSettings;
import org.reelhouse.match.blocking.Candidates;
import org.reelhouse.match.clusters.Clusters;
import org.reelhouse.match.clusters.SourcePriority;
import org.reelhouse.tables.Silver;

/**
 * How well the match job finds the pairs of two catalogues that somebody has judged. The judgement
 * is only counted against, never learned from.
 *
 * @param pairs how many were found, are judged equal, and both
 * @param compared pairs that shared a block and were compared
 * @param possible pairs of a title on the left and one on the right
 */
public record MatchingEvaluation(PairCounts pairs, long compared, double possible) {

  /** The name of the source on the left. */
  public static final String LEFT = "left";

  /** The name of the source on the right. */
  public static final String RIGHT = "right";

  /** Two source ids of the same work. */
  public record Pair(String left, String right) {}

  /**
   * Pairs of source titles.
   *
   * @param found pairs that the job takes for the same work
   * @param gold pairs that are the same work
   * @param correct pairs that are both
   */
  public record PairCounts(long found, long gold, long correct) {
    static final PairCounts NONE = new PairCounts(0, 0, 0);

    /** Share of the found pairs that are correct; 0 if none is found. */
    public double precision() {
      return found == 0 ? 0 : (double) correct / found;
    }

    /** Share of the pairs that are the same work that are found; 0 if there are none. */
    public double recall() {
      return gold == 0 ? 0 : (double) correct / gold;
    }

    /** The harmonic mean of precision and recall. */
    public double f1() {
      return found + gold == 0 ? 0 : 2.0 * correct / (found + gold);
    }

    /** Pairs that are wrong or missed. */
    public long errors() {
      return found + gold - 2 * correct;
    }

    /** The three shares and what they are counted from. */
    Report report() {
      return Report.EMPTY
          .with(
              "precision",
              precision(),
              "%,d of %,d pairs found are correct".formatted(correct, found))
          .with("recall", recall(), "%,d of %,d judged pairs are found".formatted(correct, gold))
          .with("f1", f1())
          .with("gold", gold)
          .with("found", found)
          .with("correct", correct);
    }

    PairCounts plus(PairCounts other) {
      return new PairCounts(found + other.found, gold + other.gold, correct + other.correct);
    }
  }

  /**
   * Matches two catalogues as the job does and compares the result with the judged pairs.
   *
   * @param titles rows of {@code silver.source_title} of the sources {@link #LEFT} and {@link
   *     #RIGHT}
   * @throws PipelineException if two titles of a source have one id
   */
  public static MatchingEvaluation of(
      Lake lake, List<Row> titles, Set<Pair> gold, MatchSettings settings) {
    requireDistinctIds(titles);
    Dataset<Row> sourceTitles = lake.frame(titles, Silver.SOURCE_TITLE.schema());
    Dataset<Row> compared = lake.keep(Candidates.compared(sourceTitles, settings, 0));
    Dataset<Row> probable = compared.where(col("probability").geq(settings.threshold()));
    Dataset<Row> members =
        Clusters.members(lake, probable, SourcePriority.NONE, Map.of(), Clusters.Limits.USUAL);
    Set<Pair> found = pairs(members.collectAsList());
    long lefts = titles.stream().filter(title -> source(title).equals(LEFT)).count();
    return new MatchingEvaluation(
        new PairCounts(found.size(), gold.size(), found.stream().filter(gold::contains).count()),
        compared.where(col("left").isNotNull()).count(),
        (double) lefts * (titles.size() - lefts));
  }

  /** Share of all pairs that were compared. */
  public double shareCompared() {
    return possible == 0 ? 0 : compared / possible;
  }

  /** All that was measured. */
  public Report report() {
    return pairs
        .report()
        .with("pairs_compared", compared)
        .with("share_of_all_pairs", shareCompared());
  }

  private static void requireDistinctIds(List<Row> titles) {
    Set<String> seen = new HashSet<>();
    for (Row title : titles) {
      if (!seen.add(source(title) + ":" + id(title))) {
        throw new PipelineException(
            "Cannot evaluate: source_id %s stands twice on the %s. Give each title its own."
                .formatted(id(title), source(title)));
      }
    }
  }

  private static Set<Pair> pairs(List<Row> members) {
    Map<String, List<String>> clusters = new HashMap<>();
    for (Row member : members) {
      clusters
          .computeIfAbsent(member.getAs("cluster"), cluster -> new ArrayList<>())
          .add(member.getAs("reference"));
    }
    Set<Pair> pairs = new HashSet<>();
    for (List<String> cluster : clusters.values()) {
      for (String left : idsOf(LEFT, cluster)) {
        idsOf(RIGHT, cluster).forEach(right -> pairs.add(new Pair(left, right)));
      }
    }
    return pairs;
  }

  private static List<String> idsOf(String source, List<String> references) {
    return references.stream()
        .filter(reference -> reference.startsWith(source + ":"))
        .map(reference -> reference.substring(source.length() + 1))
        .toList();
  }

  private static String source(Row title) {
    return title.getString(Silver.SOURCE_TITLE.schema().fieldIndex("source"));
  }

  private static String id(Row title) {
    return title.getString(Silver.SOURCE_TITLE.schema().fieldIndex("source_id"));
  }
}
