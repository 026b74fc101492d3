package org.reelhouse.ratings;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.StructType;
import org.reelhouse.Job;
import org.reelhouse.RunContext;
import org.reelhouse.Tally;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.GroupKeys;
import org.reelhouse.lake.Lake;
import org.reelhouse.tables.Ops;
import org.reelhouse.tables.Silver;
import org.reelhouse.tables.Table;

/** Brings the ratings of all sources onto titles and one scale. */
public final class RatingsJob implements Job {

  /** Newest first; where a source has no times, or equal ones, the higher rating. */
  private static final WindowSpec NEWEST_FIRST =
      Window.partitionBy(
              GroupKeys.hashedFirst(
                  col("user_id"),
                  col("title_id"),
                  // Each rejected record by itself: a broken file's would all be those of nobody.
                  when(col("reason").isNotNull(), xxhash64(col("file"), col("line")))))
          .orderBy(
              col("rated_at").desc_nulls_last(),
              col("rating").desc(),
              col("dataset"),
              col("item_id"));

  private static final StructType INPUT = StructType.fromDDL("source STRING, dataset STRING");

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
  public List<Tally> run(Lake lake, RunContext context, Settings settings) {
    List<RatingDataset> datasets = RatingDataset.all(lake, context.asOf(), settings);
    Dataset<Row> ranked =
        lake.keep(
            parsed(lake, datasets)
                .transform(rows -> onTitles(rows, lake.read(Silver.TITLE_SOURCE)))
                .transform(RatingsJob::newestFirst));
    lake.replace(Silver.RATING, ranked.transform(RatingsJob::newest));
    lake.replaceSlice(
        Ops.QUARANTINE,
        Map.of("as_of", context.asOf().toString(), "job", name()),
        ranked.transform(rows -> rejected(rows, context.asOf(), name())));
    return tallies(datasets, counted(lake, datasets), ranked);
  }

  private static Dataset<Row> parsed(Lake lake, List<RatingDataset> datasets) {
    return lake.raw()
        .read(datasets.stream().map(RatingDataset::reading).toList(), ParsedRating.SCHEMA);
  }

  /** Records by source and dataset. The files are read again, so that the account is a check. */
  private static Dataset<Row> counted(Lake lake, List<RatingDataset> datasets) {
    return lake.raw()
        .read(datasets.stream().map(RatingDataset::counting).toList(), INPUT)
        .groupBy("source", "dataset")
        .agg(count(lit(1)));
  }

  /** Ratings with the title they are about; those of unknown titles become orphans. */
  static Dataset<Row> onTitles(Dataset<Row> ratings, Dataset<Row> titleSource) {
    Dataset<Row> titles =
        titleSource.select(
            col("source").as("titles_of"), col("source_id").as("item_id"), col("title_id"));
    return ratings
        .join(titles, List.of("titles_of", "item_id").toArray(String[]::new), "left")
        .withColumn(
            "detail",
            when(
                    col("reason").isNull().and(col("title_id").isNull()),
                    concat(lit("no title "), col("item_id"), lit(" in "), col("titles_of")))
                .otherwise(col("detail")))
        .withColumn(
            "reason", coalesce(col("reason"), when(col("title_id").isNull(), lit("orphan"))));
  }

  /** Numbers the ratings of one user for one title in {@code place}; null for what is rejected. */
  static Dataset<Row> newestFirst(Dataset<Row> ratings) {
    return ratings.withColumn(
        "place", when(col("reason").isNull(), row_number().over(NEWEST_FIRST)));
  }

  static Dataset<Row> newest(Dataset<Row> ranked) {
    return ranked
        .where("place = 1")
        .select("source", "user_id", "title_id", "rating", "rating_source", "rated_at");
  }

  static Dataset<Row> rejected(Dataset<Row> ranked, LocalDate asOf, String job) {
    return ranked
        .where("place IS NULL")
        .select(
            lit(Date.valueOf(asOf)).as("as_of"),
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

  private static List<Tally> tallies(
      List<RatingDataset> datasets, Dataset<Row> counted, Dataset<Row> ranked) {
    Map<String, Row> read = byInput(counted);
    Map<String, Row> ended =
        byInput(
            ranked
                .groupBy("source", "dataset")
                .agg(
                    count_if(col("place").equalTo(1)),
                    count_if(col("place").gt(1)),
                    count_if(col("place").isNull())));
    return datasets.stream()
        .map(dataset -> dataset.snapshot().input())
        .map(
            input ->
                new Tally(
                    input,
                    number(read, input, 2),
                    number(read, input, 2),
                    number(ended, input, 2),
                    number(ended, input, 3),
                    number(ended, input, 4)))
        .toList();
  }

  private static Map<String, Row> byInput(Dataset<Row> counts) {
    return counts.collectAsList().stream()
        .collect(
            Collectors.toMap(
                row -> "raw/" + row.getString(0) + "/" + row.getString(1), Function.identity()));
  }

  /** A dataset without records has no row of counts. */
  private static long number(Map<String, Row> counts, String input, int column) {
    Row row = counts.get(input);
    return row == null ? 0 : row.getLong(column);
  }
}
