package org.reelhouse.normalize.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelhouse.normalize.draft.CreditDraft;
import org.reelhouse.normalize.draft.Rejection;
import org.reelhouse.normalize.draft.TitleDraft;

class PlatformFormatsTest {
  private static final PlatformCsv CATALOGUE = new PlatformCsv();
  private static final PlatformScoresCsv SCORES = new PlatformScoresCsv();

  @Test
  void readsATitleOfACatalogue() throws Rejection {
    TitleDraft draft =
        catalogue(
            "country",
            ", France, South Korea,",
            "date_added",
            " September 25, 2021",
            "release_year",
            "2020",
            "rating",
            "PG-13",
            "listed_in",
            "Arts, Entertainment, and Culture, Drama");

    assertThat(draft.value("kind")).isEqualTo("movie");
    assertThat(draft.value("countries")).isEqualTo(List.of("FR", "KR"));
    assertThat(draft.value("date_added")).isEqualTo(Date.valueOf("2021-09-25"));
    assertThat(draft.value("release_year")).isEqualTo(2020);
    assertThat(draft.value("age_rating")).isEqualTo("PG-13");
    assertThat(draft.value("raw_genres"))
        .isEqualTo(List.of("Arts, Entertainment, and Culture", "Drama"));
    assertThat(draft.inferred()).isEmpty();
  }

  @Test
  void creditsCastAndDirectorsInTheirOrder() throws Rejection {
    TitleDraft draft = catalogue("cast", "Ann Bee, Robert Cee, Jr., Ann Bee", "director", "Dee");

    assertThat(draft.value("cast")).isEqualTo(List.of("Ann Bee", "Robert Cee, Jr."));
    assertThat(draft.credits())
        .containsExactly(
            new CreditDraft("cast", 0, null, "Ann Bee", null, null, null),
            new CreditDraft("cast", 1, null, "Robert Cee, Jr.", null, null, null),
            new CreditDraft("crew", 0, null, "Dee", "Director", "Directing", null));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "PG, 90 min, PG, 90, null",
        "74 min, '', null, 74, null",
        "74 min, 80 min, null, 80, null",
        "TV-14, 2 Seasons, TV-14, null, 2",
        "1 Season, '', null, null, 1",
        "TV-14, 0 min, TV-14, null, null"
      })
  void findsTheDurationInEitherColumn(
      String rating, String duration, String ageRating, Integer minutes, Integer seasons)
      throws Rejection {
    TitleDraft draft = catalogue("rating", rating, "duration", duration);

    assertThat(draft.value("age_rating")).isEqualTo(ageRating);
    assertThat(draft.value("runtime_minutes")).isEqualTo(minutes);
    assertThat(draft.value("seasons")).isEqualTo(seasons);
  }

  @ParameterizedTest
  @CsvSource({
    "Movie, 90 min, movie, false",
    "TV Show, 1 Season, series, false",
    "Movie, 2 Seasons, series, true",
    "'', 2 Seasons, series, true",
    "'', 90 min, movie, true"
  })
  void believesSeasonsMoreThanTheType(String type, String duration, String kind, boolean inferred)
      throws Rejection {
    Map<String, String> cells =
        Map.of("show_id", "s1", "title", "Neko", "type", type, "duration", duration);

    TitleDraft draft = CATALOGUE.read(Records.line(CATALOGUE, cells));

    assertThat(draft.value("kind")).isEqualTo(kind);
    assertThat(draft.inferred().contains("kind")).isEqualTo(inferred);
  }

  @ParameterizedTest
  @CsvSource({"'', Neko, missing_id", "s1, ' ', missing_title"})
  void rejectsLinesWithoutIdentifierOrTitle(String id, String title, String reason) {
    Map<String, String> cells = Map.of("show_id", id, "title", title, "type", "Movie");

    assertThatThrownBy(() -> CATALOGUE.read(Records.line(CATALOGUE, cells)))
        .isInstanceOfSatisfying(
            Rejection.class, rejection -> assertThat(rejection.reason()).isEqualTo(reason));
  }

  @Test
  void namesTheTitleOfAScore() throws Rejection {
    TitleDraft draft = score("3.33", "Hulu", " THE  Cat&#039;s ", "2014");

    assertThat(SCORES.namesTitles()).isTrue();
    assertThat(draft.sourceId()).isEqualTo("hulu|the cat's|2014");
    assertThat(draft.value("score")).isEqualTo(6.66);
    assertThat(draft.value("title")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "3.3, '', cat, missing_id",
    "3.3, hulu, '', missing_title",
    "5.1, hulu, cat, bad_value",
    "NaN, hulu, cat, bad_value",
    "'', hulu, cat, bad_value"
  })
  void rejectsScoresOfNothingAndNoScores(
      String score, String platform, String title, String reason) {
    assertThatThrownBy(() -> score(score, platform, title, "2014"))
        .isInstanceOfSatisfying(
            Rejection.class, rejection -> assertThat(rejection.reason()).isEqualTo(reason));
  }

  private static TitleDraft catalogue(String... columnsAndCells) throws Rejection {
    Map<String, String> cells =
        new HashMap<>(Map.of("show_id", "s1", "title", "Neko", "type", "Movie"));
    for (int i = 0; i < columnsAndCells.length; i += 2) {
      cells.put(columnsAndCells[i], columnsAndCells[i + 1]);
    }
    return CATALOGUE.read(Records.line(CATALOGUE, cells));
  }

  private static TitleDraft score(String score, String platform, String title, String year)
      throws Rejection {
    Map<String, String> cells =
        Map.of("score", score, "platform", platform, "title", title, "release_year", year);
    return SCORES.read(Records.line(SCORES, cells));
  }
}
