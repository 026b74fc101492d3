package org.reelhouse.match;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.Tally;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.ContentHash;
import org.reelhouse.match.clusters.Clusters;
import org.reelhouse.match.clusters.SourcePriority;
import org.reelhouse.match.comparison.SourceTitles;
import org.reelhouse.match.titles.GoldenRecord;
import org.reelhouse.tables.Ops;
import org.reelhouse.tables.Silver;
import org.reelhouse.testing.InMemoryLake;
import org.reelhouse.testing.Rows;
import org.reelhouse.testing.SparkTest;
import org.reelhouse.testing.TestSettings;

@SparkTest
final class MatchJobTest {
  private static final String[] NO_IDS = {};

  private static final StructType EDGE =
      StructType.fromDDL(
          """
          left STRING, right STRING, score DOUBLE, linked BOOLEAN,
          left_ids ARRAY<STRING>, right_ids ARRAY<STRING>
          """);

  private static final LocalDate AS_OF = LocalDate.parse("2026-01-01");

  @TempDir Path folder;

  @Test
  void makesOneTitleOfOneWork(SparkSession spark) throws IOException {
    InMemoryLake lake = lake(spark, AS_OF).with(Silver.SOURCE_TITLE, works());

    List<Tally> tallies = new MatchJob().run(lake, lake.context(), settings());

    assertThat(tallies).containsExactly(new Tally("silver.source_title", 6, 6, 3, 3, 0));
    Map<String, String> titles = titlesOf(lake);
    assertThat(titles.get("tmdb:1")).isEqualTo(titles.get("netflix:1"));
    assertThat(titles.get("tmdb:1")).isEqualTo(titles.get("movielens:1"));
    assertThat(titles.get("tmdb:2")).isEqualTo(titles.get("netflix:2"));
    assertThat(titles.get("hulu:1")).isNotEqualTo(titles.get("tmdb:1"));
    assertThat(methodsOf(lake))
        .containsEntry("movielens:1", "id")
        .containsEntry("netflix:1", "similarity")
        .containsEntry("hulu:1", "alone");
  }

  @Test
  void givesTheSameTablesInARerunAndFromShuffledRows(SparkSession spark) throws IOException {
    InMemoryLake lake = lake(spark, AS_OF).with(Silver.SOURCE_TITLE, works());
    new MatchJob().run(lake, lake.context(), settings());
    List<ContentHash> first = hashes(lake);

    new MatchJob().run(lake, lake.context(), settings());
    InMemoryLake shuffled = lake(spark, AS_OF);
    shuffled.replace(Silver.SOURCE_TITLE, works().in(spark).orderBy("title").repartition(5));
    new MatchJob().run(shuffled, shuffled.context(), settings());

    assertThat(hashes(lake)).isEqualTo(first);
    assertThat(hashes(shuffled)).isEqualTo(first);
  }

  @Test
  void countsNoInferredGenreAsEvidence(SparkSession spark) throws IOException {
    InMemoryLake without = lake(spark, AS_OF).with(Silver.SOURCE_TITLE, works());
    Dataset<Row> titles = works().in(spark);
    Column isFirst = col("source").equalTo("tmdb");
    InMemoryLake with = lake(spark, AS_OF);
    with.replace(
        Silver.SOURCE_TITLE,
        titles
            .withColumn("genres", array(when(isFirst, "Horror").otherwise("Comedy")))
            .withColumn("inferred", array(lit("genres"))));

    new MatchJob().run(without, without.context(), settings());
    new MatchJob().run(with, with.context(), settings());

    assertThat(ContentHash.of(Silver.MATCH, with.read(Silver.MATCH)))
        .isEqualTo(ContentHash.of(Silver.MATCH, without.read(Silver.MATCH)));
  }

  @Test
  void keepsTitleIdsWhenABetterSourceIsAdded(SparkSession spark) throws IOException {
    InMemoryLake before = lake(spark, AS_OF).with(Silver.SOURCE_TITLE, works());
    new MatchJob().run(before, before.context(), settings());
    Rows more = film(works(), "tmdb-api", "movie/1", "Silent Valley Road", 2015, "Jo May");
    InMemoryLake after = lake(spark, AS_OF.plusDays(9)).with(Silver.SOURCE_TITLE, more);
    after.replace(Silver.TITLE_SOURCE, before.read(Silver.TITLE_SOURCE));

    new MatchJob().run(after, after.context(), settings());

    Map<String, String> titles = titlesOf(after);
    assertThat(titles).containsAllEntriesOf(titlesOf(before));
    assertThat(titles.get("tmdb-api:movie/1")).isEqualTo(titles.get("tmdb:1"));
    assertThat(sinceOf(after))
        .containsEntry("tmdb:1", Date.valueOf(AS_OF))
        .containsEntry("tmdb-api:movie/1", Date.valueOf(AS_OF.plusDays(9)));
  }

