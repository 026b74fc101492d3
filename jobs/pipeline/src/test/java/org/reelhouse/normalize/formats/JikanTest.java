package org.reelhouse.normalize.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelhouse.normalize.draft.Rejection;
import org.reelhouse.normalize.draft.TitleDraft;

class JikanTest {
  private static final Jikan FORMAT = new Jikan();
  private static final String NEKO =
      """
      {"mal_id": 77, "title": "Neko", "title_english": "The Cat", "title_japanese": "ねこ",
       "title_synonyms": ["Cat"],
       "titles": [{"type": "Default", "title": "Neko"}, {"type": "German", "title": "Die Katze"}],
       "type": "TV Special", "episodes": 2, "status": "Currently Airing",
       "aired": {"from": "2023-09-29T00:00:00+00:00", "prop": {"from": {"day": 29}}},
       "duration": "24 min per ep", "rating": "G - All Ages", "score": 9.27, "scored_by": 5,
       "members": 9, "synopsis": "A cat.\\n\\n[Written by MAL Rewrite]", "year": null,
       "genres": [{"name": "Drama"}], "explicit_genres": [], "themes": [{"name": "Pets"}],
       "demographics": [{"name": "Shounen"}], "studios": [{"name": "Studio A"}], "producers": null}
      """;

  @Test
  void takesNothingForATitleThatIsNone() throws Exception {
    String json = NEKO.replace("[\"Cat\"]", "[null, {}, [], \"\", \"Cat\"]");

    TitleDraft draft = FORMAT.read(Records.json("anime", json));

    assertThat(draft.value("alt_titles")).isEqualTo(List.of("Cat", "Die Katze", "The Cat"));
  }

  @Test
  void readsNamesInAllLanguages() throws Exception {
    TitleDraft draft = FORMAT.read(Records.json("anime", NEKO));

    assertThat(draft.externalIds()).containsEntry("mal", "77");
    assertThat(draft.value("title")).isEqualTo("Neko");
    assertThat(draft.value("original_title")).isEqualTo("ねこ");
    assertThat(draft.value("alt_titles")).isEqualTo(List.of("Cat", "Die Katze", "The Cat"));
  }

  @Test
  void readsWhatDescribesAndWhatCounts() throws Exception {
    TitleDraft draft = FORMAT.read(Records.json("anime", NEKO));

    assertThat(draft.value("kind")).isEqualTo("special");
    assertThat(draft.value("raw_genres")).isEqualTo(List.of("Drama", "Pets", "Shounen"));
    assertThat(draft.value("companies")).isEqualTo(List.of("Studio A"));
    assertThat(draft.value("overview")).isEqualTo("A cat.");
    assertThat(draft.value("status")).isEqualTo("airing");
    assertThat(draft.value("runtime_minutes")).isEqualTo(24);
    assertThat(draft.value("release_date")).isEqualTo(Date.valueOf("2023-09-29"));
    assertThat(draft.value("score")).isEqualTo(9.27);
    assertThat(draft.value("votes")).isEqualTo(5L);
  }

  @Test
  void believesNoDayThatJikanMadeUp() throws Exception {
    String json =
        """
        {"mal_id": 77, "title": "Neko",
         "aired": {"from": "2023-01-01T00:00:00+00:00", "prop": {"from": {"day": null}}}}
        """;

    TitleDraft draft = FORMAT.read(Records.json("anime", json));

    assertThat(draft.value("release_year")).isEqualTo(2023);
    assertThat(draft.value("release_date")).isNull();
  }

  @Test
  void takesTheYearOfTheSeasonWhereTheDateIsMissing() throws Exception {
    String json = "{\"mal_id\": 77, \"title\": \"Neko\", \"year\": 2024, \"aired\": null}";

    TitleDraft draft = FORMAT.read(Records.json("anime", json));

    assertThat(draft.value("release_year")).isEqualTo(2024);
    assertThat(draft.value("score")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"title\": \"Neko\"} | missing_id",
        "{\"mal_id\": 77, \"title\": \" \"} | missing_title",
        "{\"status\": 404, \"message\": \"Not Found\"} | missing_id",
        "\"text\" | missing_id"
      })
  void rejectsWhatIsNoTitle(String json, String reason) {
    assertThatThrownBy(() -> FORMAT.read(Records.json("anime", json)))
        .isInstanceOfSatisfying(
            Rejection.class, rejection -> assertThat(rejection.reason()).isEqualTo(reason));
  }
}
