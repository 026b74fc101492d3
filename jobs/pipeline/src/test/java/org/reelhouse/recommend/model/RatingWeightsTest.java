package org.reelhouse.recommend.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.reelhouse.recommend.model.RatingWeights.Sums;

class RatingWeightsTest {
  private static Sums sums(int rows, double factors, double neighbours) {
    Random random = new Random(1);
    double ff = 0;
    double nn = 0;
    double fn = 0;
    double fy = 0;
    double ny = 0;
    double yy = 0;
    for (int row = 0; row < rows; row++) {
      double f = random.nextGaussian();
      double n = 0.5 * f + random.nextGaussian();
      double y = factors * f + neighbours * n + 0.1 * random.nextGaussian();
      ff += f * f;
      nn += n * n;
      fn += f * n;
      fy += f * y;
      ny += n * y;
      yy += y * y;
    }
    return new Sums(rows, ff, nn, fn, fy, ny, yy);
  }

  @Test
  void findsTheWeightsOfManyRatings() {
    RatingWeights weights = RatingWeights.of(sums(100_000, 0.3, 1.2));

    assertThat(weights.factors()).isCloseTo(0.3, within(0.01));
    assertThat(weights.neighbours()).isCloseTo(1.2, within(0.01));
  }

  @Test
  void fewRatingsHardlyMoveTheDefault() {
    RatingWeights weights = RatingWeights.of(sums(3, -5, 5));

    assertThat(weights.factors()).isBetween(0.0, 1.2);
    assertThat(weights.neighbours()).isBetween(0.5, 1.5);
    assertThat(RatingWeights.of(sums(0, 1, 1))).isEqualTo(RatingWeights.DEFAULT);
  }

  @Test
  void aPartThatTellsNothingLeavesTheOtherAsItIs() {
    Sums sums = new Sums(100_000, 50_000, 0, 0, 20_000, 0, 40_000);

    assertThat(RatingWeights.of(sums).factors()).isCloseTo(0.4, within(0.001));
    assertThat(RatingWeights.of(sums).neighbours())
        .isCloseTo(RatingWeights.DEFAULT.neighbours(), within(0.001));
  }

  @Test
  void errsByWhatTheWeightsLeave() {
    Sums sums = sums(100_000, 0.3, 1.2);

    assertThat(sums.errors(new RatingWeights(0.3, 1.2)) / sums.rows())
        .isCloseTo(0.01, within(0.001));
    assertThat(sums.errors(new RatingWeights(0, 0))).isCloseTo(sums.yy(), within(1e-6));
  }
}
