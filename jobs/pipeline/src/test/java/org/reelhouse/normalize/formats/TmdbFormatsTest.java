package org.reelhouse.normalize.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelhouse.normalize.draft.CreditDraft;
import org.reelhouse.normalize.draft.Rejection;
import org.reelhouse.normalize.draft.TitleDraft;

class TmdbFormatsTest {
  private static final TitleFormat CSV = new TmdbCsv();
  private static final TitleFormat PYTHON = new MoviesDatasetCsv();

  @Test
  void readsAFilmOfTheDump() throws Exception {
    TitleDraft draft =
        CSV.read(
            Records.line(
                CSV,
                Map.of(
                    "id", "42",
                    "title", "The Lantern",
                    "release_date", "2009-12-10",
                    "genres", "[{\"id\": 28, \"name\": \"Action\"}]",
                    "production_countries", "[{\"iso_3166_1\": \"FR\", \"name\": \"France\"}]",
                    "runtime", "162.0",
                    "vote_average", "7.2",
                    "vote_count", "11800")));

    assertThat(draft.sourceId()).isEqualTo("42");
    assertThat(draft.value("kind")).isEqualTo("movie");
    assertThat(draft.value("release_date")).isEqualTo(Date.valueOf("2009-12-10"));
    assertThat(draft.value("raw_genres")).isEqualTo(List.of("Action"));
    assertThat(draft.value("countries")).isEqualTo(List.of("FR"));
    assertThat(draft.value("runtime_minutes")).isEqualTo(162);
    assertThat(draft.value("score")).isEqualTo(7.2);
    assertThat(draft.externalIds()).containsExactly(Map.entry("tmdb", "42"));
  }

  @Test
  void takesNoughtAsUnknown() throws Exception {
    TitleDraft draft =
        CSV.read(
            Records.line(
                CSV,
                Map.of(
                    "id", "42",
                    "title", "The Lantern",
                    "budget", "0",
                    "revenue", "0",
                    "runtime", "0",
                    "vote_average", "0.0",
                    "vote_count", "0")));

    assertThat(List.of("budget", "revenue", "runtime_minutes", "score"))
        .allSatisfy(column -> assertThat(draft.value(column)).isNull());
  }

  @Test
  void rejectsACellThatIsNoJson() {
    Map<String, String> cells = Map.of("id", "42", "title", "A", "genres", "[{'id': 28");

    assertThatThrownBy(() -> CSV.read(Records.line(CSV, cells)))
        .isInstanceOf(Rejection.class)
        .hasMessageStartingWith("genres cannot be read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Drama", "7", "\"Drama\"", "true", "[] []", "[{}", "[{\"name\": NaN}]"})
  void rejectsACellThatIsNoList(String genres) {
    assertThatThrownBy(
            () -> CSV.read(Records.line(CSV, Map.of("id", "1", "title", "A", "genres", genres))))
        .isInstanceOf(Rejection.class)
        .hasMessageContaining("genres");
  }

  @Test
  void notesADateThatNeverWas() throws Exception {
    TitleDraft draft =
        CSV.read(Records.line(CSV, Map.of("id", "1", "title", "A", "release_date", "0000-00-00")));

    assertThat(draft.value("release_year")).isNull();
    assertThat(draft.issues()).containsExactly("unreadable_release_date");
  }

  @Test
  void readsPythonLiterals() throws Exception {
    TitleDraft draft =
        PYTHON.read(
            Records.line(
                PYTHON,
                Map.of(
                    "id", "7",
                    "imdb_id", "tt0000007",
                    "title", "Seven Lamps",
                    "genres", "[{'id': 18, 'name': 'Drama'}]",
                    "belongs_to_collection", "{'id': 1, 'name': \"Keeper's Tales\"}")));

    assertThat(draft.value("raw_genres")).isEqualTo(List.of("Drama"));
    assertThat(draft.value("collection")).isEqualTo("Keeper's Tales");
    assertThat(draft.externalIds()).containsEntry("imdb", "tt0000007").containsEntry("tmdb", "7");
  }

  @Test
  void rejectsShiftedAndBlankRows() {
    Map<String, String> shifted = Map.of("id", "1997-08-20", "title", "1");
    Map<String, String> blank = Map.of("overview", " ");

    assertThatThrownBy(() -> PYTHON.read(Records.line(PYTHON, shifted)))
        .isInstanceOf(Rejection.class)
        .hasMessage("id is no number but 1997-08-20; are the cells shifted?");
    assertThatThrownBy(() -> PYTHON.read(Records.line(PYTHON, blank)))
        .isInstanceOf(Rejection.class)
        .hasMessage("id is empty");
  }

  @Test
  void readsCastInBillingOrderAndDirectors() throws Exception {
    TitleFormat format = new TmdbCreditsCsv();
    String cast =
        "[{\"id\": 2, \"name\": \"Bo\", \"order\": 1}, {\"id\": 1, \"name\": \"Al\", \"order\": 0, \"character\": \"Me\"}]";
    String crew =
        "[{\"id\": 3, \"name\": \"Cy\", \"job\": \"Director\", \"department\": \"Directing\"}]";

    TitleDraft draft =
        format.read(Records.line(format, Map.of("movie_id", "42", "cast", cast, "crew", crew)));

    assertThat(draft.value("title")).isNull();
    assertThat(draft.value("cast")).isEqualTo(List.of("Al", "Bo"));
    assertThat(draft.value("directors")).isEqualTo(List.of("Cy"));
    assertThat(draft.credits())
        .contains(
            new CreditDraft("cast", 0, "1", "Al", null, null, "Me"),
            new CreditDraft("crew", 0, "3", "Cy", "Director", "Directing", null));
  }
}
