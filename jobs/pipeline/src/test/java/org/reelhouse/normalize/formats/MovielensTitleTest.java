package org.reelhouse.normalize.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovielensTitleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "Lantern, The=The Lantern",
        "Haine, La=La Haine",
        "Heure d'été, L'=L'Heure d'été",
        "Run, Rabbit, Run=Run, Rabbit, Run",
        "Plain=Plain",
        ", The=, The",
      })
  void bringsArticlesToTheFront(String written, String title) {
    assertThat(MovielensTitle.inReadingOrder(written)).isEqualTo(title);
  }

  @Test
  void takesTitlesInParenthesesAsOthers() {
    MovielensTitle title = MovielensTitle.of("Postman, The (a.k.a. The Mail) (Postino, Il)");

    assertThat(title)
        .isEqualTo(new MovielensTitle("The Postman", List.of("The Mail", "Il Postino")));
  }

  @Test
  void keepsParenthesesThatAreTheTitle() {
    assertThat(MovielensTitle.of("(500) Days").title()).isEqualTo("(500) Days");
    assertThat(MovielensTitle.of("(Untitled)").title()).isEqualTo("(Untitled)");
    assertThat(MovielensTitle.of("Bird: Or (The Virtue)").title())
        .isEqualTo("Bird: Or (The Virtue)");
  }

  @Test
  void readsNestedAndUnclosedParentheses() {
    assertThat(MovielensTitle.of("One (Two (Three))").others()).containsExactly("Two (Three)");
    assertThat(MovielensTitle.of("One Two)")).isEqualTo(new MovielensTitle("One Two)", List.of()));
  }
}
