package org.reelhouse.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class DistributionTest {

  private static Distribution normal(double mean, long seed) {
    Random random = new Random(seed);
    return Distribution.of(
        "x",
        DoubleStream.generate(() -> mean + random.nextGaussian()).limit(5000).boxed().toList());
  }

  @Test
  void hasPercentilesOfTheKnownValuesAndTheShareOfTheOthers() {
    Distribution distribution = Distribution.of("x", List.of(3.0, 1.0, Double.NaN, 2.0));

    assertThat(distribution.missing()).isEqualTo(0.25);
    assertThat(distribution.percentiles()).hasSize(101).startsWith(1.0).endsWith(3.0);
    assertThat(distribution.median()).isEqualTo(2.0);
  }

  @Test
  void ofEqualValuesNothingDiffers() {
    assertThat(normal(0, 1).stabilityIndex(normal(0, 1))).isZero();
    assertThat(normal(0, 1).distance(normal(0, 1))).isZero();
  }

  @Test
  void chanceIsLittleAndAShiftIsMuch() {
    assertThat(normal(0, 1).stabilityIndex(normal(0, 2))).isLessThan(0.02);
    assertThat(normal(0, 1).stabilityIndex(normal(0.8, 2))).isGreaterThan(0.25);
  }

  /** Two normal distributions a standard deviation apart differ by 2 Φ(1/2) - 1 at most. */
  @Test
  void theDistanceIsThatOfKolmogorovAndSmirnov() {
    assertThat(normal(0, 1).distance(normal(1, 2))).isCloseTo(0.383, within(0.03));
  }

  @Test
  void seesTwoValuesChangeTheirShares() {
    Distribution before = flags(0.1);
    assertThat(before.stabilityIndex(flags(0.1))).isZero();
    assertThat(before.stabilityIndex(flags(0.4))).isGreaterThan(0.25);
  }

  private static Distribution flags(double ones) {
    return Distribution.of(
        "flag",
        DoubleStream.iterate(0, place -> place + 1)
            .limit(1000)
            .map(place -> place < 1000 * ones ? 1 : 0)
            .boxed()
            .toList());
  }

  @Test
  void seesValuesGoMissing() {
    Distribution gone = Distribution.of("x", List.of(Double.NaN, Double.NaN));

    assertThat(normal(0, 1).stabilityIndex(gone)).isGreaterThan(1);
    assertThat(gone.stabilityIndex(gone)).isZero();
  }
}
