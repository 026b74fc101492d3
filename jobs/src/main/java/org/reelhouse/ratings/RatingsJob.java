package org.reelhouse.ratings;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.when;

import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.Job;
import org.reelhouse.Tally;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.Lake;
import org.reelhouse.lake.Ops;
import org.reelhouse.lake.RawSnapshot;
import org.reelhouse.lake.Silver;
import org.reelhouse.lake.Table;

/** Brings the ratings of all sources onto titles and one scale. */
public final class RatingsJob implements Job {

  @Override
  public String name() {
    return "ratings";
  }

  @Override
  public String description() {
    return "Brings the ratings of all sources onto titles and one scale.";
  }

  @Override
  public Set<Table> reads() {
    return Set.of(Ops.INGESTION_LOG, Silver.TITLE_SOURCE);
  }

  @Override
  public Set<Table> writes() {
    return Set.of(Silver.RATING, Ops.QUARANTINE);
  }

  @Override
  public List<Tally> run(Lake lake, Settings settings) {
    List<RatingDump> dumps = RatingDump.of(settings);
    Dataset<Row> parsed = lake.keep(parsed(lake, dumps));
    Dataset<Row> located = located(parsed, lake.read(Silver.TITLE_SOURCE));
    Dataset<Row> newest = lake.keep(newestPerUserAndTitle(located));
    lake.replace(Silver.RATING, newest.drop("dataset"));
    lake.replaceSlice(
        Ops.QUARANTINE,
        Map.of("as_of", lake.asOf().toString(), "job", name()),
        quarantined(located, Date.valueOf(lake.asOf()), name()));
    return new RatingCounts(parsed, located, newest).tallies(dumps);
  }

  private static Dataset<Row> parsed(Lake lake, List<RatingDump> dumps) {
    List<Dataset<Row>> present = new ArrayList<>();
    present.add(lake.frame(List.of(), ParsedRating.SCHEMA));
    for (RatingDump dump : dumps) {
      lake.raw()
          .newest(dump.source(), dump.dataset())
          .map((RawSnapshot snapshot) -> dump.read(lake.raw(), snapshot))
          .ifPresent(present::add);
    }
    return present.stream().reduce(Dataset::union).orElseThrow();
  }

  /** The ratings with their title; those without one have a reason. */
  static Dataset<Row> located(Dataset<Row> parsed, Dataset<Row> titleSource) {
    Dataset<Row> titles =
        titleSource.select(
            col("source").as("titles_of"), col("source_id").as("item_id"), col("title_id"));
    return parsed
        .join(titles, new String[] {"titles_of", "item_id"}, "left_outer")
        .withColumn(
            "detail",
            when(
                    col("reason").isNull().and(col("title_id").isNull()),
                    concat(lit("no title of "), col("titles_of"), lit(" is "), col("item_id")))
                .otherwise(col("detail")))
        .withColumn("reason", coalesce(col("reason"), when(col("title_id").isNull(), "orphan")));
  }

  /**
   * One rating for each user and title: the newest, and of several equally new or without a time
   * the highest. Only values decide, so that the order of the lines does not matter.
   */
  static Dataset<Row> newestPerUserAndTitle(Dataset<Row> located) {
    return located
        .where(col("reason").isNull())
        .groupBy("source", "user_id", "title_id")
        .agg(max(struct("rated_at", "rating", "rating_source", "dataset")).as("newest"))
        .select("source", "user_id", "title_id", "newest.*")
        .withColumn("rated_at", timestamp_seconds(col("rated_at")));
  }

  /** The rows of {@code ops.quarantine}. */
  static Dataset<Row> quarantined(Dataset<Row> located, Date asOf, String job) {
    return located
        .where(col("reason").isNotNull())
        .select(
            lit(asOf).as("as_of"),
            lit(job).as("job"),
            col("source"),
            col("dataset"),
            col("snapshot"),
            col("file"),
            col("line"),
            col("reason"),
            col("detail"),
            col("raw"));
  }
}
