package org.reelhouse.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.univocity.parsers.common.record.Record;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.reelhouse.normalize.draft.Inference;
import org.reelhouse.normalize.draft.TitleDraft;
import org.reelhouse.normalize.values.Dates;
import org.reelhouse.normalize.values.Durations;
import org.reelhouse.normalize.values.Kinds;
import org.reelhouse.normalize.values.Numbers;
import org.reelhouse.normalize.values.Texts;
import org.reelhouse.reference.Kind;
import org.reelhouse.reference.Languages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How often inference is right on real dumps that state what is inferred; prints the figures. */
class InferenceFiguresTest {
  private static final Logger LOG = LoggerFactory.getLogger(InferenceFiguresTest.class);

  private static final Path DATA =
      Path.of(System.getenv().getOrDefault("REELHOUSE_REAL_DATA", "../../../shared/data"));
  private static final Path TMDB = DATA.resolve("tmdb/tmdb_5000_movies.csv.gz");
  private static final Path MOVIES =
      DATA.resolve("the-movies-dataset/movies_metadata_first2996.csv");
  private static final Path ANIME = DATA.resolve("mal/AnimeList_ranked_scrape.csv.gz");
  private static final List<String> PLATFORMS =
      List.of("netflix", "amazon_prime", "disney_plus", "hulu");

  /** Rows whose value is stated, and what inference said of them without looking. */
  private static final class Figures {
    private int stated;
    private int said;
    private int right;

    void count(@Nullable Object truth, @Nullable Object inferred) {
      stated += truth == null ? 0 : 1;
      said += truth == null || inferred == null ? 0 : 1;
      right += truth != null && truth.equals(inferred) ? 1 : 0;
    }

    double precision() {
      return said == 0 ? 0 : (double) right / said;
    }

    void print(String what) {
      // As a warning, because the tests' log shows no less.
      LOG.warn(
          String.format(
              Locale.ROOT,
              "%s: stated in %d rows, inferred in %d of them, right in %d, precision %.3f",
              what,
              stated,
              said,
              right,
              precision()));
    }
  }

  @BeforeAll
  static void needsTheDumps() {
    assumeTrue(Files.isDirectory(DATA), "the real dumps are not here");
  }

  @Test
  void theScriptTellsTheLanguage() throws IOException {
    Figures figures = new Figures();
    for (Path file : List.of(TMDB, MOVIES)) {
      each(
          file,
          row -> {
            TitleDraft draft =
                new TitleDraft("1").title("A").originalTitle(text(row, "original_title"));
            Inference.complete(draft);
            figures.count(
                Languages.code(text(row, "original_language")), draft.value("original_language"));
          });
    }

    figures.print("language from script");
    assertThat(figures.precision()).isGreaterThan(0.95);
    assertThat(figures.said).isGreaterThan(50);
  }

  @Test
  void theYearBehindATitleIsThatOfTheRelease() throws IOException {
    Figures figures = new Figures();
    each(
        ANIME,
        row -> {
          TitleDraft draft = new TitleDraft("1").title(text(row, "Title"));
          Inference.complete(draft);
          figures.count(Dates.year(text(row, "Aired")), draft.value("release_year"));
        });

    figures.print("year from title");
    assertThat(figures.precision()).isGreaterThan(0.95);
    assertThat(figures.said).isGreaterThan(50);
  }

  @Test
  void seasonsAndRunningTimeTellTheKind() throws IOException {
    Figures bySeasons = new Figures();
    Figures byRuntime = new Figures();
    for (String platform : PLATFORMS) {
      each(
          DATA.resolve("platforms/" + platform + "_titles.csv"),
          row -> {
            String duration = text(row, "duration");
            TitleDraft draft =
                new TitleDraft("1")
                    .seasons(Durations.seasons(duration))
                    .runtimeMinutes(Durations.minutes(duration));
            Inference.kind(draft);
            Object kind = "short".equals(draft.value("kind")) ? "movie" : draft.value("kind");
            boolean seasons = Inference.SEASONS.equals(draft.inferredBy().get("kind"));
            (seasons ? bySeasons : byRuntime).count(kind(row, "type"), kind);
          });
    }

    bySeasons.print("kind from seasons");
    byRuntime.print("kind from running time, a short counted as a film");
    assertThat(bySeasons.precision()).isGreaterThan(0.95);
    assertThat(byRuntime.precision()).isGreaterThan(0.95);
  }

  @Test
  void manyEpisodesTellASeriesAndOneAFilmOfSomeLength() throws IOException {
    Figures many = new Figures();
    Figures one = new Figures();
    each(
        ANIME,
        row -> {
          Integer episodes = Numbers.positiveInteger(text(row, "Episodes"));
          Integer minutes = Durations.minutes(text(row, "Duration"));
          TitleDraft draft = new TitleDraft("1").episodes(episodes).runtimeMinutes(minutes);
          Inference.kind(draft);
          Object truth = kind(row, "Type");
          if (episodes != null && episodes >= 10) {
            many.count(truth, draft.value("kind"));
          } else if (episodes != null && episodes == 1 && minutes != null && minutes >= 60) {
            one.count(truth, draft.value("kind"));
          }
        });

    many.print("series from 10 episodes or more");
    one.print("film from one episode of an hour or more");
    assertThat(many.precision()).isGreaterThan(0.8);
    assertThat(one.precision()).isGreaterThan(0.8);
  }

  private static @Nullable String kind(Record row, String column) {
    Kind kind = Kinds.of(text(row, column));
    return kind == null ? null : kind.text();
  }

  private static @Nullable String text(Record row, String column) {
    return Texts.clean(row.getString(column));
  }

  private static void each(Path file, Consumer<Record> task) throws IOException {
    List<Record> rows = new ArrayList<>();
    try (InputStream bytes = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes) {
      CsvParserSettings settings = new CsvParserSettings();
      settings.setHeaderExtractionEnabled(true);
      settings.setLineSeparatorDetectionEnabled(true);
      settings.setMaxCharsPerColumn(1 << 20);
      rows.addAll(new CsvParser(settings).parseAllRecords(plain, "UTF-8"));
    }
    rows.forEach(task);
  }
}
