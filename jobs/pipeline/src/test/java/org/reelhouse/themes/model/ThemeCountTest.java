package org.reelhouse.themes.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.reelhouse.themes.ThemesSettings.Count;

class ThemeCountTest {
  private static final Count BOUNDS = new Count(4, 10);

  /** Nine themes are best, seven and eight about as good. */
  private static double[] gains(int themes) {
    return switch (themes) {
      case 7, 8 -> new double[] {1.0, 1.0, 1.0, 0.9};
      case 9 -> new double[] {0.9, 1.1, 1.1, 0.9};
      default -> new double[] {0.5, 0.7, 0.7, 0.5};
    };
  }

  @Test
  void isTheLeastThatIsAboutAsGoodAsTheBest() {
    ThemeCount count = ThemeCount.of(BOUNDS, 100, OptionalInt.empty(), () -> ThemeCountTest::gains);

    assertThat(count.chosen()).isEqualTo(7);
    assertThat(count.gain()).hasValue(0.975);
    assertThat(count.measured())
        .extracting(ThemeCount.Measured::themes)
        .containsExactly(4, 5, 7, 9, 10);
  }

  @Test
  void staysWhileNoOtherIsClearlyBetter() {
    assertThat(ThemeCount.of(BOUNDS, 100, OptionalInt.of(10), () -> ThemeCountTest::gains).chosen())
        .isEqualTo(7);
    assertThat(ThemeCount.of(BOUNDS, 100, OptionalInt.of(9), () -> ThemeCountTest::gains).chosen())
        .isEqualTo(9);
    assertThat(ThemeCount.of(BOUNDS, 100, OptionalInt.of(40), () -> ThemeCountTest::gains).chosen())
        .isEqualTo(7);
  }

  @Test
  void staysTheSameInARerun() {
    int first =
        ThemeCount.of(BOUNDS, 100, OptionalInt.empty(), () -> ThemeCountTest::gains).chosen();

    assertThat(
            ThemeCount.of(BOUNDS, 100, OptionalInt.of(first), () -> ThemeCountTest::gains).chosen())
        .isEqualTo(first);
  }

  @Test
  void isMeasuredWithinWhatTheTextsAllow() {
    ThemeCount few = ThemeCount.of(BOUNDS, 3, OptionalInt.of(7), () -> ThemeCountTest::gains);

    assertThat(few.chosen()).isEqualTo(3);
  }

  @Test
  void isNotMeasuredWhereItIsGiven() {
    ThemeCount given =
        ThemeCount.of(
            new Count(40, 40),
            100,
            OptionalInt.of(12),
            () -> {
              throw new AssertionError();
            });

    assertThat(given.chosen()).isEqualTo(40);
    assertThat(given.measured()).isEmpty();
    assertThat(given.gain()).isEmpty();
  }

  @Test
  void knowsHowSureADifferenceIs() {
    ThemeCount count =
        ThemeCount.of(
            new Count(2, 3),
            100,
            OptionalInt.empty(),
            () -> themes -> themes == 2 ? new double[] {1, 1, 1, 1} : new double[] {0, 1, 0, 1});

    assertThat(count.measured().get(1).shortfall()).isCloseTo(0.5, within(1e-12));
    assertThat(count.measured().get(1).error()).isCloseTo(0.25, within(1e-12));
  }
}
