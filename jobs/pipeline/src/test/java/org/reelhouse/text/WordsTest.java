package org.reelhouse.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void areRunsOfLettersInLowerCase() {
    assertThat(Words.of("Ärger, in 3D: l'École no.5 "))
        .containsExactly("ärger", "in", "d", "l", "école", "no");
  }

  @Test
  void areRepeatedAsInTheText() {
    assertThat(Words.of("so so-So")).containsExactly("so", "so", "so");
  }

  @Test
  void areNoneWhereThereIsNoLetter() {
    assertThat(Words.of("")).isEmpty();
    assertThat(Words.of("12 … !")).isEmpty();
  }
}
