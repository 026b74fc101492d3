package org.reelhouse.match.titles;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.reelhouse.lake.Lake;
import org.reelhouse.match.clusters.LongSet;

/**
 * Gives each cluster a title id that survives reruns.
 *
 * <p>A cluster claims the id that most of its members had, then the one held longest, then the
 * smallest. Where several clusters claim an id, after a split, the one with most of its holders
 * keeps it. The others, and clusters that claim none, mint one of the reference they are named
 * after, and of the date where that id is taken.
 */
final class TitleIds {
  private static final int HEX_DIGITS = 16;

  /** Up to so many ids, 8 MB, are looked up without sorting all there were. */
  private static final int MOST_ASKED = 1_000_000;

  private TitleIds() {}

  /**
   * Adds {@code title_id}.
   *
   * @param members source titles with their {@code cluster}, and {@code previous_id} and {@code
   *     previous_since} of those that had a title before
   * @param ever all ids there ever were, as {@code title_id}
   */
  static Dataset<Row> assign(Lake lake, LocalDate asOf, Dataset<Row> members, Dataset<Row> ever) {
    Column plain = minted(col("cluster"));
    Column anew =
        minted(concat(col("cluster"), lit("@" + asOf + "@"), coalesce(col("claimed"), lit(""))));
    Dataset<Row> claiming =
        lake.keep(members.join(claims(members), col("cluster").equalTo(col("claimant")), "left"));
    Dataset<Row> taken = taken(claiming.where(col("claimed").isNull()).select(plain), ever);
    return claiming
        .join(taken, plain.equalTo(col("taken_id")), "left")
        .withColumn(
            "title_id",
            when(col("winner").isNotNull(), col("claimed"))
                .when(col("claimed").isNull().and(col("taken_id").isNull()), plain)
                .otherwise(anew))
        .drop("claimant", "claimed", "winner", "taken_id");
  }

  /** Which of some ids there were before, as {@code taken_id}. */
  private static Dataset<Row> taken(Dataset<Row> ids, Dataset<Row> ever) {
    Column id = col("title_id");
    Dataset<Long> asked = ids.toDF("title_id").select(xxhash64(id)).distinct().as(Encoders.LONG());
    return LongSet.ofAtMost(MOST_ASKED, asked)
        .map(hashes -> ever.where(hashes.contains(xxhash64(id))))
        .orElse(ever)
        .select(id.as("taken_id"))
        .distinct();
  }

  /** One row per cluster that claims an id, with itself as {@code winner} where it keeps it. */
  private static Dataset<Row> claims(Dataset<Row> members) {
    Dataset<Row> strongest =
        members
            .where(col("previous_id").isNotNull())
            .repartition(col("cluster")) // once for both groupings
            .groupBy("cluster", "previous_id")
            .agg(negate(count(lit(1))).as("fewness"), min("previous_since").as("held_since"))
            .groupBy(col("cluster").as("claimant"))
            .agg(min(struct("fewness", "held_since", "previous_id")).as("claim"))
            .select(col("claimant"), col("claim.previous_id").as("claimed"), col("claim"));
    Dataset<Row> winners =
        strongest
            .groupBy("claimed")
            .agg(min(struct("claim.fewness", "claim.held_since", "claimant")).as("best"))
            .select(col("best.claimant").as("winner"));
    return strongest
        .join(winners, col("claimant").equalTo(col("winner")), "left")
        .select("claimant", "claimed", "winner");
  }

  /** The id that a cluster of this name gets if nobody has it. */
  static Column minted(Column text) {
    return concat(lit("t"), substring(sha2(text.cast("binary"), 256), 1, HEX_DIGITS));
  }
}
