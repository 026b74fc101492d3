package org.reelhouse.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.PipelineException;
import org.reelhouse.Tally;
import org.reelhouse.lake.ContentHash;
import org.reelhouse.tables.Gold;
import org.reelhouse.tables.Silver;
import org.reelhouse.tables.Table;
import org.reelhouse.testing.InMemoryLake;
import org.reelhouse.testing.Rows;
import org.reelhouse.testing.SparkTest;
import org.reelhouse.testing.TestSettings;

@SparkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WarehouseJobTest {
  private static final Date JANUARY = Date.valueOf("2026-01-01");

  @TempDir static Path folder;

  /** After one run; what is to change is a copy. */
  private InMemoryLake built;

  private List<Tally> tallies = List.of();

  @BeforeAll
  void buildsTheWarehouse(SparkSession spark) {
    built = sources(spark);
    tallies = new WarehouseJob().run(built, built.context(), TestSettings.shipped());
  }

  private static InMemoryLake sources(SparkSession spark) {
    return new InMemoryLake(spark, folder, LocalDate.of(2026, 1, 1))
        .with(Silver.TITLE, titles())
        .with(Silver.TITLE_SOURCE, titleSources())
        .with(Silver.SOURCE_TITLE, sourceTitles())
        .with(Silver.SOURCE_CREDIT, credits())
        .with(Silver.RATING, ratings());
  }

  private static Rows titles() {
    return Rows.of(Silver.TITLE)
        .with(
            "title_id",
            "heat",
            "kind",
            "movie",
            "title",
            "Heat",
            "release_year",
            1995,
            "genres",
            List.of("Crime", "Drama"),
            "countries",
            List.of("US"),
            "original_language",
            "en",
            "external_ids",
            Map.of("imdb", "tt0113277", "tmdb", "949"),
            "sources",
            List.of("netflix:s1", "tmdb:949"))
        .with(
            "title_id",
            "ran",
            "kind",
            "movie",
            "title",
            "Ran",
            "genres",
            List.of("Drama"),
            "countries",
            List.of("FR", "JP"),
            "original_language",
            "ja",
            "sources",
            List.of("netflix:s2"));
  }

  private static Rows titleSources() {
    return Rows.of(Silver.TITLE_SOURCE)
        .with("source", "tmdb", "source_id", "949", "title_id", "heat")
        .with("source", "netflix", "source_id", "s1", "title_id", "heat")
        .with("source", "netflix", "source_id", "s2", "title_id", "ran");
  }

  private static Rows sourceTitles() {
    return Rows.of(Silver.SOURCE_TITLE)
        .with("source", "tmdb", "source_id", "949", "snapshot", JANUARY, "popularity", 17.9)
        .with(
            "source",
            "netflix",
            "source_id",
            "s1",
            "snapshot",
            JANUARY,
            "platform",
            "Netflix",
            "date_added",
            Date.valueOf("2019-11-30"))
        .with("source", "netflix", "source_id", "s2", "snapshot", JANUARY, "platform", "Netflix");
  }

  private static Rows credits() {
    return Rows.of(Silver.SOURCE_CREDIT)
        .with(
            "source",
            "tmdb",
            "source_id",
            "949",
            "role",
            "cast",
            "position",
            0,
            "person_id",
            "1158",
            "name",
            "Al Pacino",
            "character",
            "Vincent Hanna")
        .with(
            "source",
            "tmdb",
            "source_id",
            "949",
            "role",
            "cast",
            "position",
            5,
            "person_id",
            "1158",
            "name",
            "Al Pacino",
            "character",
            "Himself")
        .with(
            "source",
            "netflix",
            "source_id",
            "s1",
            "role",
            "cast",
            "position",
            0,
            "name",
            "AL PACINO")
        .with(
            "source",
            "netflix",
            "source_id",
            "s2",
            "role",
            "crew",
            "position",
            0,
            "name",
            "Akira Kurosawa",
            "job",
            "Director");
  }

  private static Rows ratings() {
    return Rows.of(Silver.RATING)
        .with(
            "source",
            "movielens",
            "user_id",
            "movielens:1",
            "title_id",
            "heat",
            "rating",
            8.0,
            "rated_at",
            Timestamp.valueOf("2019-12-02 12:00:00"))
        .with("source", "movielens", "user_id", "movielens:1", "title_id", "ran", "rating", 9.0);
  }

  private static List<Row> rows(InMemoryLake lake, Table table) {
    String[] key = table.key().toArray(String[]::new);
    return lake.read(table)
        .sort(key[0], java.util.Arrays.copyOfRange(key, 1, key.length))
        .collectAsList();
  }

  @Test
  void buildsTheStarAndAccountsForEveryRow() {
    assertThat(tallies)
        .containsExactly(
            new Tally("silver.title", 2, 2, 2, 0, 0),
            new Tally("silver.rating", 2, 2, 2, 0, 0),
            new Tally("silver.source_credit", 4, 4, 2, 2, 0),
            new Tally("silver.source_title", 3, 3, 3, 0, 0),
            new Tally("silver.title_source", 3, 3, 3, 0, 0));
    assertThat(rows(built, Gold.BRIDGE_TITLE_PERSON))
        .extracting(
            row -> row.getAs("person_id"), row -> row.getAs("role"), row -> row.getAs("character"))
        .containsExactly(
            tuple("tmdb:1158", "cast", "Vincent Hanna"),
            tuple("name:akira kurosawa", "Director", null));
    assertThat(rows(built, Gold.DIM_PERSON))
        .extracting(row -> row.getAs("name"), row -> row.getAs("titles"))
        .containsExactly(tuple("Akira Kurosawa", 1L), tuple("Al Pacino", 1L));
    Row user = rows(built, Gold.DIM_USER).get(0);
    assertThat(user.<Double>getAs("mean_rating")).isEqualTo(8.5);
    assertThat(user.<String>getAs("favourite_genre")).isEqualTo("Drama");
  }

  @Test
  void listsEveryDayBetweenTheFirstAndTheLastThatAFactNames() {
    List<Row> days = rows(built, Gold.DIM_DATE);
    assertThat(days.get(0).<Integer>getAs("date_key")).isEqualTo(20191130);
    assertThat(days.get(0).<String>getAs("weekday_name")).isEqualTo("Saturday");
    assertThat(days.get(0).<Integer>getAs("weekday")).isEqualTo(6);
    assertThat(days.get(days.size() - 1).<Integer>getAs("date_key")).isEqualTo(20260101);
    assertThat(days).hasSize(2225);
  }

  @Test
  void describesTitlesGenresCountriesAndLanguages() {
    Row heat = rows(built, Gold.DIM_TITLE).get(0);
    assertThat(Rows.valuesOf(heat))
        .containsEntry("decade", 1990)
        .containsEntry("tmdb_id", "949")
        .containsEntry("source_count", 2)
        .containsEntry("ratings", 1L)
        .containsEntry("mean_rating", 8.0);
    assertThat(rows(built, Gold.DIM_COUNTRY))
        .extracting(row -> row.getAs("name"))
        .containsExactly("France", "Japan", "United States");
    assertThat(rows(built, Gold.DIM_LANGUAGE))
        .extracting(row -> row.getAs("name"))
        .containsExactly("English", "Japanese");
    assertThat(rows(built, Gold.DIM_GENRE))
        .filteredOn(row -> row.<Long>getAs("titles") > 0)
        .extracting(row -> row.getAs("genre"), row -> row.getAs("titles"))
        .containsExactly(tuple("Crime", 1L), tuple("Drama", 2L));
  }

  @Test
  void keepsWhatASourceSaidAtItsEarlierSnapshots() {
    InMemoryLake lake = built.copy();
    Date february = Date.valueOf("2026-02-01");
    lake.with(
        Silver.SOURCE_TITLE,
        Rows.of(Silver.SOURCE_TITLE)
            .with("source", "tmdb", "source_id", "949", "snapshot", february, "popularity", 20.0)
            .with("source", "netflix", "source_id", "s1", "snapshot", JANUARY, "score", 7.0)
            .with("source", "netflix", "source_id", "s2", "snapshot", JANUARY));

    new WarehouseJob().run(lake, lake.context(), TestSettings.shipped());

    assertThat(rows(lake, Gold.FACT_POPULARITY))
        .extracting(
            row -> row.getAs("source"),
            row -> row.getAs("snapshot"),
            row -> row.getAs("popularity"))
        .containsExactly(
            tuple("netflix", JANUARY, null),
            tuple("tmdb", JANUARY, 17.9),
            tuple("tmdb", february, 20.0));
  }

  @Test
  void stopsWhereARatingNamesATitleThatIsNotThere(SparkSession spark) {
    InMemoryLake lake =
        sources(spark)
            .with(
                Silver.RATING,
                Rows.of(Silver.RATING).with("user_id", "m:1", "title_id", "gone", "rating", 8.0));

    assertThatThrownBy(() -> new WarehouseJob().run(lake, lake.context(), TestSettings.shipped()))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("names title gone, which silver.title does not hold");
  }

  @Tag("slow")
  @Test
  void doesNotDependOnTheOrderOfTheRowsNorOnPartitions(SparkSession spark) {
    InMemoryLake lake = sources(spark);
    for (Table table : List.of(Silver.SOURCE_CREDIT, Silver.SOURCE_TITLE, Silver.RATING)) {
      lake.replace(
          table, lake.read(table).repartition(5).orderBy(org.apache.spark.sql.functions.rand(7)));
    }
    new WarehouseJob().run(lake, lake.context(), TestSettings.shipped());

    assertThat(hashes(lake)).isEqualTo(hashes(built));
  }

  private static List<ContentHash> hashes(InMemoryLake lake) {
    return new WarehouseJob()
        .writes().stream()
            .sorted(java.util.Comparator.comparing(Table::name))
            .map(table -> ContentHash.of(table, lake.read(table)))
            .toList();
  }
}
