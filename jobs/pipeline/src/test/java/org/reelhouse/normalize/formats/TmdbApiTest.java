package org.reelhouse.normalize.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.reelhouse.normalize.draft.Rejection;
import org.reelhouse.normalize.draft.TitleDraft;

class TmdbApiTest {
  private static final TitleFormat TITLES = TmdbApi.titles();
  private static final TitleFormat PARTS = TmdbApi.parts();

  @Test
  void numbersFilmsAndSeriesApart() throws Exception {
    TitleDraft film = TITLES.read(Records.json("movies", "{\"id\": 5, \"title\": \"A\"}"));
    TitleDraft series = TITLES.read(Records.json("series", "{\"id\": 5, \"name\": \"B\"}"));

    assertThat(film.sourceId()).isEqualTo("movie/5");
    assertThat(film.externalIds()).containsOnlyKeys("tmdb");
    assertThat(series.sourceId()).isEqualTo("tv/5");
    assertThat(series.value("kind")).isEqualTo("series");
    assertThat(series.externalIds()).containsOnlyKeys("tmdb_tv");
  }

  @Test
  void namesGenresGivenByNumber() throws Exception {
    TitleDraft draft =
        TITLES.read(
            Records.json("movies", "{\"id\": 5, \"title\": \"A\", \"genre_ids\": [878, 1, 35]}"));

    assertThat(draft.value("raw_genres")).isEqualTo(List.of("Science Fiction", "Comedy"));
  }

  @Test
  void readsWhatIsAppendedToTheDetails() throws Exception {
    String details =
        """
        {"id": 5, "name": "A", "first_air_date": "", "episode_run_time": [55], "number_of_seasons": 2,
         "created_by": [{"name": "Cy"}], "keywords": {"results": [{"name": "Sea"}]},
         "external_ids": {"imdb_id": "tt0000005"}, "alternative_titles": {"results": [{"title": "B"}]},
         "content_ratings": {"results": [{"iso_3166_1": "DE", "rating": "16"}, {"iso_3166_1": "US", "rating": "TV-14"}]}}
        """;

    TitleDraft draft = TITLES.read(Records.json("series", details));

    assertThat(draft.value("runtime_minutes")).isEqualTo(55);
    assertThat(draft.value("seasons")).isEqualTo(2);
    assertThat(draft.value("directors")).isEqualTo(List.of("Cy"));
    assertThat(draft.value("keywords")).isEqualTo(List.of("sea"));
    assertThat(draft.value("alt_titles")).isEqualTo(List.of("B"));
    assertThat(draft.value("age_rating")).isEqualTo("TV-14");
    assertThat(draft.externalIds()).containsEntry("imdb", "tt0000005");
    assertThat(draft.issues()).isEmpty();
  }

  @Test
  void readsAnswersThatTellOneThingOfATitle() throws Exception {
    TitleDraft keywords =
        PARTS.read(
            Records.json(
                "series-parts", "{\"id\": 5, \"results\": [{\"name\": \"Sea\", \"id\": 1}]}"));
    TitleDraft titles =
        PARTS.read(
            Records.json(
                "movie-parts",
                "{\"id\": 5, \"titles\": [{\"iso_3166_1\": \"FR\", \"title\": \"B\"}]}"));

    assertThat(keywords.sourceId()).isEqualTo("tv/5");
    assertThat(keywords.value("title")).isNull();
    assertThat(keywords.value("keywords")).isEqualTo(List.of("sea"));
    assertThat(titles.value("alt_titles")).isEqualTo(List.of("B"));
  }

  @Test
  void rejectsAnswersAboutSomethingElse() {
    String videos =
        "{\"id\": 5, \"results\": [{\"name\": \"Trailer\", \"site\": \"X\", \"id\": \"1\"}]}";

    assertThatThrownBy(() -> PARTS.read(Records.json("movie-parts", videos)))
        .isInstanceOf(Rejection.class)
        .extracting(rejection -> ((Rejection) rejection).reason())
        .isEqualTo("not_a_title");
  }
}