  @Test
  void givesAnIdToOneTitleOnlyWhenAClusterIsSplit(SparkSession spark) throws IOException {
    InMemoryLake lake = lake(spark, AS_OF).with(Silver.SOURCE_TITLE, works());
    Rows joined = Rows.of(Silver.TITLE_SOURCE);
    for (String source : List.of("tmdb", "netflix")) {
      joined.with(
          "source",
          source,
          "source_id",
          "1",
          "title_id",
          "told",
          "since",
          Date.valueOf(AS_OF),
          "method",
          "id");
      joined.with(
          "source",
          source,
          "source_id",
          "2",
          "title_id",
          "told",
          "since",
          Date.valueOf(AS_OF),
          "method",
          "id");
    }
    lake.with(Silver.TITLE_SOURCE, joined);

    new MatchJob().run(lake, lake.context(), settings());

    assertThat(titlesOf(lake).get("tmdb:1")).isEqualTo("told");
    assertThat(titlesOf(lake).get("tmdb:2")).isNotEqualTo("told").matches("t[0-9a-f]{16}");
  }

  @Test
  void findsTheSameClustersOnTheDriverAndDistributed(SparkSession spark) {
    InMemoryLake lake = lake(spark, AS_OF);
    List<Row> pairs = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      String right = "b:" + (i + (i % 3 == 2 ? 20 : 1));
      pairs.add(RowFactory.create("a:" + i, right, 5.0 + i, false, NO_IDS, NO_IDS));
      pairs.add(RowFactory.create("a:" + i, "c:" + i % 4, 9.0 - i, false, NO_IDS, NO_IDS));
    }
    Dataset<Row> edges = lake.frame(pairs, EDGE);

    List<Row> driver = members(lake, edges, 100, 0);

