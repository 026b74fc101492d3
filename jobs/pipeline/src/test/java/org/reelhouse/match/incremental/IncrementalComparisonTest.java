package org.reelhouse.match.incremental;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.config.Settings;
import org.reelhouse.ingest.IngestJob;
import org.reelhouse.lake.ContentHash;
import org.reelhouse.lake.DeltaLake;
import org.reelhouse.match.MatchJob;
import org.reelhouse.match.comparison.SourceTitles;
import org.reelhouse.match.titles.GoldenRecord;
import org.reelhouse.normalize.NormalizeJob;
import org.reelhouse.pipeline.JobRunner;
import org.reelhouse.tables.Ops;
import org.reelhouse.tables.Silver;
import org.reelhouse.tables.Table;
import org.reelhouse.testing.InMemoryLake;
import org.reelhouse.testing.Rows;
import org.reelhouse.testing.SparkTest;
import org.reelhouse.testing.TestSettings;

@Tag("slow")
@SparkTest
final class IncrementalComparisonTest {
  private static final Path SAMPLES = Path.of("..", "..", "data-samples").toAbsolutePath();
  private static final LocalDate AS_OF = LocalDate.parse("2026-01-01");

  @TempDir private Path folder;

  @Test
  void findsAfterRandomChangesWhatComparingAllFinds(SparkSession spark) throws IOException {
    List<Row> titles = new ArrayList<>(samples(spark));
    Random random = new Random(20260101);
    Collections.shuffle(titles, random);
    List<Row> grown = titles.subList(0, titles.size() * 9 / 10);
    List<Row> changed =
        titles.stream()
            .filter(row -> random.nextInt(20) > 0)
            .map(row -> random.nextInt(30) == 0 ? with(row, "title", " Returns") : row)
            .map(row -> random.nextInt(30) == 0 ? with(row, "age_rating", "+") : row)
            .toList();
    Map<String, String> told =
        Map.of("match.overrides", overrides(titles.subList(0, 40)).toString());

    Twins twins = new Twins(spark);
    twins.next(titles.subList(0, titles.size() * 2 / 3), Map.of());
    twins.next(grown, Map.of());
    twins.next(changed, Map.of());
    twins.next(changed, Map.of());
    twins.next(titles, told);
    twins.next(changed, Map.of());

    assertThat(twins.notes).filteredOn(note -> note.startsWith("compares again")).hasSize(4);
    assertThat(twins.notes)
        .filteredOn(note -> note.startsWith("decides anew"))
        .hasSize(5)
        .containsOnlyOnce("decides anew on 0 source titles and leaves all others as they are");
  }

  /** A lake in which only what changed is compared, and one of the same days in which all is. */
  private final class Twins {
    private final InMemoryLake lake;
    private final InMemoryLake whole;
    private final List<String> notes = new ArrayList<>();
    private int day;

    Twins(SparkSession spark) {
      lake = lake(spark);
      whole = lake(spark);
    }

    void next(List<Row> titles, Map<String, String> settings) {
      InMemoryLake today = lake.on(AS_OF.plusDays(day));
      InMemoryLake wholeToday = whole.on(AS_OF.plusDays(day));
      day++;
      run(today, titles, settings(settings));
      Map<String, String> all = new HashMap<>(settings);
      all.put("match.incremental-from", "1000000000");
      run(wholeToday, titles, settings(all));
      notes.addAll(today.context().notes());
      for (Table table : new MatchJob().writes()) {
        assertThat(ContentHash.of(table, today.read(table)))
            .as("%s on day %d", table, day)
            .isEqualTo(ContentHash.of(table, wholeToday.read(table)));
      }
    }
  }

  /** Says of each two that follow each other that they are the same, or different, in turn. */
  private Path overrides(List<Row> titles) throws IOException {
    StringBuilder lines = new StringBuilder("left,right,decision,who,why\n");
    for (int i = 0; i + 1 < titles.size(); i += 2) {
      lines
          .append(GoldenRecord.reference(titles.get(i)))
          .append(',')
          .append(GoldenRecord.reference(titles.get(i + 1)))
          .append(i % 4 == 0 ? ",same,Ann,so\n" : ",different,Ann,so\n");
    }
    return Files.writeString(folder.resolve("told.csv"), lines);
  }

