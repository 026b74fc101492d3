package org.reelhouse.popularity.features;

import static org.apache.spark.sql.functions.rand;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reelhouse.testing.SparkTest;

@SparkTest
class TrackRecordTest {
  private static final StructType TITLE =
      StructType.fromDDL(
          "unit STRING, title_id STRING, release_date DATE, training_value DOUBLE, "
              + "directors ARRAY<STRING>, `cast` ARRAY<STRING>, companies ARRAY<STRING>, "
              + "collection STRING");

  @Test
  void countsTheDaysSinceTheNearestEarlierTitleOfTheCollection(SparkSession spark) {
    Map<String, @Nullable Integer> days =
        days(
            spark,
            title("first", "2001-01-01", "saga"),
            title("third", "2001-03-01", "saga"),
            title("second", "2001-01-31", "saga"),
            title("other", "2001-02-28", "another saga"));

    assertThat(days).containsEntry("second", 30).containsEntry("third", 29);
  }

  @Test
  void theFirstOfACollectionHasNoPreviousTitle(SparkSession spark) {
    Map<String, @Nullable Integer> days =
        days(spark, title("first", "2001-01-01", "saga"), title("second", "2002-01-01", "saga"));

    assertThat(days).containsEntry("first", null).containsEntry("second", 365);
  }

  @Test
  void theFirstOfACollectionLooksLikeATitleOfNone(SparkSession spark) {
    Dataset<Row> titles =
        spark.createDataFrame(
            List.of(title("first", "2001-01-01", "saga"), title("single", "2001-01-01", null)),
            TITLE);

    List<Row> records =
        titles.transform(TrackRecord::join).drop("title_id", "collection").collectAsList();

    assertThat(records).hasSize(2);
    assertThat(records.get(0)).isEqualTo(records.get(1));
  }

  @Test
  void titlesOfTheSameDayAreNotBeforeEachOther(SparkSession spark) {
    Map<String, @Nullable Integer> days =
        days(
            spark,
            title("one", "2001-01-01", "saga"),
            title("another", "2001-01-01", "saga"),
            title("next", "2001-01-11", "saga"),
            title("and next", "2001-01-11", "saga"));

    assertThat(days)
        .containsEntry("one", null)
        .containsEntry("another", null)
        .containsEntry("next", 10)
        .containsEntry("and next", 10);
  }

  @Test
  void aTitleWithoutDateOrCollectionHasNoPreviousTitleAndIsNone(SparkSession spark) {
    Map<String, @Nullable Integer> days =
        days(
            spark,
            title("undated", null, "saga"),
            title("dated", "2001-01-01", "saga"),
            title("single", "2000-01-01", null),
            title("other single", "2001-01-01", null));

    assertThat(days.values()).hasSize(4).containsOnlyNulls();
  }

  @Test
  void thePreviousTitleIsOneOfTheSameUnit(SparkSession spark) {
    Row elsewhere =
        RowFactory.create("mal", "elsewhere", day("2000-01-01"), 5.0, null, null, null, "saga");

    assertThat(days(spark, elsewhere, title("first", "2001-01-01", "saga")).values())
        .hasSize(2)
        .containsOnlyNulls();
  }

  @Test
  void aLaterTitleOfTheCollectionChangesNothing(SparkSession spark) {
    Row first = title("first", "2001-01-01", "saga");
    Row second = title("second", "2001-01-31", "saga");

    Map<String, @Nullable Integer> before = days(spark, first, second);
    Map<String, @Nullable Integer> after =
        days(spark, first, second, title("third", "2001-02-01", "saga"));

    assertThat(after).containsAllEntriesOf(before);
  }

  @Test
  void neitherTheOrderOfRowsNorThePartitionsMatter(SparkSession spark) {
    List<Row> titles = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      titles.add(title("t" + i, "2001-01-%02d".formatted(1 + i % 28), "saga " + i % 3));
    }
    Dataset<Row> rows = spark.createDataFrame(titles, TITLE);

    Map<String, @Nullable Integer> days = days(rows);

    assertThat(days(rows.orderBy(rand(7)).repartition(7))).isEqualTo(days);
  }

  @Test
  void theLastValueIsThatOfTheCollectionElseOfADirectorElseOfACompany(SparkSession spark) {
    Map<String, @Nullable Double> last =
        lastValues(
            spark,
            valued("old", "2001-01-01", 1.0, "saga", "Ann", "Studio"),
            valued("newer", "2002-01-01", 2.0, null, "Ann", "Studio"),
            valued("newest", "2003-01-01", 3.0, null, "Bob", "Studio"),
            valued("of all", "2004-01-01", 9.0, "saga", "Ann", "Studio"),
            valued("of two", "2004-01-01", 9.0, null, "Ann", "Studio"),
            valued("of a company", "2004-01-01", 9.0, null, "Cid", "Studio"),
            valued("of none", "2004-01-01", 9.0, null, "Cid", "Another"));

    assertThat(last)
        .containsEntry("old", null)
        .containsEntry("of all", 1.0)
        .containsEntry("of two", 2.0)
        .containsEntry("of a company", 3.0)
        .containsEntry("of none", null);
  }

  @Test
  void theLastValueIsThatOfTheNewestTitleThatTellsOneAndOfADayTheGreatest(SparkSession spark) {
    Map<String, @Nullable Double> last =
        lastValues(
            spark,
            valued("old", "2001-01-01", 7.0, null, "Ann", null),
            valued("one", "2002-01-01", 2.0, null, "Ann", null),
            valued("of that day", "2002-01-01", 3.0, null, "Ann", null),
            valued("held out", "2003-01-01", null, null, "Ann", null),
            valued("next", "2004-01-01", null, null, "Ann", null));

    assertThat(last).containsEntry("next", 3.0).containsEntry("of that day", 7.0);
  }

  private static Map<String, @Nullable Double> lastValues(SparkSession spark, Row... titles) {
    Map<String, @Nullable Double> values = new HashMap<>();
    spark
        .createDataFrame(List.of(titles), TITLE)
        .transform(TrackRecord::join)
        .collectAsList()
        .forEach(title -> values.put(title.getAs("title_id"), title.getAs(TrackRecord.LAST_VALUE)));
    return values;
  }

  private static Row valued(
      String id,
      String released,
      @Nullable Double value,
      @Nullable String collection,
      String director,
      @Nullable String company) {
    return RowFactory.create(
        "tmdb",
        id,
        day(released),
        value,
        new String[] {director},
        null,
        company == null ? null : new String[] {company},
        collection);
  }

  private static Map<String, @Nullable Integer> days(SparkSession spark, Row... titles) {
    return days(spark.createDataFrame(List.of(titles), TITLE));
  }

  private static Map<String, @Nullable Integer> days(Dataset<Row> titles) {
    Map<String, @Nullable Integer> days = new HashMap<>();
    for (Row title : titles.transform(TrackRecord::join).collectAsList()) {
      days.put(title.getAs("title_id"), title.getAs(TrackRecord.DAYS_SINCE_COLLECTION));
    }
    return days;
  }

  private static Row title(String id, @Nullable String released, @Nullable String collection) {
    return RowFactory.create(
        "tmdb", id, released == null ? null : day(released), 1.0, null, null, null, collection);
  }

  private static Date day(String date) {
    return Date.valueOf(date);
  }
}
