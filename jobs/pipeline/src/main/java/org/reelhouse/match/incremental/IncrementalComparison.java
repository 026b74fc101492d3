package org.reelhouse.match.incremental;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.reelhouse.RunContext;
import org.reelhouse.lake.ContentHash;
import org.reelhouse.lake.Lake;
import org.reelhouse.match.MatchSettings;
import org.reelhouse.match.blocking.BlockShape;
import org.reelhouse.match.blocking.Candidates;
import org.reelhouse.match.blocking.Finding;
import org.reelhouse.match.blocking.Standing;
import org.reelhouse.match.clusters.LongSet;
import org.reelhouse.match.comparison.Profile;
import org.reelhouse.match.titles.ClusterTitles;
import org.reelhouse.tables.Silver;

/**
 * Compares again only what changed since the last run, with the result of comparing all.
 *
 * <p>Source titles that came, went or changed since the version that was compared last name the
 * blocks to look into. There they are compared with all others; two titles that stayed are compared
 * again only where the {@linkplain BlockShape shape} of the block changed, for what a comparison
 * gives depends on that beside the two. All other pairs are in {@code silver.match}. All is
 * compared where there is no earlier comparison of the same method, where its versions are gone, or
 * where source titles are so few, or so many of them changed, that it saves nothing.
 */
public final class IncrementalComparison {
  /** Up to so many blocks or source titles, 8 MB, are sent to each task. */
  static final int MOST_TOLD = 1_000_000;

  /** Where more than one title in so many changed, comparing all is as quick. */
  private static final int LARGEST_SHARE = 2;

  private final Lake lake;
  private final RunContext context;
  private final MatchSettings settings;
  private final Dataset<Row> sourceTitles;
  private final MatchState state;

  /**
   * A comparison.
   *
   * @param sourceTitles {@code silver.source_title} as it is
   * @param state what the run before left
   */
  public IncrementalComparison(
      Lake lake,
      RunContext context,
      MatchSettings settings,
      Dataset<Row> sourceTitles,
      MatchState state) {
    this.lake = lake;
    this.context = context;
    this.settings = settings;
    this.sourceTitles = Profile.stated(sourceTitles);
    this.state = state;
  }

  /** What {@link Candidates#compared} gives of all source titles. */
  public ComparedPairs compared() {
    return state.sourceTitles().flatMap(this::since).orElseGet(this::all);
  }

  private ComparedPairs all() {
    return ComparedPairs.ofAll(
        lake.keep(Candidates.compared(sourceTitles, settings, Candidates.FLOOR)));
  }

  private Optional<ComparedPairs> since(Dataset<Row> earlier) {
    long most = Math.min(MOST_TOLD, lake.count(Silver.SOURCE_TITLE) / LARGEST_SHARE);
    return LongSet.ofAtMost(Math.toIntExact(most), changedRecords(earlier))
        .flatMap(records -> since(Profile.stated(earlier), records));
  }

  /** Hashes of the references of source titles that came, went or changed in any value. */
  private Dataset<Long> changedRecords(Dataset<Row> earlier) {
    return changed(
        hashed(earlier, col("record_hash"))
            .union(hashed(sourceTitles, col("record_hash")))
            .union(inferred(state.inferences()))
            .union(inferred(Optional.of(lake.readOrEmpty(Silver.TITLE_INFERENCE)))));
  }

  /** What models infer changes a title as what its source states does. */
  private Dataset<Row> inferred(Optional<Dataset<Row>> inferences) {
    Column content = concat_ws("|", col("column"), concat_ws("|", col("values")));
    return hashed(
        inferences.orElseGet(() -> lake.readOrEmpty(Silver.TITLE_INFERENCE).limit(0)), content);
  }

  private static Dataset<Row> hashed(Dataset<Row> titles, Column content) {
    return titles.select(
        Scope.hash(ClusterTitles.reference()).as("reference"), xxhash64(content).as("content"));
  }

