package org.reelhouse.match;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
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
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.reelhouse.lake.Silver;
import scala.jdk.javaapi.CollectionConverters;

/** Makes one title of each cluster of source titles. */
final class Titles {
  private static final StructType IDENTITY =
      StructType.fromDDL(
          """
          representative STRING, claimed_id STRING, holders INT, held_since DATE,
          parts ARRAY<STRUCT<source: STRING, source_id: STRING, method: STRING,
                             previous_id: STRING, previous_since: DATE>>
          """);

  private static final List<StructField> GOLDEN =
      Arrays.stream(Silver.TITLE.schema().fields())
          .filter(field -> !field.name().equals("title_id"))
          .toList();

  private static final StructType MERGED =
      new StructType(
          Stream.concat(Arrays.stream(IDENTITY.fields()), GOLDEN.stream())
              .toArray(StructField[]::new));

  private Titles() {}

  /**
   * Source titles with their cluster and the title they belonged to before.
   *
   * @param members reference, cluster and method of the titles that are in some pair
   * @param previous {@code silver.title_source} as it was
   */
  static Dataset<Row> inClusters(
      Dataset<Row> sourceTitles, Dataset<Row> members, Dataset<Row> previous) {
    Dataset<Row> before =
        previous.select(
            col("source"),
            col("source_id"),
            col("title_id").as("previous_id"),
            col("since").as("previous_since"));
    Column reference = concat(col("source"), lit(":"), col("source_id"));
    return sourceTitles
        .withColumn("own_reference", reference)
        .join(members, col("own_reference").equalTo(col("reference")), "left")
        .withColumn("cluster", coalesce(col("cluster"), col("own_reference")))
        .withColumn("method", coalesce(col("method"), lit("alone")))
        .drop("reference", "own_reference")
        .join(
            before,
            scala.jdk.javaapi.CollectionConverters.asScala(List.of("source", "source_id")).toSeq(),
            "left");
  }

  /**
   * One row per cluster: the golden record, the representative and strongest claim that {@link
   * TitleIds#assign} reads, and the source titles as {@code parts}.
   *
   * @param priorities source to its priority; lower wins, a source without one comes last
   */
  static Dataset<Row> merged(Dataset<Row> inClusters, Map<String, Integer> priorities) {
    return inClusters
        .groupByKey((MapFunction<Row, String>) row -> row.getAs("cluster"), Encoders.STRING())
        .mapGroups(
            (MapGroupsFunction<String, Row, Row>)
                (cluster, rows) -> merge(sorted(rows, bestFirst(priorities))),
            Encoders.row(MERGED));
  }

  private static Comparator<Row> bestFirst(Map<String, Integer> priorities) {
    return Comparator.comparingInt((Row row) -> priority(row, priorities))
        .thenComparing(row -> row.<String>getAs("source"))
        .thenComparing(row -> row.<String>getAs("source_id"));
  }

  private static int priority(Row row, Map<String, Integer> priorities) {
    return priorities.getOrDefault(row.<String>getAs("source"), Integer.MAX_VALUE);
  }

  private static List<Row> sorted(Iterator<Row> rows, Comparator<Row> order) {
    List<Row> list = new ArrayList<>();
    rows.forEachRemaining(list::add);
    list.sort(order);
    return list;
  }

  private static Row merge(List<Row> ranked) {
    List<@Nullable Object> values = new ArrayList<>(identity(ranked));
    Map<String, @Nullable Object> golden =
        GoldenRecord.of(ranked, GOLDEN.stream().map(StructField::name).toList());
    GOLDEN.forEach(field -> values.add(external(golden.get(field.name()))));
    return RowFactory.create(values.toArray());
  }

  private static List<@Nullable Object> identity(List<Row> ranked) {
    List<TitleIds.Claim> claims = TitleIds.ranked(ranked.stream().flatMap(Titles::claim).toList());
    TitleIds.Claim claim = claims.isEmpty() ? null : claims.get(0);
    return Arrays.asList(
        GoldenRecord.reference(ranked.get(0)),
        claim == null ? null : claim.titleId(),
        claim == null ? null : claim.holders(),
        claim == null ? null : Date.valueOf(claim.since()),
        ranked.stream().map(Titles::part).toArray());
  }

  private static Stream<TitleIds.Claim> claim(Row row) {
    String titleId = row.getAs("previous_id");
    return titleId == null ? Stream.empty() : Stream.of(new TitleIds.Claim(titleId, 1, since(row)));
  }

  private static LocalDate since(Row row) {
    return row.<Date>getAs("previous_since").toLocalDate();
  }

  private static Row part(Row row) {
    return RowFactory.create(
        row.<Object>getAs("source"),
        row.<Object>getAs("source_id"),
        row.<Object>getAs("method"),
        row.<Object>getAs("previous_id"),
        row.<Object>getAs("previous_since"));
  }

  private static @Nullable Object external(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.toArray();
    }
    return value instanceof Map<?, ?> map ? CollectionConverters.asScala(map) : value;
  }

  /** Rows of {@code silver.title}. */
  static Dataset<Row> titles(Dataset<Row> identified) {
    return identified.select(
        Arrays.stream(Silver.TITLE.schema().fieldNames())
            .map(name -> col("`" + name + "`"))
            .toArray(Column[]::new));
  }

  /** Rows of {@code silver.title_source}; one that stays with its title keeps its date. */
  static Dataset<Row> titleSources(Dataset<Row> identified, LocalDate asOf) {
    Column stays = col("previous_id").equalTo(col("title_id"));
    return identified
        .select(col("title_id"), explode(col("parts")).as("part"))
        .select("title_id", "part.*")
        .withColumn("since", when(stays, col("previous_since")).otherwise(lit(Date.valueOf(asOf))))
        .drop("previous_id", "previous_since");
  }
}
