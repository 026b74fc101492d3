package org.reelhouse.match.incremental;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.match.blocking.Candidates;
import org.reelhouse.match.clusters.LongSet;

/**
 * All compared pairs: those of this run, and those of runs before that hold on.
 *
 * @param found pairs that this run compared, as {@link Candidates#compared} gives them
 * @param before {@code silver.match} as the run before left it; no rows where all was compared
 * @param holdsOn of {@code before}, what still is as it was found
 * @param findings what all blocks gave beside pairs
 * @param changed hashes of the source titles that came, went or changed in anything
 * @param isWhole whether all was compared
 */
public record ComparedPairs(
    Dataset<Row> found,
    Dataset<Row> before,
    Column holdsOn,
    Dataset<Row> findings,
    LongSet changed,
    boolean isWhole) {

  /** The result of comparing all source titles. */
  static ComparedPairs ofAll(Dataset<Row> compared) {
    return new ComparedPairs(
        compared.where(col("left").isNotNull()),
        compared.limit(0),
        lit(false),
        MatchState.findings(compared),
        LongSet.NONE,
        true);
  }

  /** Pairs of runs before, each with its {@code decision}. */
  public Dataset<Row> kept() {
    return before.where(holdsOn);
  }

  /** Pairs of runs before that are no pairs any more, or were compared again. */
  Dataset<Row> dropped() {
    return before.where(not(holdsOn));
  }

  /** All pairs whose both ends are in a scope. */
  public Dataset<Row> within(Scope scope) {
    return isWhole ? found : scope.pairsWithin(kept()).drop("decision").unionByName(found, true);
  }
}
