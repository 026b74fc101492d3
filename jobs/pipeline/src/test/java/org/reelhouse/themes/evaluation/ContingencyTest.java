package org.reelhouse.themes.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ContingencyTest {
  @Test
  void theSameDivisionUnderOtherNamesAgreesFully() {
    Contingency both = new Contingency().add(1, "a", 5).add(2, "b", 7);

    assertThat(both.adjustedRand()).isEqualTo(1);
    assertThat(both.normalizedMutualInformation()).isCloseTo(1, within(1e-12));
  }

  @Test
  void independentDivisionsShareNothing() {
    Contingency both =
        new Contingency().add(1, "a", 10).add(1, "b", 10).add(2, "a", 10).add(2, "b", 10);

    assertThat(both.normalizedMutualInformation()).isCloseTo(0, within(1e-12));
    assertThat(both.adjustedRand()).isBetween(-0.05, 0.0);
  }

  @Test
  void countsPairsAsHubertAndArabie() {
    // The example of scikit-learn's documentation: [0, 0, 1, 2] and [0, 0, 1, 1].
    Contingency both = new Contingency().add(0, 0, 2).add(1, 1, 1).add(2, 1, 1);

    assertThat(both.adjustedRand()).isCloseTo(0.5714, within(1e-4));
    assertThat(both.normalizedMutualInformation()).isCloseTo(0.8, within(1e-4));
  }
}