  @Test
  void takesBackWhatPeopleToldOnceTheirDecisionIsGone(SparkSession spark) throws IOException {
    Path overrides = folder.resolve("overrides.csv");
    Files.writeString(
        overrides,
        """
        left,right,decision,who,why
        netflix:1,tmdb:1,different,Ann,a making-of
        """);
    Set<String> apart = Set.of("netflix:1", "tmdb:1");
    InMemoryLake lake = lake(spark);
    run(lake, works(spark), settings(Map.of("match.overrides", overrides.toString())));
    assertThat(clusters(lake)).noneMatch(titles -> titles.containsAll(apart));

    run(lake, works(spark), settings(Map.of()));

    assertThat(clusters(lake)).anyMatch(titles -> titles.containsAll(apart));
    assertSameResult(lake, compareAll(spark, works(spark), Map.of()));
    assertThat(notes(lake))
        .containsExactly(
            "compares again the 2 source titles that changed since the last run, in 5 blocks",
            "decides anew on 3 source titles and leaves all others as they are");
  }

  @Test
  void comparesAllWhereTheEarlierResultIsOfOtherSettingsOrIsNotTheOneNoted(SparkSession spark) {
    Map<String, String> other = Map.of("match.max-block", "50");
    InMemoryLake lake = lake(spark);
    run(lake, works(spark), settings(Map.of()));
    run(lake, works(spark), settings(other));
    lake.replace(Silver.MATCH, lake.read(Silver.MATCH).limit(1));
    run(lake, works(spark), settings(other));

    assertThat(notes(lake)).isEmpty();
    assertSameResult(lake, compareAll(spark, works(spark), other));
  }

  @Test
  void writesNoTitlesWhereNothingChanged(SparkSession spark) {
    InMemoryLake lake = lake(spark);
    run(lake, works(spark), settings(Map.of()));
    Map<Table, OptionalLong> versions = versions(lake);
    run(lake, works(spark), settings(Map.of()));

    assertThat(versions(lake)).isEqualTo(versions);
  }

  @Test
  void decidesAllAnewWhereTitlesAreNotThoseOfTheRunBefore(SparkSession spark) {
    InMemoryLake lake = lake(spark);
    run(lake, works(spark), settings(Map.of()));
    lake.replace(Silver.TITLE, lake.read(Silver.TITLE).limit(1));
    run(lake, works(spark), settings(Map.of()));

    assertThat(notes(lake)).containsExactly("finds no source title changed since the last run");
    assertSameResult(lake, compareAll(spark, works(spark), Map.of()));
  }

  @Test
  void makesTitlesAnewWhoseInferredGenresChanged(SparkSession spark) {
    List<Row> works = works(spark);
    InMemoryLake lake = lake(spark);
    infer(lake, "tmdb", "2", "Drama");
    run(lake, works, settings(Map.of()));
    assertThat(genres(lake)).containsExactly("Drama");

    infer(lake, "tmdb", "2", "Drama", "Western");
    run(lake, works, settings(Map.of()));

    assertThat(genres(lake)).containsExactly("Drama", "Western");
    assertThat(notes(lake)).last().asString().startsWith("decides anew on 2 source titles");
    InMemoryLake whole = lake(spark);
    infer(whole, "tmdb", "2", "Drama", "Western");
    run(whole, works, settings(Map.of()));
    assertSameResult(lake, whole);
  }

  private static void infer(InMemoryLake lake, String source, String id, String... genres) {
    lake.with(
        Silver.TITLE_INFERENCE,
        Rows.of(Silver.TITLE_INFERENCE)
            .with(
                "source",
                source,
                "source_id",
                id,
                "column",
                "genres",
                "values",
                genres,
                "model",
                "genres-from-overviews",
                "model_version",
                20260101));
  }

  /** The genres of all titles. */
  private static List<String> genres(InMemoryLake lake) {
    return lake.read(Silver.TITLE)
        .selectExpr("explode(genres) AS genre")
        .orderBy("genre")
        .as(Encoders.STRING())
        .collectAsList();
  }

  @Test
  void decidesAllAnewWhereOtherSourcesWin(SparkSession spark) {
    Map<String, String> other = Map.of("match.winners.title", "[netflix]");
    InMemoryLake lake = lake(spark);
    run(lake, works(spark), settings(Map.of()));
    run(lake, works(spark), settings(other));

    assertThat(notes(lake)).containsExactly("finds no source title changed since the last run");
    assertSameResult(lake, compareAll(spark, works(spark), other));
  }

  private static Map<Table, OptionalLong> versions(InMemoryLake lake) {
    return Stream.of(
            Silver.MATCH,
            Silver.MATCH_REVIEW,
            Silver.TITLE_SOURCE,
            Silver.TITLE_LEDGER,
            Silver.TITLE_ALIAS,
            Silver.TITLE)
        .collect(Collectors.toMap(table -> table, lake::version));
  }

