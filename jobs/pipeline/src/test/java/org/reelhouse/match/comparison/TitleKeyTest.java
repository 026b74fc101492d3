package org.reelhouse.match.comparison;

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
  void readsNumeralsInCapitalsOnlyInsideATitle() {
    assertThat(TitleKey.of("Sukitte Ii na yo.").text()).isEqualTo("sukitte ii na yo");
    assertThat(TitleKey.of("Saw VII 3D").text()).isEqualTo("saw 7 3d");
    assertThat(TitleKey.of("rocky ii")).isEqualTo(TitleKey.of("Rocky 2"));
  }

  @Test
  void readsNumbersInWordsAsNumbers() {
    assertThat(TitleKey.of("Twenty Years to Midnight"))
        .isEqualTo(TitleKey.of("20 Years to Midnight"));
    assertThat(TitleKey.of("Justice (Part I)")).isEqualTo(TitleKey.of("Justice: Part One"));
  }

  @Test
  void leavesOutWhatCataloguesAddInBrackets() {
    assertThat(TitleKey.of("Hinamatsuri (TV)")).isEqualTo(TitleKey.of("Hinamatsuri"));
    assertThat(TitleKey.of("Hunter x Hunter (2011)")).isEqualTo(TitleKey.of("Hunter x Hunter"));
    assertThat(TitleKey.of("(2011)").text()).isEqualTo("2011");
  }

  @Test
  void putsATrailingArticleToTheFront() {
    assertThat(TitleKey.of("Misérables, Les")).isEqualTo(TitleKey.of("Les Misérables"));
  }

  @Test
  void spellsLettersWithoutAnAccentToLose() {
    assertThat(TitleKey.of("Æon Flux")).isEqualTo(TitleKey.of("Aeon Flux"));
  }

  @Test
  void knowsTitlesThatSayNoMoreThanANumber() {
    assertThat(TitleKey.of("Episode #4.5").isGeneric()).isTrue();
    assertThat(TitleKey.of("第5話").isGeneric()).isTrue();
    assertThat(TitleKey.of("Chapter 37").isGeneric()).isFalse();
    assertThat(TitleKey.of("Episode of Luffy").isGeneric()).isFalse();
  }
}
