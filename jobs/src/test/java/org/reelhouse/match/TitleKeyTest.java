package org.reelhouse.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TitleKeyTest {

  @Test
  void ignoresCaseAccentsPunctuationAndTheLeadingArticle() {
    assertThat(TitleKey.of("The Amélie: of  Montmartre!").text()).isEqualTo("amelie of montmartre");
    assertThat(TitleKey.of("Usual Suspects, The").text()).isEqualTo("usual suspects");
    assertThat(TitleKey.of("Ocean’s Eleven")).isEqualTo(TitleKey.of("Oceans Eleven"));
  }

  @Test
  void readsAnAmpersandAsAnd() {
    assertThat(TitleKey.of("Pride & Prejudice")).isEqualTo(TitleKey.of("Pride and Prejudice"));
  }

  @Test
  void readsPartsAndSeasonsAsNumbers() {
    assertThat(TitleKey.of("Rocky II")).isEqualTo(TitleKey.of("Rocky 2"));
    assertThat(TitleKey.of("Too Many Clients: Part 1"))
        .isEqualTo(TitleKey.of("Too Many Clients (1)"));
    assertThat(TitleKey.of("Gintama 2nd Season")).isEqualTo(TitleKey.of("Gintama Season 2"));
    assertThat(TitleKey.of("Gintama Second Season")).isEqualTo(TitleKey.of("Gintama 2"));
  }

  @Test
  void leavesNumeralsThatBeginATitle() {
    assertThat(TitleKey.of("V for Vendetta").text()).isEqualTo("v for vendetta");
    assertThat(TitleKey.of("Season of the Witch").text()).isEqualTo("season of the witch");
  }

  @Test
  void keepsOtherScriptsAndTitlesOfSignsOnly() {
    assertThat(TitleKey.of("がらくた").text()).isEqualTo("がらくた");
    assertThat(TitleKey.of("???").text()).isEqualTo("???");
  }

  @Test
  void countsAMissingFirstPartAsNoNumber() {
    assertThat(TitleKey.of("Dune: Part 1").numbers()).isEmpty();
    assertThat(TitleKey.of("Dune: Part 2").numbers()).containsExactly("2");
  }
}
