package org.reelhouse.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PrecisionThresholdTest {

  @Test
  void boundsAShareAsWilsonDoes() {
    // 8 of 10 and 80 of 100 by hand: (p + z²/2n − z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n)
    assertThat(PrecisionThreshold.lowerBound(8, 10)).isCloseTo(0.541, within(0.001));
    assertThat(PrecisionThreshold.lowerBound(80, 100)).isCloseTo(0.727, within(0.001));
    assertThat(PrecisionThreshold.lowerBound(0, 10)).isCloseTo(0, within(1e-9));
  }

  @Test
  void takesTheLowestScoreAboveWhichEnoughIsRight() {
    double[] scores = IntStream.range(0, 100).mapToDouble(i -> i).toArray();
    boolean[] correct = new boolean[100];
    Arrays.fill(correct, 40, 100, true);

    OptionalDouble threshold = PrecisionThreshold.of(scores, correct, 0.8);

    // 60 right of 67 have the bound 0.816, one wrong more has 0.804, the next 0.792.
    assertThat(threshold).hasValue(32);
  }

  @Test
  void trustsNoFewPredictionsHoweverRight() {
    double[] scores = IntStream.range(0, 19).mapToDouble(i -> i).toArray();
    boolean[] correct = new boolean[19];
    Arrays.fill(correct, true);

    assertThat(PrecisionThreshold.of(scores, correct, 0.8)).isEmpty();
    assertThat(PrecisionThreshold.of(new double[0], new boolean[0], 0.8)).isEmpty();
  }

  @Test
  void neverPartsEqualScores() {
    double[] scores = new double[60];
    boolean[] correct = new boolean[60];
    Arrays.fill(correct, 0, 30, true);

    assertThat(PrecisionThreshold.of(scores, correct, 0.8)).isEmpty();
  }
}
