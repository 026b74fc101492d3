package org.reelhouse.match.titles;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import org.reelhouse.lake.Lake;
import org.reelhouse.match.clusters.Clusters;
import org.reelhouse.match.clusters.SourcePriority;
import org.reelhouse.tables.Silver;
import scala.jdk.javaapi.CollectionConverters;

/** Makes one title of each cluster of source titles. */
public final class ClusterTitles {
  private static final Column REFERENCE = concat(col("source"), lit(":"), col("source_id"));

  private static final String[] KEY = {"source", "source_id"};

  private static final Column[] IDENTIFIED =
      Stream.of("source", "source_id", "title_id", "since", "method", "cluster")
          .map(functions::col)
          .toArray(Column[]::new);

  private static final List<String> COLUMNS =
      Arrays.stream(Silver.TITLE.schema().fieldNames())
          .filter(name -> !name.equals("title_id"))
          .toList();

  private ClusterTitles() {}

  /**
   * Every source title with the id of the title it is.
   *
   * @param members what {@link Clusters#members} gives; a source title that is absent is alone
   * @param previous {@code silver.title_source} as it was, as far as the source titles, or those
   *     they shared a title with, are in it
   * @param standing all ids of titles there were, as {@code title_id}
   * @param ledger remembers source titles and ids that are in no title now
   * @return {@code silver.title_source}, and the {@code cluster}
   */
  public static Dataset<Row> identified(
      Lake lake,
      LocalDate asOf,
      Dataset<Row> sourceTitles,
      Dataset<Row> members,
      Dataset<Row> previous,
      Dataset<Row> standing,
      TitleLedger ledger) {
    Dataset<Row> references =
        sourceTitles.select(REFERENCE.as("reference"), col("source"), col("source_id"));
    Dataset<Row> inClusters =
        references
            .join(members, "reference", "left")
            .withColumn("cluster", coalesce(col("cluster"), col("reference")))
            .withColumn("method", coalesce(col("method"), lit("alone")));
    Column today = lit(Date.valueOf(asOf));
    if (previous.isEmpty() && ledger.isEmpty()) {
      return inClusters
          .withColumn("title_id", TitleIds.minted(col("cluster")))
          .withColumn("since", today)
          .select(IDENTIFIED);
    }
    Dataset<Row> before =
        previous.select(
            REFERENCE.as("reference"),
            col("title_id").as("previous_id"),
            col("since").as("previous_since"));
    Dataset<Row> known =
        inClusters
            .join(before, "reference", "left")
            .join(ledger.departed(), "reference", "left")
            .withColumn("previous_id", coalesce(col("previous_id"), col("left_id")))
            .withColumn("previous_since", coalesce(col("previous_since"), today));
    Dataset<Row> ever = standing.select("title_id").union(ledger.ids());
    Column stays = col("previous_id").equalTo(col("title_id"));
    return TitleIds.assign(lake, asOf, known, ever)
        .withColumn("since", when(stays, col("previous_since")).otherwise(today))
        .select(IDENTIFIED);
  }

  /** {@code source:source_id} of a row. */
  public static Column reference() {
    return REFERENCE;
  }

  /** Each source title as one side of a pair: {@code left} and {@code left_ids}, for example. */
  public static Dataset<Row> withIds(Dataset<Row> sourceTitles, String side) {
    Column ids =
        array_sort(
            transform(
                map_entries(col("external_ids")),
                id -> concat(id.getField("key"), lit("="), id.getField("value"))));
    return sourceTitles.select(
        REFERENCE.as(side), coalesce(ids, array().cast("array<string>")).as(side + "_ids"));
  }

  /** Whether a source title is the one its cluster is named after. */
  public static Column isFirst() {
    return REFERENCE.equalTo(col("cluster"));
  }

  /** Rows of {@code silver.title}: the golden record of the source titles of each id. */
  public static Dataset<Row> merged(
      Dataset<Row> sourceTitles, Dataset<Row> identified, SourcePriority ranking) {
    Dataset<Row> rows =
        sourceTitles
            .select(GoldenRecord.sourceColumns())
            .join(identified.select("source", "source_id", "title_id"), KEY);
    return rows.groupBy("title_id")
        .as(Encoders.STRING(), Encoders.row(rows.schema()))
        .mapGroups(
            (MapGroupsFunction<String, Row, Row>)
                (titleId, members) -> merge(titleId, sorted(members, ranking), ranking),
            Encoders.row(Silver.TITLE.schema()));
  }

  private static List<Row> sorted(Iterator<Row> rows, SourcePriority ranking) {
    List<Row> list = new ArrayList<>();
    rows.forEachRemaining(list::add);
    list.sort(Comparator.comparing(GoldenRecord::reference, ranking.bestFirst()));
    return list;
  }

  private static Row merge(String titleId, List<Row> ranked, SourcePriority ranking) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(titleId);
    Map<String, @Nullable Object> golden = GoldenRecord.of(ranked, ranking, COLUMNS);
    COLUMNS.forEach(column -> values.add(external(golden.get(column))));
    return RowFactory.create(values.toArray());
  }

  private static @Nullable Object external(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.toArray();
    }
    return value instanceof Map<?, ?> map ? CollectionConverters.asScala(map) : value;
  }
}
