package org.reelhouse.themes.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.spark.ml.linalg.DenseMatrix;
import org.junit.jupiter.api.Test;
import org.reelhouse.themes.corpus.CoOccurrence;

class TermSpaceTest {
  /** Two groups of three terms; terms of one group stand together, of two never. */
  private static final CoOccurrence GROUPS = groups();

  @Test
  void placesTermsThatStandTogetherInOneDirection() {
    TermSpace space = TermSpace.of(GROUPS, 2, 1, 1);

    assertThat(cosine(space, 0, 1)).isCloseTo(1, within(1e-6));
    assertThat(cosine(space, 3, 5)).isCloseTo(1, within(1e-6));
    assertThat(cosine(space, 0, 3)).isCloseTo(0, within(1e-6));
  }

  @Test
  void keepsThePositiveEigenvaluesOfMutualInformation() {
    TermSpace space = TermSpace.of(GROUPS, 5, 1, 1);

    double eigenvalue = 2 * GROUPS.mutualInformation(0, 1);
    assertThat(space.dimensions()).isEqualTo(2);
    assertThat(dot(space.matrix(), 0, 1)).isCloseTo(eigenvalue / 3, within(1e-9));
    assertThat(dot(space.matrix(), 0, 3)).isCloseTo(0, within(1e-9));
  }

  @Test
  void isTheSameForTheSameSeed() {
    assertThat(TermSpace.of(GROUPS, 2, 1, 1).matrix())
        .isEqualTo(TermSpace.of(GROUPS, 2, 1, 1).matrix());
  }

  @Test
  void hardlyDependsOnTheSeed() {
    assertThat(cosine(TermSpace.of(GROUPS, 2, 1, 1), 1, 2))
        .isCloseTo(cosine(TermSpace.of(GROUPS, 2, 1, 99), 1, 2), within(1e-6));
  }

  @Test
  void hasNoDimensionsWhereNoTermsAreRelated() {
    assertThat(TermSpace.of(GROUPS, 2, 100, 1).dimensions()).isZero();
    assertThat(TermSpace.of(new CoOccurrence(0, 0, new double[0]), 2, 1, 1).dimensions()).isZero();
  }

  private static double cosine(TermSpace space, int left, int right) {
    return dot(space.matrix(), left, right)
        / Math.sqrt(dot(space.matrix(), left, left) * dot(space.matrix(), right, right));
  }

  private static double dot(DenseMatrix places, int left, int right) {
    double sum = 0;
    for (int i = 0; i < places.numCols(); i++) {
      sum += places.apply(left, i) * places.apply(right, i);
    }
    return sum;
  }

  private static CoOccurrence groups() {
    double[] together = new double[36];
    for (int left = 0; left < 6; left++) {
      for (int right = 0; right < 6; right++) {
        together[left * 6 + right] = left == right ? 10 : left / 3 == right / 3 ? 6 : 0;
      }
    }
    return new CoOccurrence(40, 6, together);
  }
}
