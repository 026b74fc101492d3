package org.reelhouse.warehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import java.sql.Date;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.reelhouse.lake.Lake;
import org.reelhouse.tables.Gold;

/** The facts of popularity of all snapshots there ever were. */
final class PopularityHistory {
  private PopularityHistory() {}

  /**
   * Replaces the slices of the snapshots that are current for a source; slices of other snapshots
   * stay as they are. Of a slice, what a source with a newer snapshot said then stays, too.
   *
   * @return rows written
   */
  static long publish(Lake lake, Dataset<Row> sourceTitles) {
    Dataset<Row> current = sourceTitles.transform(PopularityHistory::facts);
    Dataset<Row> past = past(lake.readOrEmpty(Gold.FACT_POPULARITY), sourceTitles);
    long written = 0;
    for (Date snapshot : snapshots(current)) {
      Column slice = col("snapshot").equalTo(lit(snapshot));
      written +=
          lake.replaceSlice(
              Gold.FACT_POPULARITY,
              Map.of("snapshot", snapshot.toString()),
              current.filter(slice).unionByName(past.filter(slice)));
    }
    return written;
  }

  /** The rows of {@code gold.fact_popularity} that current snapshots give. */
  static Dataset<Row> facts(Dataset<Row> sourceTitles) {
    return sourceTitles
        .filter(SourceTitles.SPEAKS_OF_POPULARITY.and(col("popularity_rank").equalTo(1)))
        .select(
            col("title_id"),
            col("source"),
            col("snapshot"),
            Calendar.keyOf(col("snapshot")).as("date_key"),
            col("popularity"),
            col("score"),
            col("votes"),
            col("members"));
  }

  /**
   * The rows written before that a source has newer ones of. A rerun with the snapshots of before
   * keeps none, so that it replaces and does not add.
   */
  static Dataset<Row> past(Dataset<Row> written, Dataset<Row> sourceTitles) {
    Dataset<Row> newest = sourceTitles.groupBy("source").agg(max("snapshot").as("newest"));
    return written
        .join(newest, "source")
        .filter(col("snapshot").lt(col("newest")))
        .drop("newest")
        .join(
            sourceTitles.select("title_id", "source", "snapshot"),
            new String[] {"title_id", "source", "snapshot"},
            "left_anti");
  }

  /** {@code first_day} and {@code last_day} of each snapshot written so far. */
  static Dataset<Row> days(Lake lake) {
    return lake.readOrEmpty(Gold.FACT_POPULARITY)
        .select("snapshot")
        .select(col("snapshot").as("first_day"), col("snapshot").as("last_day"));
  }

  /** As many as there are raw datasets at most. */
  private static List<Date> snapshots(Dataset<Row> facts) {
    return facts.select("snapshot").distinct().sort("snapshot").as(Encoders.DATE()).collectAsList();
  }
}
