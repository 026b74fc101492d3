package org.reelhouse.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenresTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Sci-Fi                        | Science Fiction
          science fiction               | Science Fiction
          TV Dramas                     | Drama
          Stand-Up Comedy               | Stand-Up
          Shounen Ai                    | Boys Love
          Komödie                       | Comedy
          Ciencia ficcion               | Science Fiction
          Kids' TV                      | Kids
          LGBTQ+                        | LGBTQ
          (no genres listed)            | ''
          International TV Shows        | ''
          Arts, Entertainment, and Culture | ''
          Action & Adventure            | Action,Adventure
          Sci-Fi & Fantasy              | Fantasy,Science Fiction
          """)
  void readsTheLabelsOfAllSources(String label, String genres) {
    assertThat(String.join(",", Genres.canonical(List.of(label)))).isEqualTo(genres);
    assertThat(Genres.unmapped(List.of(label))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Aventure                      | Adventure
          Ciencia ficción               | Science Fiction
          Bélica                        | War
          Liebesfilm                    | Romance
          Komödien                      | Comedy
          televisione film              | ''
          Faroeste                      | Western
          サイエンスフィクション            | Science Fiction
          履歴                          | History
          액션                          | Action
          剧情                          | Drama
          фантастика                    | Science Fiction
          Comédie dramatique            | Comedy,Drama
          Science-Fiction & Fantastique | Fantasy,Science Fiction
          """)
  void readsLabelsInTheLanguagesOfCatalogues(String label, String genres) {
    assertThat(String.join(",", Genres.canonical(List.of(label)))).isEqualTo(genres);
    assertThat(Genres.unmapped(List.of(label))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          British Crime TV Shows        | Crime
          Romantic Dramas               | Drama,Romance
          Dark Comedies                 | Comedy
          French Movies                 | ''
          Hong Kong TV Programmes       | ''
          Action/Comedy                 | Action,Comedy
          Kids & Family                 | Family,Kids
          Mystery & Thriller            | Mystery,Thriller
          Sci-Fi Thrillers              | Science Fiction,Thriller
          Independent Dramas            | Drama
          Award-Winning Documentaries   | Documentary
          Political Thrillers           | Thriller
          Films d'action                | Action
          アクション映画                  | Action
          爱情片                         | Romance
          Anime Based on Light Novels   | Anime
          Science Fiction               | Science Fiction
          """)
  void takesLabelsApartThatAreMadeOfOthers(String label, String genres) {
    assertThat(String.join(",", Genres.canonical(List.of(label)))).isEqualTo(genres);
    assertThat(Genres.unmapped(List.of(label))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Political", "Crime Qwertz", "Drama Qwertz Movies", "Dark", "???", ""})
  void leavesALabelAloneOfWhichAWordIsUnknown(String label) {
    assertThat(Genres.canonical(List.of(label))).isEmpty();
    assertThat(Genres.unmapped(List.of(label))).containsExactly(label);
  }

  @Test
  void sortsAndKeepsEachGenreOnce() {
    assertThat(Genres.canonical(List.of("Sci-Fi", "Drama", "Science Fiction", "Dramas")))
        .containsExactly("Drama", "Science Fiction");
  }

  @Test
  void reportsTheLabelsItDoesNotKnow() {
    assertThat(Genres.unmapped(List.of("Qwertz", "Drama", "Asdf", "Qwertz")))
        .containsExactly("Asdf", "Qwertz");
  }

  @Test
  void hasNothingToSayWithoutLabels() {
    assertThat(Genres.canonical(null)).isEmpty();
    assertThat(Genres.unmapped(null)).isEmpty();
  }

  @Test
  void rollsNarrowGenresUp() {
    assertThat(Genres.parent("Mecha")).contains("Science Fiction");
    assertThat(Genres.parent("Drama")).isEmpty();
    assertThat(Genres.all()).contains("Mecha", "Drama").doesNotContain("Dramas");
  }
}
