package org.reelhouse.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.ml.linalg.Vectors;
import org.junit.jupiter.api.Test;

class CentresTest {
  private static final float[][] POINTS = {{1, 0}, {0.9f, 0.436f}, {0, 1}, {0, 1}};

  @Test
  void pointInTheDirectionOfTheirClusters() {
    Centres centres = Centres.of(POINTS, List.of(new int[] {0}, new int[] {2, 3}));

    assertThat(centres.model().predict(Vectors.dense(0.9, 0.1))).isZero();
    assertThat(centres.model().predict(Vectors.dense(0.1, 0.9))).isEqualTo(1);
  }

  @Test
  void refinedTakePointsFromAWrongCluster() {
    Centres divided = Centres.of(POINTS, List.of(new int[] {0}, new int[] {1, 2, 3}));

    Centres refined = divided.refined(POINTS, 5);

    assertThat(divided.model().predict(Vectors.dense(0.75, 0.66))).isEqualTo(1);
    assertThat(refined.model().predict(Vectors.dense(0.75, 0.66))).isZero();
  }

  @Test
  void thatNothingIsNearStay() {
    Centres centres = Centres.of(POINTS, List.of(new int[] {0}, new int[] {0}, new int[] {2}));

    assertThat(centres.refined(POINTS, 3).count()).isEqualTo(3);
  }
}