  @Test
  void comparesAllWhereThereAreFewSourceTitles(SparkSession spark) {
    Map<String, String> many = Map.of("match.incremental-from", "6");
    InMemoryLake lake = lake(spark);
    run(lake, works(spark), settings(many));
    run(lake, works(spark), settings(many));

    assertThat(notes(lake)).isEmpty();
  }

  @Test
  void comparesAllWhereMostChanged(SparkSession spark) {
    InMemoryLake lake = lake(spark);
    List<Row> works = works(spark);
    run(lake, works.subList(0, 2), settings(Map.of()));
    run(lake, works, settings(Map.of()));

    assertThat(notes(lake)).isEmpty();
    assertSameResult(lake, compareAll(spark, works, Map.of()));
  }

  private InMemoryLake compareAll(SparkSession spark, List<Row> titles, Map<String, String> more) {
    InMemoryLake whole = lake(spark);
    run(whole, titles, settings(more));
    return whole;
  }

  private InMemoryLake lake(SparkSession spark) {
    return new InMemoryLake(spark, folder, AS_OF);
  }

  private static void run(InMemoryLake lake, List<Row> titles, Settings settings) {
    lake.replace(Silver.SOURCE_TITLE, lake.frame(titles, Silver.SOURCE_TITLE.schema()));
    new MatchJob().run(lake, lake.context(), settings);
    lake.read(Silver.MATCH).sparkSession().catalog().clearCache();
  }

  private static void assertSameResult(InMemoryLake lake, InMemoryLake whole) {
    assertThat(clusters(lake)).isEqualTo(clusters(whole));
    for (Table table : List.of(Silver.MATCH, Silver.MATCH_STATE, Silver.TITLE, Ops.DATA_QUALITY)) {
      assertThat(ContentHash.of(table, lake.read(table)))
          .as(table.name())
          .isEqualTo(ContentHash.of(table, whole.read(table)));
    }
  }

  private static Set<Set<String>> clusters(InMemoryLake lake) {
    return Set.copyOf(
        lake.read(Silver.TITLE_SOURCE).collectAsList().stream()
            .collect(
                groupingBy(
                    row -> row.<String>getAs("title_id"),
                    mapping(GoldenRecord::reference, toSet())))
            .values());
  }

  /** What it says of the part that is compared. */
  private static List<String> notes(InMemoryLake lake) {
    return lake.context().notes().stream()
        .filter(
            note ->
                note.endsWith("since the last run")
                    || note.startsWith("compares again")
                    || note.startsWith("decides anew"))
        .toList();
  }

  private static Settings settings(Map<String, String> changes) {
    Map<String, String> always = new HashMap<>(changes);
    always.putIfAbsent("match.incremental-from", "0");
    return TestSettings.shipped(always);
  }

  private List<Row> samples(SparkSession spark) {
    DeltaLake lake = new DeltaLake(spark, folder.resolve("lake").toString(), "test");
    JobRunner runner =
        new JobRunner(
            lake, settings(Map.of("data", SAMPLES.toString())), AS_OF, "test", Clock.systemUTC());
    assertThat(Stream.of(new IngestJob(), new NormalizeJob()).map(runner::run))
        .allMatch(report -> report.done());
    return lake.read(Silver.SOURCE_TITLE).orderBy("source", "source_id").collectAsList();
  }

  private static Row with(Row row, String column, String more) {
    @Nullable Object[] values = new Object[row.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.get(i);
    }
    for (String changed : List.of(column, "record_hash")) {
      int place = Silver.SOURCE_TITLE.schema().fieldIndex(changed);
      values[place] = row.get(place) + more;
    }
    return RowFactory.create(values);
  }

  private static List<Row> works(SparkSession spark) {
    return Rows.of(Silver.SOURCE_TITLE)
        .with(SourceTitles.film("tmdb", "1", "Silent Valley Road", 2015, "Jo May"))
        .with(SourceTitles.film("netflix", "1", "The Silent Valley Road", 2015, "Jo May"))
        .with(SourceTitles.film("hulu", "1", "Silent Valley Road", 2016, "Jo May"))
        .with(SourceTitles.film("tmdb", "2", "Morning Harbour", 2017, "Jo May"))
        .with(SourceTitles.film("netflix", "2", "Morning Harbours", 2017, "Jo May"))
        .in(spark)
        .collectAsList();
  }
}
