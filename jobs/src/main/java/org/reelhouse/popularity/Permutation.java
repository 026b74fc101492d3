package org.reelhouse.popularity;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How much worse a forest does on titles it had not seen when a feature is shuffled among them
 * (Breiman 2001), so that it tells nothing of a title any more while its distribution stays.
 *
 * <p>A feature that another one tells as well looks unimportant: the forest reads the other.
 */
final class Permutation {
  private static final int REPEATS = 5;

  private final Forest forest;
  private final double[][] inputs;
  private final double[] values;
  private final double[][] predicted;
  private final List<int[]> orders;

  /**
   * Importance of one feature.
   *
   * @param mean fall of R² over the repeats; below zero where shuffling helped by chance
   * @param spread standard deviation of the fall between the repeats
   */
  record Importance(double mean, double spread) {}

  private Permutation(Forest forest, double[][] inputs, double[] values, long seed) {
    this.forest = forest;
    this.inputs = inputs;
    this.values = values;
    this.predicted =
        Arrays.stream(inputs)
            .map(
                title -> forest.trees().stream().mapToDouble(tree -> tree.predict(title)).toArray())
            .toArray(double[][]::new);
    this.orders =
        IntStream.range(0, REPEATS)
            .mapToObj(repeat -> order(values.length, seed + repeat))
            .toList();
  }

  private static int[] order(int length, long seed) {
    List<Integer> order = IntStream.range(0, length).boxed().collect(Collectors.toList());
    Collections.shuffle(order, new Random(seed));
    return order.stream().mapToInt(place -> place).toArray();
  }

  /**
   * The importance of each feature; all numbers of one feature are shuffled together. There are
   * none where all values are the same, for then there is no R².
   *
   * @param inputs of each title, in the order of the features
   * @param values true log popularity of each title
   */
  static Map<Feature, Importance> of(
      List<Feature> features, Forest forest, double[][] inputs, double[] values, long seed) {
    Permutation permutation = new Permutation(forest, inputs, values, seed);
    if (permutation.spread() == 0) {
      return Map.of();
    }
    Map<Feature, Importance> importances = new LinkedHashMap<>();
    int first = 0;
    for (Feature feature : features) {
      int next = first + feature.readings().size();
      importances.put(feature, permutation.of(first, next));
      first = next;
    }
    return importances;
  }

  private Importance of(int first, int next) {
    int[] trees =
        IntStream.range(0, forest.size())
            .filter(tree -> forest.trees().get(tree).asks(first, next))
            .toArray();
    double[] falls =
        orders.stream().mapToDouble(order -> fall(order, first, next, trees)).toArray();
    double mean = Arrays.stream(falls).average().orElse(0);
    double variance = Arrays.stream(falls).map(fall -> Math.pow(fall - mean, 2)).sum();
    return new Importance(mean, Math.sqrt(variance / (REPEATS - 1)));
  }

  /** Fall of R²: only trees that ask for the feature are walked again. */
  private double fall(int[] order, int first, int next, int[] trees) {
    double more = 0;
    for (int title = 0; title < values.length && trees.length > 0; title++) {
      double[] shuffled = inputs[title].clone();
      System.arraycopy(inputs[order[title]], first, shuffled, first, next - first);
      double before = Arrays.stream(predicted[title]).sum();
      double after = before;
      for (int tree : trees) {
        after += forest.trees().get(tree).predict(shuffled) - predicted[title][tree];
      }
      more += squaredError(after, title) - squaredError(before, title);
    }
    return more / spread();
  }

  private double squaredError(double sum, int title) {
    return Math.pow(sum / forest.size() - values[title], 2);
  }

  private double spread() {
    double mean = Arrays.stream(values).average().orElse(0);
    return Arrays.stream(values).map(value -> Math.pow(value - mean, 2)).sum();
  }
}
