package org.reelhouse.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnglishStemsTest {
  @Test
  void areThoseOfATextWithoutStopWordsInTheirOrder() {
    assertThat(EnglishStems.of("The detective's sisters were HUNTED, hunting a sister"))
        .containsExactly("detect", "sister", "were", "hunt", "hunt", "sister");
  }

  @Test
  void ofOneWordAreTheSameForItsInflections() {
    assertThat(EnglishStems.ofWord("married")).isEqualTo(EnglishStems.ofWord("marry"));
    assertThat(EnglishStems.ofWord("skies")).isEqualTo(EnglishStems.ofWord("sky"));
    assertThat(EnglishStems.ofWord("ghost")).isNotEqualTo(EnglishStems.ofWord("guest"));
  }
}
