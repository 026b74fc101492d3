package org.reelhouse.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.Tally;
import org.reelhouse.lake.ContentHash;
import org.reelhouse.normalize.draft.DraftRows;
import org.reelhouse.normalize.draft.TitleDraft;
import org.reelhouse.normalize.formats.DraftMapper;
import org.reelhouse.normalize.formats.MovielensLinks;
import org.reelhouse.normalize.formats.MovielensMovies;
import org.reelhouse.normalize.formats.MovielensTags;
import org.reelhouse.normalize.formats.Records;
import org.reelhouse.normalize.formats.TitleFormat;
import org.reelhouse.normalize.merge.NamedTitles;
import org.reelhouse.raw.RawRecord;
import org.reelhouse.tables.Ops;
import org.reelhouse.tables.Silver;
import org.reelhouse.testing.InMemoryLake;
import org.reelhouse.testing.SparkTest;

@SparkTest
class NormalizeJobTest {
  private static final TitleFormat MOVIES = new MovielensMovies();
  private static final TitleFormat LINKS = new MovielensLinks();
  private static final TitleFormat TAGS = new MovielensTags();
  private static final List<String> INPUTS =
      List.of("raw/ml/movies", "raw/ml/links", "raw/ml/tags");

  @TempDir private Path folder;
  private final List<Row> drafts = new ArrayList<>();

  @BeforeEach
  void landTwoTitles() {
    movie(2, "1", "Lantern, The (1995)", "Drama|Nonsense");
    movie(3, "2", "Harbour (1996)", "Comedy");
  }

  @Test
  void foldsSupplementsIntoTheirTitle(SparkSession spark) {
    add("links", 2, LINKS, Map.of("movieId", "1", "imdbId", "0000011", "tmdbId", "12"));
    add("tags", 2, TAGS, Map.of("movieId", "1", "tag", "Sea"));
    add("tags", 3, TAGS, Map.of("movieId", "1", "tag", "fog"));

    InMemoryLake lake = new InMemoryLake(spark, folder, LocalDate.of(2026, 1, 1));
    List<Tally> tallies = NormalizeJob.publish(lake, lake.context().asOf(), INPUTS, rows(spark));

    Row title = titleOf(lake, "1");
    assertThat(title.<String>getList(title.fieldIndex("keywords"))).containsExactly("fog", "sea");
    assertThat(title.<String, String>getJavaMap(title.fieldIndex("external_ids")))
        .containsOnly(Map.entry("imdb", "tt0000011"), Map.entry("tmdb", "12"));
    assertThat(tallies)
        .containsExactly(
            new Tally("raw/ml/movies", 2, 2, 2, 0, 0),
            new Tally("raw/ml/links", 1, 1, 0, 1, 0),
            new Tally("raw/ml/tags", 2, 2, 0, 2, 0));
  }

