package org.reelhouse.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FoldTest {
  private static final RatingMatrix RATINGS =
      RatingMatrix.of(
          2,
          3,
          new int[] {0, 0, 1, 1, 1},
          new int[] {0, 1, 0, 1, 2},
          new float[] {1, 2, 3, 4, 5},
          new long[] {10, 50, 20, 40, 40});

  @Test
  void aCutInTimeHoldsOutTheNewestAlone() {
    Fold fold = Fold.cut(RATINGS, 0.2);

    assertThat(fold.training().size()).isEqualTo(4);
    assertThat(fold.test().value(0)).isEqualTo(2);
  }

  @Test
  void ratingsOfOneMomentStayTogether() {
    Fold fold = Fold.cut(RATINGS, 0.5);

    assertThat(fold.test().size()).isEqualTo(1);
  }

  @Test
  void aRandomPartDependsOnTheSeedAlone() {
    int[] users = new int[1000];
    int[] titles = new int[1000];
    Arrays.setAll(users, i -> i % 100);
    Arrays.setAll(titles, i -> i / 100);
    RatingMatrix many = RatingMatrix.of(100, 10, users, titles, new float[1000], new long[1000]);

    Fold fold = Fold.random(many, 0.2, 7);

    assertThat(fold.test().size()).isBetween(120, 280);
    assertThat(Fold.random(many, 0.2, 7).test().size()).isEqualTo(fold.test().size());
  }
}