  /** Of two titles with one hash, both are compared where one changed. */
  private static Dataset<Long> changed(Dataset<Row> hashedTwice) {
    return hashedTwice
        .groupBy("reference", "content")
        .count()
        .where(col("count").equalTo(1))
        .select("reference")
        .distinct()
        .as(Encoders.LONG());
  }

  private Optional<ComparedPairs> since(Dataset<Row> earlier, LongSet records) {
    LongSet decided = LongSet.of(decidedByPeople().collectAsList());
    LongSet candidates = records.with(decided);
    if (candidates.isEmpty()) {
      return Optional.of(unchanged(records));
    }
    Column isCandidate = candidates.contains(Scope.hash(ClusterTitles.reference()));
    Dataset<Row> moved =
        lake.keep(
            Candidates.standing(earlier.where(isCandidate), Standing.WENT)
                .union(Candidates.standing(sourceTitles.where(isCandidate), Standing.CAME)));
    Column compared =
        ContentHash.ofRow(Silver.SOURCE_TITLE, column -> Profile.COLUMNS.contains(column.name()));
    LongSet changed = LongSet.of(changed(hashed(moved, compared)).collectAsList()).with(decided);
    return changed.isEmpty() ? Optional.of(unchanged(records)) : since(moved, records, changed);
  }

  /** Their pairs stand in the place of what was compared. */
  private Dataset<Long> decidedByPeople() {
    Dataset<Row> pairs = lake.read(Silver.MATCH).where(col("block").isNull());
    return pairs
        .select(Scope.hash(col("left")))
        .union(pairs.select(Scope.hash(col("right"))))
        .as(Encoders.LONG());
  }

  private ComparedPairs unchanged(LongSet records) {
    context.note("finds no source title changed since the last run");
    Dataset<Row> before = lake.read(Silver.MATCH);
    return new ComparedPairs(
        before.drop("decision").limit(0), before, lit(true), state.findings(), records, false);
  }

  private Optional<ComparedPairs> since(Dataset<Row> candidates, LongSet records, LongSet changed) {
    Column hasChanged = changed.contains(Scope.hash(ClusterTitles.reference()));
    Dataset<Row> moved = candidates.where(hasChanged);
    Dataset<Row> stayed = Candidates.standing(sourceTitles.where(not(hasChanged)), Standing.STAYED);
    return LongSet.ofAtMost(MOST_TOLD, Candidates.keys(moved))
        .map(blocks -> compared(moved.union(stayed), records, changed, blocks));
  }

  private ComparedPairs compared(
      Dataset<Row> standing, LongSet records, LongSet changed, LongSet blocks) {
    context.note(
        "compares again the %,d source titles that changed since the last run, in %,d blocks"
            .formatted(changed.size(), blocks.size()));
    Dataset<Row> again =
        lake.keep(Candidates.compared(standing, settings, Candidates.FLOOR, blocks));
    Column isRestructured = col("finding").equalTo(Finding.RESTRUCTURED.text());
    LongSet restructured =
        LongSet.of(again.where(isRestructured).select("block").as(Encoders.LONG()).collectAsList());
    return new ComparedPairs(
        again.where(col("left").isNotNull()),
        lake.read(Silver.MATCH),
        holdsOn(changed, restructured),
        state
            .findings()
            .where(not(blocks.contains(col("block"))))
            .unionByName(MatchState.findings(again.where(not(isRestructured)))),
        records,
        false);
  }

  /** Whether a pair of {@code silver.match} is still as it was found. */
  private static Column holdsOn(LongSet changed, LongSet restructured) {
    return col("block")
        .isNotNull()
        .and(not(restructured.contains(coalesce(col("block"), lit(0L)))))
        .and(not(changed.contains(Scope.hash(col("left")))))
        .and(not(changed.contains(Scope.hash(col("right")))));
  }
}