  @Test
  void quarantinesOrphansAndBrokenRecordsWithTheirText(SparkSession spark) {
    add("tags", 2, TAGS, Map.of("movieId", "9", "tag", "Sea"));
    map(Records.broken("ml", "movies", 4), MOVIES);

    InMemoryLake lake = new InMemoryLake(spark, folder, LocalDate.of(2026, 1, 1));
    List<Tally> tallies = NormalizeJob.publish(lake, lake.context().asOf(), INPUTS, rows(spark));

    List<Row> rows = lake.read(Ops.QUARANTINE).orderBy("dataset").collectAsList();
    assertThat(rows)
        .extracting(row -> row.getAs("reason"), row -> row.getAs("raw"))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("malformed", "a,b"),
            org.assertj.core.groups.Tuple.tuple("orphan", rows.get(1).getAs("raw")));
    assertThat(tallies).allMatch(Tally::addsUp);
  }

  @Test
  void mergesRecordsOfOneTitleIntoTheFullest(SparkSession spark) {
    movie(4, "2", "Harbour (1996)", null);

    InMemoryLake lake = new InMemoryLake(spark, folder, LocalDate.of(2026, 1, 1));
    List<Tally> tallies = NormalizeJob.publish(lake, lake.context().asOf(), INPUTS, rows(spark));

    assertThat(titleOf(lake, "2").<String>getAs("title")).isEqualTo("Harbour");
    assertThat(tallies).contains(new Tally("raw/ml/movies", 3, 3, 2, 1, 0));
  }

  @Test
  void countsGenresThatTheTaxonomyLacks(SparkSession spark) {
    InMemoryLake lake = new InMemoryLake(spark, folder, LocalDate.of(2026, 1, 1));
    NormalizeJob.publish(lake, lake.context().asOf(), INPUTS, rows(spark));

    Row measure = lake.read(Ops.DATA_QUALITY).head();
    assertThat(measure.<String>getAs("check")).isEqualTo("unmapped_genre");
    assertThat(measure.<String>getAs("subject")).isEqualTo("Nonsense");
    assertThat(measure.<Double>getAs("value")).isEqualTo(1.0);
  }

  @Test
  void appliesARecordThatNamesATitleToEachWithThatName(SparkSession spark) {
    DraftMapper platform = new DraftMapper(new Named(), "scores", Map.of("ml", "ml"), null);
    platform
        .map(Records.line("scores", "scores", 2, new Named(), Map.of("movieId", "ml|harbour|1996")))
        .forEachRemaining(drafts::add);
    movie(5, "3", "Harbour (1996)", "Drama");

    Dataset<Row> merged = NormalizeJob.merged(NamedTitles.resolved(rows(spark)));

    assertThat(NormalizeJob.titles(merged).filter("score = 8").select("source_id").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactlyInAnyOrder("2", "3");
  }

  @Test
  void doesNotDependOnTheOrderOrThePartitions(SparkSession spark) {
    Stream.of("sea", "fog", "Fog", "mist")
        .forEach(tag -> add("tags", 2, TAGS, Map.of("movieId", "1", "tag", tag)));
    movie(6, "2", "Harbor (1997)", "Drama");
    ContentHash before = hash(rows(spark));

    Collections.shuffle(drafts, new Random(1));
    ContentHash after = hash(rows(spark).repartition(5));

    assertThat(after).isEqualTo(before);
  }

  private static ContentHash hash(Dataset<Row> drafts) {
    return ContentHash.of(
        Silver.SOURCE_TITLE,
        NormalizeJob.titles(NormalizeJob.merged(NamedTitles.resolved(drafts))));
  }

  private void movie(long line, String id, String title, String genres) {
    Map<String, String> cells = new java.util.HashMap<>(Map.of("movieId", id, "title", title));
    cells.put("genres", genres);
    add("movies", line, MOVIES, cells);
  }

  private void add(String dataset, long line, TitleFormat format, Map<String, String> cells) {
    map(Records.line("ml", dataset, line, format, cells), format);
  }

  private void map(RawRecord record, TitleFormat format) {
    new DraftMapper(format, "ml", Map.of("ml", "ml"), null)
        .map(record)
        .forEachRemaining(drafts::add);
  }

  private Dataset<Row> rows(SparkSession spark) {
    return spark.createDataFrame(drafts, DraftRows.SCHEMA);
  }

  private static Row titleOf(InMemoryLake lake, String sourceId) {
    return lake.read(Silver.SOURCE_TITLE).filter("source_id = '" + sourceId + "'").head();
  }

  /** Names titles and scores them 8. */
  private record Named() implements TitleFormat {
    @Override
    public org.reelhouse.raw.RawLayout layout(org.reelhouse.config.DatasetSettings dataset) {
      return MOVIES.layout(dataset);
    }

    @Override
    public TitleDraft read(RawRecord record) {
      return new TitleDraft(String.valueOf(record.cells().get(0))).score(8.0);
    }

    @Override
    public boolean namesTitles() {
      return true;
    }
  }
}
