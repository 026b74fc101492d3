package org.reelhouse.popularity.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfusionTest {
  private static final Confusion CONFUSION =
      new Confusion(
          Map.of(
              "Low", Map.of("Low", 3L, "High", 1L),
              "Medium", Map.of("Medium", 2L),
              "High", Map.of("Low", 2L, "High", 2L)));

  @Test
  void countsTheShareOfLevelsThatAreRight() {
    assertThat(CONFUSION.accuracy()).isEqualTo(0.7);
  }

  @Test
  void averagesF1OverLevels() {
    double low = 2.0 * 3 / (4 + 5);
    double high = 2.0 * 2 / (4 + 3);

    assertThat(CONFUSION.macroF1()).isCloseTo((low + 1 + high) / 3, within(1e-12));
  }

  @Test
  void leavesOutALevelThatNeverOccurs() {
    assertThat(new Confusion(Map.of("Low", Map.of("Low", 1L))).macroF1()).isEqualTo(1);
  }
}
