package org.reelhouse.recommend.catalogue;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.udf;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.reelhouse.lake.Lake;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.reference.AgeRatings;
import org.reelhouse.tables.Silver;

/** Reads the titles that can be recommended; their number is bounded, so the driver holds them. */
public final class TitleReader {
  private static final StructType FACTS =
      StructType.fromDDL(
          "title_id STRING, name STRING, number INT, kind STRING, year INT, age INT, votes BIGINT, genres ARRAY<STRING>, countries ARRAY<STRING>, platforms ARRAY<STRING>, terms BINARY");

  private static final UserDefinedFunction AGE =
      udf((UDF1<String, Integer>) TitleReader::age, DataTypes.IntegerType);

  private TitleReader() {}

  /**
   * The titles that pass one of some filters, and the most-rated of all besides: by them it is
   * known what users like. Of each as many as the settings allow, the most-rated first, then those
   * with most votes.
   *
   * @param numbered title_id, ratings and number of each rated title
   * @param own filters of users, at least one; that of the settings holds as well
   */
  public static Titles read(
      Lake lake, Dataset<Row> numbered, Set<TitleFilter> own, RecommendSettings settings) {
    TitleFilter ofAll = TitleFilter.of(settings.filter());
    boolean offers =
        Stream.concat(own.stream(), Stream.of(ofAll)).anyMatch(TitleFilter::asksForOffers);
    Dataset<Row> all = all(lake, numbered, offers);
    Dataset<Row> chosen = all;
    if (lake.count(Silver.TITLE) > settings.candidates()) {
      Column passes =
          own.stream()
              .map(TitleFilter::condition)
              .reduce(Column::or)
              .orElse(lit(true))
              .and(ofAll.condition());
      chosen =
          first(all.where(coalesce(passes, lit(false))), settings.candidates())
              .union(first(all.where(col("number").isNotNull()), settings.candidates()))
              .dropDuplicates("title_id")
              .repartition(settings.partitions(), col("title_id"));
    }
    List<TitleFacts> facts =
        chosen
            .map((MapFunction<Row, Row>) TitleReader::facts, Encoders.row(FACTS))
            .collectAsList()
            .stream()
            .map(TitleReader::read)
            .toList();
    return Titles.of(facts, settings.content());
  }

  private static Dataset<Row> all(Lake lake, Dataset<Row> numbered, boolean offers) {
    Dataset<Row> titles =
        lake.read(Silver.TITLE)
            .select(
                "title_id",
                "title",
                "kind",
                "release_year",
                "age_rating",
                "votes",
                "genres",
                "countries",
                "overview",
                "cast",
                "directors",
                "companies",
                "collection",
                "keywords")
            .withColumn("age", AGE.apply(col("age_rating")))
            .drop("age_rating");
    Dataset<Row> offered =
        offers
            ? titles.join(platforms(lake), new String[] {"title_id"}, "left")
            : titles.withColumn("platforms", lit(null).cast("array<string>"));
    return offered.join(
        numbered.select(col("title_id"), col("ratings"), col("title").as("number")),
        new String[] {"title_id"},
        "left");
  }

  /** title_id and platforms of each title that is offered. */
  private static Dataset<Row> platforms(Lake lake) {
    return lake.read(Silver.SOURCE_TITLE)
        .where(col("platform").isNotNull())
        .select("source", "source_id", "platform")
        .join(
            lake.read(Silver.TITLE_SOURCE).select("source", "source_id", "title_id"),
            new String[] {"source", "source_id"})
        .groupBy("title_id")
        .agg(sort_array(collect_set("platform")).as("platforms"));
  }

  private static Dataset<Row> first(Dataset<Row> titles, int most) {
    return titles
        .orderBy(col("ratings").desc_nulls_last(), col("votes").desc_nulls_last(), col("title_id"))
        .limit(most);
  }

  private static @Nullable Integer age(@Nullable String label) {
    OptionalInt age = AgeRatings.youngest(label);
    return age.isPresent() ? age.getAsInt() : null;
  }

  private static Row facts(Row title) {
    ContentTerms terms =
        ContentTerms.of(
            title.getAs("title"),
            title.getAs("overview"),
            List.of(list(title, "cast"), list(title, "directors"), list(title, "companies")),
            title.getAs("collection"),
            list(title, "genres"),
            list(title, "keywords"));
    return RowFactory.create(
        title.getAs("title_id"),
        title.getAs("title"),
        title.getAs("number"),
        title.getAs("kind"),
        title.getAs("release_year"),
        title.getAs("age"),
        title.getAs("votes"),
        title.getAs("genres"),
        title.getAs("countries"),
        title.getAs("platforms"),
        terms.packed());
  }

  private static TitleFacts read(Row row) {
    Long votes = row.getAs("votes");
    return new TitleFacts(
        row.getAs("title_id"),
        row.getAs("name"),
        row.getAs("number"),
        row.getAs("kind"),
        row.getAs("year"),
        row.getAs("age"),
        votes == null ? 0 : votes,
        list(row, "genres"),
        list(row, "countries"),
        list(row, "platforms"),
        ContentTerms.unpacked(row.getAs("terms")));
  }

  private static List<String> list(Row row, String column) {
    int place = row.fieldIndex(column);
    return row.isNullAt(place) ? List.of() : new ArrayList<>(row.<String>getList(place));
  }
}
