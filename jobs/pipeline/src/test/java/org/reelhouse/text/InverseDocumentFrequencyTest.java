package org.reelhouse.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class InverseDocumentFrequencyTest {
  private static final double EXACT = 1e-15;

  @Test
  void isTheLogarithmOfTheRarity() {
    assertThat(InverseDocumentFrequency.of(8, 2)).isCloseTo(2 * Math.log(2), within(EXACT));
    assertThat(InverseDocumentFrequency.of(8, 8)).isZero();
  }

  @Test
  void isFiniteForATermOfNoTextWhereItIsSmoothed() {
    assertThat(InverseDocumentFrequency.smoothed(7, 0)).isCloseTo(3 * Math.log(2), within(EXACT));
    assertThat(InverseDocumentFrequency.smoothed(7, 3)).isCloseTo(Math.log(2), within(EXACT));
    assertThat(InverseDocumentFrequency.smoothed(7, 7)).isZero();
  }
}
