package org.reelhouse.match;

import static org.apache.spark.sql.functions.asc;
import static org.apache.spark.sql.functions.asc_nulls_last;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.desc_nulls_last;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Gives each cluster a title id that survives reruns. */
final class TitleIds {
  private static final int HEX_DIGITS = 16;

  private TitleIds() {}

  /**
   * A title id that members of a cluster had before.
   *
   * @param holders members that had it
   * @param since the day since when the first of them had it
   */
  record Claim(String titleId, int holders, LocalDate since) {
    static final Comparator<Claim> STRONGEST_FIRST =
        Comparator.comparingInt((Claim claim) -> -claim.holders())
            .thenComparing(Claim::since)
            .thenComparing(Claim::titleId);

    private Claim and(Claim other) {
      LocalDate first = since.isBefore(other.since) ? since : other.since;
      return new Claim(titleId, holders + other.holders, first);
    }
  }

  /** The claims of a cluster's members summed per id, the strongest first. */
  static List<Claim> ranked(List<Claim> ofMembers) {
    Map<String, Claim> claims = new HashMap<>();
    ofMembers.forEach(claim -> claims.merge(claim.titleId(), claim, Claim::and));
    return claims.values().stream().sorted(Claim.STRONGEST_FIRST).toList();
  }

  /**
   * Adds {@code title_id}. A cluster keeps the id that most of its members had, and mints one of
   * its representative's reference where none had any. Where several clusters come to the same id,
   * after a split, the one with most of its holders has it, and the others mint anew with the date.
   *
   * @param clusters one row each: {@code representative}, and of its strongest claim {@code
   *     claimed_id}, {@code holders}, {@code held_since}, empty where there is none
   */
  static Dataset<Row> assign(Dataset<Row> clusters, LocalDate asOf) {
    Column anew = minted(concat(col("representative"), lit("@" + asOf)));
    WindowSpec claimants =
        Window.partitionBy("proposed_id")
            .orderBy(
                desc_nulls_last("holders"), asc_nulls_last("held_since"), asc("representative"));
    return clusters
        .withColumn("proposed_id", coalesce(col("claimed_id"), minted(col("representative"))))
        .withColumn("place", row_number().over(claimants))
        .withColumn("title_id", when(col("place").equalTo(1), col("proposed_id")).otherwise(anew))
        .drop("proposed_id", "place");
  }

  private static Column minted(Column text) {
    return concat(lit("t"), substring(sha2(text.cast("binary"), 256), 1, HEX_DIGITS));
  }
}
