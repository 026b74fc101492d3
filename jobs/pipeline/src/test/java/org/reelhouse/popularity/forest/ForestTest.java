package org.reelhouse.popularity.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.spark.ml.tree.ContinuousSplit;
import org.apache.spark.ml.tree.InternalNode;
import org.apache.spark.ml.tree.LeafNode;
import org.apache.spark.ml.tree.Node;
import org.apache.spark.mllib.tree.impurity.VarianceCalculator;
import org.junit.jupiter.api.Test;

class ForestTest {
  private static final VarianceCalculator NO_STATISTICS =
      new VarianceCalculator(new double[] {0, 0, 0}, 0);

  /** Below 10 of feature 0: 2. Else below 5 of feature 1: 4, and 8 above. Root 5, inner 6. */
  private static final Forest FOREST =
      new Forest(
          List.of(
              Tree.of(inner(5, 0, 10, leaf(2, 1), inner(6, 1, 5, leaf(4, 0.25), leaf(8, 0.25))))));

  @Test
  void walksToTheLeafOfATitle() {
    assertThat(FOREST.predict(new double[] {10, 7}).mean()).isEqualTo(2);
    assertThat(FOREST.predict(new double[] {11, 5}).mean()).isEqualTo(4);
    assertThat(FOREST.predict(new double[] {11, 7}).mean()).isEqualTo(8);
  }

  @Test
  void creditsEachFeatureWithWhatItsStepsChanged() {
    Forest.Prediction prediction = FOREST.predict(new double[] {11, 7});

    assertThat(prediction.contributions().toArray()).containsExactly(1, 2);
  }

  @Test
  void addsTheSpreadWithinLeavesToThatBetweenTrees() {
    Forest two = new Forest(List.of(Tree.of(leaf(1, 0.5)), Tree.of(leaf(3, 0.5))));

    double deviation = two.predict(new double[0]).deviation();

    assertThat(deviation).isCloseTo(Math.sqrt(1 + 0.5), within(1e-12));
  }

  @Test
  void takesAVarianceThatRoundingMadeNegativeForNone() {
    Forest forest = new Forest(List.of(Tree.of(leaf(1, -1e-17))));

    assertThat(forest.predict(new double[0]).deviation()).isZero();
  }

  @Test
  void leavesOutTheTreesThatDrewATitle() {
    Forest two = new Forest(List.of(Tree.of(leaf(1, 0)), Tree.of(leaf(3, 0))));

    assertThat(two.without(new int[] {2, 0}).predict(new double[0]).mean()).isEqualTo(3);
    assertThat(two.without(new int[] {1, 1}).size()).isZero();
  }

  private static Node inner(double value, int feature, double threshold, Node left, Node right) {
    return new InternalNode(
        value, 1, 1, left, right, new ContinuousSplit(feature, threshold), NO_STATISTICS);
  }

  private static Node leaf(double value, double variance) {
    return new LeafNode(value, variance, NO_STATISTICS);
  }
}
