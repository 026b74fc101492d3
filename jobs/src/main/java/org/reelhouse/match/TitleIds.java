package org.reelhouse.match;

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

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

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

  private TitleIds() {}

  /**
   * Adds {@code title_id}.
   *
   * @param members source titles with their {@code cluster}
   * @param holders {@code cluster}, {@code previous_id} and {@code previous_since} of the source
   *     titles that had a title before
   * @param ever all ids there ever were, as {@code title_id}
   */
  static Dataset<Row> assign(
      Dataset<Row> members, Dataset<Row> holders, Dataset<Row> ever, LocalDate asOf) {
    Dataset<Row> taken = ever.select(col("title_id").as("taken_id")).distinct();
    Column plain = minted(col("cluster"));
    Column anew =
        minted(concat(col("cluster"), lit("@" + asOf + "@"), coalesce(col("claimed"), lit(""))));
    return members
        .join(claims(holders), col("cluster").equalTo(col("claimant")), "left")
        .join(taken, plain.equalTo(col("taken_id")), "left")
        .withColumn(
            "title_id",
            when(col("winner").isNotNull(), col("claimed"))
                .when(col("claimed").isNull().and(col("taken_id").isNull()), plain)
                .otherwise(anew))
        .drop("claimant", "claimed", "winner", "taken_id");
  }

  /** One row per cluster that claims an id, with itself as {@code winner} where it keeps it. */
  private static Dataset<Row> claims(Dataset<Row> holders) {
    Dataset<Row> strongest =
        holders
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
