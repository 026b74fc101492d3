package org.reelhouse.popularity.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.ml.tree.ContinuousSplit;
import org.apache.spark.ml.tree.InternalNode;
import org.apache.spark.ml.tree.LeafNode;
import org.apache.spark.mllib.tree.impurity.VarianceCalculator;
import org.junit.jupiter.api.Test;
import org.reelhouse.popularity.features.Feature;

class PermutationTest {
  private static final VarianceCalculator NO_STATISTICS =
      new VarianceCalculator(new double[] {0, 0, 0}, 0);
  private static final int TITLES = 1_000;
  private static final Feature PAIR = feature("pair", 2);
  private static final Feature IGNORED = feature("ignored", 1);

  /** Reads the second number of the pair alone; one tree reads nothing. */
  private static final Forest FOREST =
      new Forest(
          List.of(
              Tree.of(
                  new InternalNode(
                      1, 1, 1, leaf(0), leaf(2), new ContinuousSplit(1, 0.5), NO_STATISTICS)),
              Tree.of(leaf(1))));

  /** The true value is 0 or 1, the forest says 0.5 or 1.5; shuffled it is right half the time. */
  @Test
  void isHowMuchR2FallsWhenAllNumbersOfAFeatureAreShuffled() {
    Permutation.Importance importance = importances(values()).get(PAIR);

    // Squared error 0.25 before; after, half the titles are off by 0.5 and half by 0.5 ± 1.
    double after = 0.5 * 0.25 + 0.25 * 2.25 + 0.25 * 0.25;
    assertThat(importance.mean()).isCloseTo((after - 0.25) / 0.25, within(0.1));
    assertThat(importance.spread()).isBetween(0.001, 0.1);
  }

  @Test
  void isNothingForAFeatureThatNoTreeAsksFor() {
    assertThat(importances(values()).get(IGNORED)).isEqualTo(new Permutation.Importance(0, 0));
  }

  @Test
  void isTheSameForTheSameSeed() {
    assertThat(importances(values())).isEqualTo(importances(values()));
  }

  @Test
  void isNotToldWhereAllTitlesAreAsPopular() {
    assertThat(importances(new double[TITLES])).isEmpty();
  }

  private static Map<Feature, Permutation.Importance> importances(double[] values) {
    return Permutation.of(List.of(PAIR, IGNORED), FOREST, inputs(), values, 1);
  }

  private static double[][] inputs() {
    Random random = new Random(3);
    double[][] inputs = new double[TITLES][];
    for (int i = 0; i < TITLES; i++) {
      inputs[i] = new double[] {random.nextDouble(), i % 2, random.nextDouble()};
    }
    return inputs;
  }

  private static double[] values() {
    double[] values = new double[TITLES];
    for (int i = 0; i < TITLES; i++) {
      values[i] = i % 2;
    }
    return values;
  }

  private static Feature feature(String name, int numbers) {
    List<Feature.Reading> readings = java.util.Collections.nCopies(numbers, title -> 0);
    return new Feature(name, name, readings, title -> name);
  }

  private static LeafNode leaf(double value) {
    return new LeafNode(value, 0, NO_STATISTICS);
  }
}
