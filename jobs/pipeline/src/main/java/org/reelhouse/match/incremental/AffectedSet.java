package org.reelhouse.match.incremental;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.reelhouse.RunContext;
import org.reelhouse.lake.Lake;
import org.reelhouse.match.clusters.HashedComponents;
import org.reelhouse.match.clusters.LongSet;
import org.reelhouse.match.review.Overrides;
import org.reelhouse.match.titles.ClusterTitles;
import org.reelhouse.match.titles.TitleLedger;
import org.reelhouse.tables.Silver;

/**
 * How far changes reach: which source titles could get another cluster, title or golden record than
 * the run before gave them.
 *
 * <p>These are the source titles that changed, the ends of pairs that came or went, those of which
 * people decided something, those that stayed behind when one left that is back, and whoever is
 * joined with any of these by probable pairs, old or new. Clusters and titles are parts of what is
 * joined so, and hang on nothing outside of it.
 */
public final class AffectedSet {
  private final Lake lake;
  private final RunContext context;
  private final MatchState state;
  private final TitleLedger ledger;
  private final Dataset<Row> titleSources;
  private final int mostEdges;

  /**
   * A measure of reach.
   *
   * @param titleSources {@code silver.title_source} as the run before left it
   * @param mostEdges up to so many pairs are followed, 40 bytes each on the driver
   */
  public AffectedSet(
      Lake lake,
      RunContext context,
      MatchState state,
      TitleLedger ledger,
      Dataset<Row> titleSources,
      int mostEdges) {
    this.lake = lake;
    this.context = context;
    this.state = state;
    this.ledger = ledger;
    this.titleSources = titleSources;
    this.mostEdges = mostEdges;
  }

  /**
   * What is to be decided anew: all where the titles of the run before cannot be built on, or where
   * it saves nothing.
   *
   * @param probable condition of the pairs that are edges of the graph
   */
  public Scope of(ComparedPairs pairs, Overrides overrides, Column probable) {
    if (pairs.isWhole() || ledger.isEmpty() || !state.outcomeStands()) {
      return Scope.ALL;
    }
    return origins(pairs, overrides)
        .flatMap(origins -> reached(origins, pairs, probable))
        .map(this::scope)
        .orElse(Scope.ALL);
  }

  private Scope scope(LongSet reached) {
    context.note(
        "decides anew on %,d source titles and leaves all others as they are"
            .formatted(reached.size()));
    return Scope.of(reached);
  }

  private Optional<LongSet> reached(LongSet origins, ComparedPairs pairs, Column probable) {
    if (origins.isEmpty()) {
      return Optional.of(LongSet.NONE);
    }
    if (lake.count(Silver.MATCH) + pairs.found().count() > mostEdges) {
      return Optional.empty();
    }
    Dataset<Row> edges =
        pairs
            .before()
            .where(probable)
            .select("left", "right")
            .union(pairs.found().where(probable).select("left", "right"));
    return Optional.of(HashedComponents.of(edges).reached(origins))
        .filter(reached -> reached.size() <= IncrementalComparison.MOST_TOLD);
  }

  private Optional<LongSet> origins(ComparedPairs pairs, Overrides overrides) {
    Dataset<Long> ends =
        ends(pairs.found()).union(ends(pairs.dropped())).union(leftBehind(pairs.changed()));
    return LongSet.ofAtMost(
            IncrementalComparison.MOST_TOLD, ends.union(overridden(overrides)).distinct())
        .map(pairs.changed()::with);
  }

  private static Dataset<Long> ends(Dataset<Row> pairs) {
    return pairs
        .select(Scope.hash(col("left")))
        .union(pairs.select(Scope.hash(col("right"))))
        .as(Encoders.LONG());
  }

  private Dataset<Long> overridden(Overrides overrides) {
    return lake.frame(
            overrides.pairs().stream()
                .flatMap(pair -> Stream.of(pair.left(), pair.right()))
                .map(RowFactory::create)
                .toList(),
            new StructType().add("reference", DataTypes.StringType))
        .select(Scope.hash(col("reference")))
        .as(Encoders.LONG());
  }

  /** Who is in the title that a source title had before it vanished, if that is back. */
  private Dataset<Long> leftBehind(LongSet changed) {
    Dataset<Long> titles =
        ledger
            .departed()
            .where(changed.contains(Scope.hash(col("reference"))))
            .select(xxhash64(col("left_id")))
            .as(Encoders.LONG());
    LongSet left = LongSet.of(titles.collectAsList());
    return (left.isEmpty()
            ? titleSources.limit(0)
            : titleSources.where(left.contains(xxhash64(col("title_id")))))
        .select(Scope.hash(ClusterTitles.reference()))
        .as(Encoders.LONG());
  }
}
