package org.reelhouse.match.incremental;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.match.clusters.LongSet;
import org.reelhouse.match.titles.ClusterTitles;

/**
 * The source titles on which a run decides anew. All others keep the decisions, the title and the
 * golden record that the run before gave them.
 *
 * <p>A scope is closed: who shares a title before or now, or a probable pair, is in it or out of it
 * as a whole. References are known by their hashes; of two with one hash either both are in it or
 * none.
 */
public final class Scope {
  /** All source titles. */
  static final Scope ALL = new Scope(Optional.empty());

  private final Optional<LongSet> references;

  private Scope(Optional<LongSet> references) {
    this.references = references;
  }

  /**
   * Some source titles.
   *
   * @param references {@linkplain #hash hashes} of theirs
   */
  static Scope of(LongSet references) {
    return new Scope(Optional.of(references));
  }

  /** By what a scope knows a source title. */
  public static Column hash(Column reference) {
    return xxhash64(reference);
  }

  public boolean isAll() {
    return references.isEmpty();
  }

  /** Whether nothing is decided anew. */
  public boolean isNothing() {
    return references.isPresent() && references.get().isEmpty();
  }

  /** Of rows of source titles those in it. */
  public Dataset<Row> within(Dataset<Row> sourceTitles) {
    return references
        .map(set -> sourceTitles.where(set.contains(hash(ClusterTitles.reference()))))
        .orElse(sourceTitles);
  }

  /** Of rows of pairs those both of whose ends are in it. */
  Dataset<Row> pairsWithin(Dataset<Row> pairs) {
    return references.map(set -> pairs.where(isWithin(set))).orElse(pairs);
  }

  /**
   * The whole of a table of which some rows are made anew.
   *
   * @param before the table as the run before left it; asked for only where some of it stays
   * @param reference of a source title that a row is about
   */
  public Dataset<Row> completed(
      Dataset<Row> anew, Supplier<Dataset<Row>> before, Column reference) {
    return references
        .map(set -> before.get().where(not(set.contains(hash(reference)))).unionByName(anew))
        .orElse(anew);
  }

  /** {@link #completed} for pairs: those with an end outside of it stay. */
  public Dataset<Row> completedPairs(Dataset<Row> anew, Supplier<Dataset<Row>> before) {
    return references
        .map(set -> before.get().where(not(isWithin(set))).unionByName(anew))
        .orElse(anew);
  }

  private static Column isWithin(LongSet references) {
    return references.contains(hash(col("left"))).and(references.contains(hash(col("right"))));
  }
}