    assertThat(driver).hasSizeGreaterThan(9);
    assertThat(members(lake, edges, 1, 100)).containsExactlyInAnyOrderElementsOf(driver);
    assertThat(members(lake, edges, 1, 1)).containsExactlyInAnyOrderElementsOf(driver);
  }

  private static List<Row> members(
      InMemoryLake lake, Dataset<Row> edges, int resolved, int hashed) {
    Clusters.Limits limits = new Clusters.Limits(resolved, hashed);
    return Clusters.members(lake, edges, SourcePriority.NONE, Map.of(), limits).collectAsList();
  }

  @Test
  void countsBlocksThatAreTooLarge(SparkSession spark) throws IOException {
    Rows rows = Rows.of(Silver.SOURCE_TITLE);
    for (int i = 0; i < 5; i++) {
      film(rows, "source" + i, "1", "Home Alone", 2015, "Jo May");
    }
    InMemoryLake lake = lake(spark, AS_OF).with(Silver.SOURCE_TITLE, rows);

    new MatchJob().run(lake, lake.context(), settings(Map.of("match.max-block", "3")));

    assertThat(lake.read(Silver.MATCH).collectAsList()).isEmpty();
    assertThat(lake.read(Ops.DATA_QUALITY).select("check", "subject").collectAsList())
        .extracting(row -> row.getString(1))
        .contains("title homealone 2015", "director jo may 2015");
  }

  @Test
  void takesThePartOfPeopleAgainstTheScores(SparkSession spark) throws IOException {
    Path overrides =
        Files.writeString(
            folder.resolve("overrides.csv"),
            """
            left,right,decision,who,why
            tmdb:1,netflix:1,different,Ann,another cut
            hulu:1,tmdb:2,same,Bo,sold under that name
            movielens:1,tmdb:1,same,Bo,of course
            netflix:2,hulu:9,same,Bo,gone by now
            """);
    InMemoryLake lake = lake(spark, AS_OF).with(Silver.SOURCE_TITLE, works());

    new MatchJob()
        .run(lake, lake.context(), settings(Map.of("match.overrides", overrides.toString())));

    Map<String, String> titles = titlesOf(lake);
    assertThat(titles.get("netflix:1")).isNotEqualTo(titles.get("tmdb:1"));
    assertThat(titles.get("hulu:1")).isEqualTo(titles.get("tmdb:2"));
    assertThat(titles.get("movielens:1")).isEqualTo(titles.get("tmdb:1"));
    assertThat(methodsOf(lake)).containsEntry("hulu:1", "override");
    assertThat(lake.read(Silver.MATCH).collectAsList())
        .filteredOn(row -> row.getAs("reasons").toString().contains("decided"))
        .extracting(row -> row.getAs("left") + " " + row.getAs("decision"))
        .containsExactlyInAnyOrder("netflix:1 distinct", "hulu:1 match", "movielens:1 match");
    assertThat(lake.read(Ops.DATA_QUALITY).where("check = 'override_without_effect'"))
        .satisfies(
            idle ->
                assertThat(idle.select("subject", "detail").collectAsList())
                    .extracting(row -> row.getString(0))
                    .containsExactlyInAnyOrder("movielens:1 tmdb:1", "hulu:9 netflix:2"));
  }

  @Test
  void listsDoubtfulPairsTheMostValuableFirst(SparkSession spark) throws IOException {
    Rows rows = Rows.of(Silver.SOURCE_TITLE);
    film(rows, "a", "1", "Silent Valley Road", 2015, "Jo May");
    film(rows, "b", "1", "Silent Valley Roads", 2016, "Ann Lee");
    film(rows, "a", "2", "Morning Harbour", 2015, "Bo Berg");
    film(rows, "b", "2", "Morning Harbours", 2016, "Cy Dahl");
    InMemoryLake lake = lake(spark, AS_OF);
    lake.replace(
        Silver.SOURCE_TITLE,
        rows.in(spark)
            .withColumn("directors", lit(null).cast("array<string>"))
            .withColumn("votes", when(col("source_id").equalTo("2"), 90_000L)));

    new MatchJob().run(lake, lake.context(), settings());

    assertThat(lake.read(Silver.MATCH_REVIEW).orderBy("rank").collectAsList())
        .extracting(row -> row.getAs("rank") + " " + row.getAs("left_title"))
        .containsExactly("1 Morning Harbour (2015)", "2 Silent Valley Road (2015)");
  }

  @Test
  void estimatesItsAccuracyFromPairsWithIds(SparkSession spark) throws IOException {
    Rows rows = Rows.of(Silver.SOURCE_TITLE);
    for (int i = 0; i < 300; i++) {
      String title = "The Long Story of Number " + Integer.toString(1000 + 37 * i, 36);
      film(rows, "a", "" + i, title, 2015, "Jo May " + i, "imdb", "tt" + i);
      film(
          rows,
          "b",
          "" + i,
          i % 6 == 0 ? "Quite Another Name " + i : title,
          2015,
          "Jo May " + i,
          "imdb",
          "tt" + i);
    }
    InMemoryLake lake = lake(spark, AS_OF).with(Silver.SOURCE_TITLE, rows);

    new MatchJob().run(lake, lake.context(), settings());

    Map<String, Double> estimates =
        lake.read(Ops.DATA_QUALITY).where("check LIKE 'match%'").collectAsList().stream()
            .collect(
                Collectors.toMap(
                    row -> row.<String>getAs("check"), row -> row.<Double>getAs("value")));
    assertThat(estimates.get("match_precision")).isEqualTo(1);
    assertThat(estimates.get("match_recall")).isBetween(0.5, 0.99);
    assertThat(lake.context().notes()).anyMatch(note -> note.contains("estimates precision 1.000"));
  }

  private InMemoryLake lake(SparkSession spark, LocalDate asOf) {
    return new InMemoryLake(spark, folder, asOf);
  }

  private static Rows works() {
    Rows rows = Rows.of(Silver.SOURCE_TITLE);
    film(rows, "tmdb", "1", "Silent Valley Road", 2015, "Jo May", "tmdb", "1");
    film(rows, "movielens", "1", "Le val muet", 2015, "Jo May", "tmdb", "1");
    film(rows, "netflix", "1", "The Silent Valley Road", 2015, "Jo May");
    film(rows, "tmdb", "2", "Silent Valley Road II", 2017, "Jo May", "tmdb", "2");
    film(rows, "netflix", "2", "Silent Valley Road 2", 2017, "May Jo");
    return film(rows, "hulu", "1", "Silent Valley Road", 1988, "Ann Lee");
  }

  private static Rows film(
      Rows rows, String source, String id, String title, int year, String director, String... ids) {
    return rows.with(SourceTitles.film(source, id, title, year, director, ids));
  }

  private static Map<String, String> titlesOf(InMemoryLake lake) {
    return titleSources(lake)
        .collect(Collectors.toMap(GoldenRecord::reference, row -> row.getAs("title_id")));
  }

  private static Map<String, String> methodsOf(InMemoryLake lake) {
    return titleSources(lake)
        .collect(Collectors.toMap(GoldenRecord::reference, row -> row.getAs("method")));
  }

  private static Map<String, Date> sinceOf(InMemoryLake lake) {
    return titleSources(lake)
        .collect(Collectors.toMap(GoldenRecord::reference, row -> row.getAs("since")));
  }

  private static Stream<Row> titleSources(InMemoryLake lake) {
    return lake.read(Silver.TITLE_SOURCE).collectAsList().stream();
  }

  private static List<ContentHash> hashes(InMemoryLake lake) {
    return Stream.of(Silver.MATCH, Silver.TITLE_SOURCE, Silver.TITLE)
        .map(table -> ContentHash.of(table, lake.read(table)))
        .toList();
  }

  private static Settings settings() {
    return settings(Map.of());
  }

  private static Settings settings(Map<String, String> overrides) {
    return TestSettings.shipped(overrides);
  }
}
