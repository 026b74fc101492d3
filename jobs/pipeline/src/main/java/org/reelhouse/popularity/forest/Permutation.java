package org.reelhouse.popularity.forest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.reelhouse.popularity.features.Feature;

/**
 * How much worse a forest does on titles it had not seen when a feature is shuffled among them
 * (Breiman 2001), so that it says nothing of a title any more while its distribution stays.
 *
 * <p>A feature that another one implies looks unimportant: the forest reads the other.
 */
public final class Permutation {
  private static final int REPEATS = 5;

  private final Forest forest;
  private final double[][] inputs;
  private final double[] values;
  private final List<int[]> orders;

  /**
   * Importance of one feature.
   *
   * @param mean fall of R² over the repeats; below zero where shuffling helped by chance
   * @param spread standard deviation of the fall between the repeats
   */
  public record Importance(double mean, double spread) {}

  private Permutation(Forest forest, double[][] inputs, double[] values, long seed) {
    this.forest = forest;
    this.inputs = inputs;
    this.values = values;
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
  public static Map<Feature, Importance> of(
      List<Feature> features, Forest forest, double[][] inputs, double[] values, long seed) {
    Permutation permutation = new Permutation(forest, inputs, values, seed);
    double spread = permutation.spread();
    if (spread == 0) {
      return Map.of();
    }
    double[][] more = permutation.more(Range.of(features));
    Map<Feature, Importance> importances = new LinkedHashMap<>();
    for (int i = 0; i < more.length; i++) {
      importances.put(features.get(i), importance(more[i], spread));
    }
    return importances;
  }

  /** From the additional squared errors of each repeat. */
  private static Importance importance(double[] more, double spread) {
    double[] falls = Arrays.stream(more).map(error -> error / spread).toArray();
    double mean = Arrays.stream(falls).average().orElse(0);
    double variance = Arrays.stream(falls).map(fall -> Math.pow(fall - mean, 2)).sum();
    return new Importance(mean, Math.sqrt(variance / (REPEATS - 1)));
  }

  /** The numbers of one feature: from the first to before the next. */
  private record Range(int first, int next) {
    static List<Range> of(List<Feature> features) {
      List<Range> ranges = new ArrayList<>();
      int first = 0;
      for (Feature feature : features) {
        int next = first + feature.readings().size();
        ranges.add(new Range(first, next));
        first = next;
      }
      return ranges;
    }

    boolean holdsAnyOf(BitSet numbers) {
      int number = numbers.nextSetBit(first);
      return number >= 0 && number < next;
    }

    boolean isEqual(double[] one, double[] other) {
      return Arrays.equals(one, first, next, other, first, next);
    }

    void copy(double[] from, double[] to) {
      System.arraycopy(from, first, to, first, next - first);
    }
  }

  /** How much greater the squared errors of all titles become, by feature and repeat. */
  private double[][] more(List<Range> features) {
    double[][] more = new double[features.size()][REPEATS];
    for (int title = 0; title < values.length; title++) {
      Walked walked = new Walked(forest, inputs[title]);
      for (int feature = 0; feature < more.length; feature++) {
        add(more[feature], walked, features.get(feature), title);
      }
    }
    return more;
  }

  private void add(double[] more, Walked walked, Range feature, int title) {
    int[] trees = walked.treesThatAskFor(feature);
    for (int repeat = 0; repeat < REPEATS && trees.length > 0; repeat++) {
      double[] other = inputs[orders.get(repeat)[title]];
      if (!feature.isEqual(other, inputs[title])) {
        double after = walked.with(feature, other, trees);
        more[repeat] += squaredError(after, title) - squaredError(walked.sum, title);
      }
    }
  }

  /** One title's way down each tree: a number not asked for on it may change without effect. */
  private static final class Walked {
    private final Forest forest;
    private final double[] inputs;
    private final double[] predicted;
    private final double sum;
    private final BitSet[] asked;

    Walked(Forest forest, double[] inputs) {
      this.forest = forest;
      this.inputs = inputs;
      this.predicted = new double[forest.size()];
      this.asked = new BitSet[forest.size()];
      for (int tree = 0; tree < predicted.length; tree++) {
        predicted[tree] = forest.trees().get(tree).predict(inputs);
        asked[tree] = forest.trees().get(tree).asked(inputs);
      }
      this.sum = Arrays.stream(predicted).sum();
    }

    int[] treesThatAskFor(Range feature) {
      return IntStream.range(0, asked.length)
          .filter(tree -> feature.holdsAnyOf(asked[tree]))
          .toArray();
    }

    /** The sum when one feature is that of another title. */
    double with(Range feature, double[] other, int[] trees) {
      double[] shuffled = inputs.clone();
      feature.copy(other, shuffled);
      double after = sum;
      for (int tree : trees) {
        after += forest.trees().get(tree).predict(shuffled) - predicted[tree];
      }
      return after;
    }
  }

  private double squaredError(double sum, int title) {
    return Math.pow(sum / forest.size() - values[title], 2);
  }

  private double spread() {
    double mean = Arrays.stream(values).average().orElse(0);
    return Arrays.stream(values).map(value -> Math.pow(value - mean, 2)).sum();
  }
}
