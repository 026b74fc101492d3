package org.reelhouse.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.Tally;
import org.reelhouse.lake.ContentHash;
import org.reelhouse.tables.Gold;
import org.reelhouse.tables.Silver;
import org.reelhouse.testing.InMemoryLake;
import org.reelhouse.testing.Rows;
import org.reelhouse.testing.SparkTest;
import org.reelhouse.testing.TestSettings;

@SparkTest
class TrendsJobTest {
  @TempDir private Path folder;

  private InMemoryLake lake(SparkSession spark, Rows titles, Rows ratings) {
    return new InMemoryLake(spark, folder, LocalDate.of(2026, 1, 1))
        .with(Silver.TITLE, titles)
        .with(Silver.RATING, ratings);
  }

  private static Rows released(Rows titles, int number, String month, String... countries) {
    for (int i = 0; i < number; i++) {
      titles.with(
          "title_id", month + i,
          "genres", List.of("Drama"),
          "countries", List.of(countries),
          "release_date", Date.valueOf(month + "-05"));
    }
    return titles;
  }

  private static List<Row> rows(InMemoryLake lake, org.reelhouse.tables.Table table) {
    return lake.read(table).sort("genre", "country", "month").collectAsList();
  }

  @Test
  void countsATitleInEachOfItsGenresAndCountriesAndItsRatingsToo(SparkSession spark) {
    Rows titles =
        Rows.of(Silver.TITLE)
            .with(
                "title_id", "a",
                "genres", List.of("Action", "Drama"),
                "countries", List.of("FR", "US"),
                "release_date", Date.valueOf("2020-03-10"));
    Rows ratings =
        Rows.of(Silver.RATING)
            .with("title_id", "a", "rated_at", Timestamp.valueOf("2020-03-20 12:00:00"))
            .with("title_id", "a", "rated_at", Timestamp.valueOf("2020-03-21 12:00:00"));
    InMemoryLake lake = lake(spark, titles, ratings);

    List<Tally> tallies = new TrendsJob().run(lake, lake.context(), TestSettings.shipped());

    assertThat(rows(lake, Gold.GENRE_TREND))
        .extracting(
            row -> row.getAs("genre"),
            row -> row.getAs("country"),
            row -> row.getAs("titles"),
            row -> row.getAs("ratings"),
            row -> row.getAs("share"))
        .containsExactly(
            tuple("Action", "FR", 1L, 2L, 0.5),
            tuple("Action", "US", 1L, 2L, 0.5),
            tuple("Drama", "FR", 1L, 2L, 0.5),
            tuple("Drama", "US", 1L, 2L, 0.5));
    assertThat(tallies)
        .containsExactly(
            new Tally("silver.title", 1, 1, 0, 1, 0), new Tally("silver.rating", 2, 2, 0, 2, 0));
  }

  @Test
  void comparesTheLastTwelveMonthsWithTheTwelveBefore(SparkSession spark) {
    Rows titles = Rows.of(Silver.TITLE);
    released(titles, 4, "2018-06", "US");
    released(titles, 6, "2019-05", "US");
    released(titles, 3, "2019-06", "US");
    InMemoryLake lake = lake(spark, titles, Rows.of(Silver.RATING));

    new TrendsJob().run(lake, lake.context(), TestSettings.shipped());

    List<Row> months = rows(lake, Gold.GENRE_TREND);
    assertThat(months).hasSize(13);
    assertThat(months.get(11).<Double>getAs("growth")).isNull();
    assertThat(months.get(12).<Double>getAs("growth")).isCloseTo(9 / 4.0 - 1, within(1e-12));
  }

  @Test
  void raisesAnAlertWhereTheDifferenceOfBothYearsIsBeyondChance(SparkSession spark) {
    Rows titles = Rows.of(Silver.TITLE);
    released(titles, 4, "2018-06", "US");
    released(titles, 30, "2019-06", "US");
    released(titles, 20, "2018-07", "FR");
    released(titles, 25, "2019-07", "FR");
    InMemoryLake lake = lake(spark, titles, Rows.of(Silver.RATING));

    new TrendsJob().run(lake, lake.context(), TestSettings.shipped());

    assertThat(rows(lake, Gold.TREND_ALERT))
        .filteredOn(row -> row.<Double>getAs("expected") > 0)
        .extracting(
            row -> row.getAs("country"),
            row -> row.getAs("direction"),
            row -> row.getAs("titles"),
            row -> row.getAs("z_score"))
        .containsExactly(tuple("US", "rising", 30L, 26 / Math.sqrt(34)));
  }

  @Test
  void passesOverTitlesWithoutADayOrWithAnImpossibleOne(SparkSession spark) {
    Rows titles = Rows.of(Silver.TITLE);
    released(titles, 1, "2020-01", "US");
    released(titles, 1, "0101-01", "US");
    released(titles, 1, "2027-01", "US");
    titles.with("title_id", "year only", "genres", List.of("Drama"), "countries", List.of("US"));
    InMemoryLake lake = lake(spark, titles, Rows.of(Silver.RATING));

    List<Tally> tallies = new TrendsJob().run(lake, lake.context(), TestSettings.shipped());

    assertThat(lake.count(Gold.GENRE_TREND)).isEqualTo(1);
    assertThat(tallies.get(0)).isEqualTo(new Tally("silver.title", 4, 1, 0, 1, 0));
  }

  @Test
  void doesNotDependOnTheOrderOfTheRowsNorOnPartitions(SparkSession spark) {
    Rows titles = Rows.of(Silver.TITLE);
    released(titles, 3, "2018-06", "US", "FR");
    released(titles, 5, "2019-06", "FR");
    InMemoryLake lake = lake(spark, titles, Rows.of(Silver.RATING));
    new TrendsJob().run(lake, lake.context(), TestSettings.shipped());
    ContentHash before = ContentHash.of(Gold.GENRE_TREND, lake.read(Gold.GENRE_TREND));

    lake.replace(
        Silver.TITLE,
        lake.read(Silver.TITLE)
            .sort(org.apache.spark.sql.functions.desc("title_id"))
            .repartition(5));
    new TrendsJob().run(lake, lake.context(), TestSettings.shipped());

    assertThat(ContentHash.of(Gold.GENRE_TREND, lake.read(Gold.GENRE_TREND))).isEqualTo(before);
  }
}
