package org.reelhouse.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @Test
  void sortsAndKeepsEachGenreOnce() {
    assertThat(Genres.canonical(List.of("Sci-Fi", "Drama", "Science Fiction", "Dramas")))
        .containsExactly("Drama", "Science Fiction");
  }

  @Test
  void reportsTheLabelsItDoesNotKnow() {
    assertThat(Genres.unmapped(List.of("Zombies", "Drama", "Aliens", "Zombies")))
        .containsExactly("Aliens", "Zombies");
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
