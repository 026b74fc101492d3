package org.reelhouse.recommend.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LinksTest {
  /** Users 0 and 1 rated titles 0 and 1, user 2 titles 0 and 2. */
  private static final SparseMatrix BY_USER =
      SparseMatrix.of(
          3,
          3,
          new int[] {0, 0, 1, 1, 2, 2},
          new int[] {0, 1, 0, 1, 0, 2},
          new float[] {1, 1, -1, -1, 1, -1});

  private static final SparseMatrix BY_TITLE = BY_USER.transposed();

  @Test
  void cosinesCountCommonUsers() {
    Links.To links = new Cooccurrence(BY_TITLE, BY_USER, 5, 0.5).finder().apply(0);

    assertThat(links.size()).isEqualTo(2);
    assertThat(links.row(0)).isEqualTo(1);
    assertThat(links.weight(0)).isCloseTo((float) (2 / Math.sqrt(6)), within(1e-6f));
    assertThat(links.weight(1)).isCloseTo((float) (1 / Math.sqrt(3)), within(1e-6f));
  }

  @Test
  void ridgeWeightsSolveTheNormalEquations() {
    Cooccurrence near = new Cooccurrence(BY_TITLE, BY_USER, 5, 0.5);

    Links.To links = new RidgeWeights(near, new Raters(BY_TITLE), 1).finder().apply(0);

    // Title 1: (2 + 1) w = 2, title 2: (1 + 1) w = 1; nobody rated both.
    assertThat(links.weight(0)).isCloseTo(2 / 3f, within(1e-6f));
    assertThat(links.weight(1)).isCloseTo(1 / 2f, within(1e-6f));
  }
}
