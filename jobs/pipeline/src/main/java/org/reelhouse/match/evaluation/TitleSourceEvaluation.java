package org.reelhouse.match.evaluation;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.reelhouse.Report;
import org.reelhouse.lake.Lake;
import org.reelhouse.match.evaluation.MatchingEvaluation.PairCounts;
import scala.jdk.javaapi.CollectionConverters;

/**
 * How well the titles of a lake agree with a truth about its source titles.
 *
 * <p>Every two source titles of one title are a pair found, every two of one work a pair to find. A
 * group of n rows has n(n-1)/2 of them, so all is counted from the rows of each group, title and
 * work alike, and no pair is ever made.
 *
 * @param judged source titles that both the lake and the truth name; only these count
 * @param unjudged source titles of the lake that the truth does not name
 * @param missing source titles of the truth that the lake lacks
 * @param disputed source titles that the truth gives to several works
 * @param all the pairs of all sources
 * @param bySources the pairs of each two sources, those with most errors first
 */
public record TitleSourceEvaluation(
    long judged,
    long unjudged,
    long missing,
    long disputed,
    PairCounts all,
    List<SourcePair> bySources) {

  /** The columns of a truth: {@code source}, {@code source_id}, {@code work_id}. */
  public static final List<String> TRUTH = List.of("source", "source_id", "work_id");

  /** Pairs of sources that people are shown. */
  private static final int SHOWN = 10;

  private static final List<String> REFERENCE = TRUTH.subList(0, 2);

  /**
   * The pairs of a row of one source with one of another, or of two rows of one source.
   *
   * @param left the source whose name is the smaller, or both
   */
  public record SourcePair(String left, String right, PairCounts pairs) {}

  /** What is known of a source title. */
  private enum Standing {
    JUDGED,
    UNJUDGED,
    MISSING,
    DISPUTED
  }

  /**
   * Compares titles with a truth.
   *
   * @param titleSources {@code silver.title_source}
   * @param truth the columns {@link #TRUTH}, none of them null; the same row may stand there again
   */
  public static TitleSourceEvaluation of(Lake lake, Dataset<Row> titleSources, Dataset<Row> truth) {
    Dataset<Row> standing = lake.keep(standing(titleSources, truth));
    Map<Standing, Long> rows = new HashMap<>();
    standing
        .groupBy("standing")
        .count()
        .collectAsList()
        .forEach(row -> rows.put(Standing.valueOf(row.getString(0)), row.getLong(1)));
    List<SourcePair> bySources = bySources(standing.where(is(Standing.JUDGED)));
    return new TitleSourceEvaluation(
        rows.getOrDefault(Standing.JUDGED, 0L),
        rows.getOrDefault(Standing.UNJUDGED, 0L),
        rows.getOrDefault(Standing.MISSING, 0L),
        rows.getOrDefault(Standing.DISPUTED, 0L),
        bySources.stream().map(SourcePair::pairs).reduce(PairCounts.NONE, PairCounts::plus),
        bySources);
  }

  /** All that was measured; people are shown the pairs of sources with most errors. */
  public Report report() {
    Report.Rows sources =
        Report.Rows.of(
            "pairs_of_sources",
            "left",
            "right",
            "precision",
            "recall",
            "f1",
            "gold",
            "found",
            "correct");
    for (SourcePair pair : bySources) {
      PairCounts pairs = pair.pairs();
      sources =
          sources.with(
              pair.left(),
              pair.right(),
              pairs.precision(),
              pairs.recall(),
              pairs.f1(),
              pairs.gold(),
              pairs.found(),
              pairs.correct());
    }
    return all.report()
        .with("source_titles_judged", judged)
        .with("source_titles_not_in_truth", unjudged)
        .with("source_titles_not_in_lake", missing)
        .with("source_titles_with_several_works", disputed)
        .with(sources.showing(SHOWN));
  }

  /** Each source title of the lake or the truth, with its title, its work and its standing. */
  private static Dataset<Row> standing(Dataset<Row> titleSources, Dataset<Row> truth) {
    Dataset<Row> works =
        truth
            .groupBy(columns(REFERENCE))
            .agg(min("work_id").as("work_id"), max("work_id").as("other_work_id"));
    Column standing =
        when(col("title_id").isNull(), Standing.MISSING.name())
            .when(col("work_id").isNull(), Standing.UNJUDGED.name())
            .when(col("work_id").notEqual(col("other_work_id")), Standing.DISPUTED.name())
            .otherwise(Standing.JUDGED.name());
    return titleSources
        .select("source", "source_id", "title_id")
        .join(works, CollectionConverters.asScala(REFERENCE).toSeq(), "full_outer")
        .select(col("source"), col("title_id"), col("work_id"), standing.as("standing"));
  }

  private static Column is(Standing standing) {
    return col("standing").equalTo(standing.name());
  }

  /** There are as many rows as pairs of sources, which are some dozens. */
  private static List<SourcePair> bySources(Dataset<Row> judged) {
    return pairs(judged, "found", "title_id")
        .union(pairs(judged, "gold", "work_id"))
        .union(pairs(judged, "correct", "title_id", "work_id"))
        .groupBy("left", "right")
        .agg(total("found"), total("gold"), total("correct"))
        .collectAsList()
        .stream()
        .map(
            row ->
                new SourcePair(
                    row.getString(0),
                    row.getString(1),
                    new PairCounts(row.getLong(2), row.getLong(3), row.getLong(4))))
        .sorted(
            Comparator.comparingLong((SourcePair pair) -> -pair.pairs().errors())
                .thenComparing(SourcePair::left)
                .thenComparing(SourcePair::right))
        .toList();
  }

  private static Column total(String what) {
    Column ofThese = when(col("what").equalTo(what), col("pairs"));
    return coalesce(sum(ofThese), lit(0L)).as(what);
  }

  /**
   * The pairs within groups, by the sources of their rows.
   *
   * @param group columns that are equal in a group
   * @return {@code left}, {@code right}, {@code what}, {@code pairs}
   */
  private static Dataset<Row> pairs(Dataset<Row> judged, String what, String... group) {
    List<String> groupAndSource = new ArrayList<>(List.of(group));
    groupAndSource.add("source");
    Column within = expr("one.n * (one.n - 1) div 2");
    Column across = expr("one.n * other.n");
    return judged
        .groupBy(columns(groupAndSource))
        .agg(count(lit(1)).as("n"))
        .groupBy(columns(List.of(group)))
        .agg(array_sort(collect_list(struct("source", "n"))).as("rows"))
        .select(col("rows"), posexplode(col("rows")).as(new String[] {"place", "one"}))
        .select(col("one"), explode(expr("slice(rows, place + 1, size(rows) - place)")).as("other"))
        .select(
            col("one.source").as("left"),
            col("other.source").as("right"),
            lit(what).as("what"),
            when(col("one.source").equalTo(col("other.source")), within)
                .otherwise(across)
                .as("pairs"))
        .where(col("pairs").gt(0));
  }

  private static Column[] columns(List<String> names) {
    return names.stream().map(functions::col).toArray(Column[]::new);
  }
}
