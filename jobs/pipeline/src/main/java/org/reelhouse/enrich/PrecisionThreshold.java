package org.reelhouse.enrich;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;

/**
 * The lowest score from which predictions are precise enough, as far as a sample shows.
 *
 * <p>Precision is the lower end of Wilson's interval for a proportion at 95 % confidence on one
 * side (E. B. Wilson, Probable inference, 1927): few predictions must be better than many to count
 * as precise.
 */
final class PrecisionThreshold {
  /** Quantile of the normal distribution at 0.95. */
  private static final double Z = 1.6448536269514722;

  /** Fewer predictions show nothing. */
  private static final int LEAST_PREDICTIONS = 20;

  private PrecisionThreshold() {}

  /**
   * Chooses a threshold.
   *
   * @param scores of the sample
   * @param correct whether each would be right to predict
   * @return the lowest score that was seen and will do, or empty if none does
   */
  static OptionalDouble of(double[] scores, boolean[] correct, double precision) {
    Integer[] best = new Integer[scores.length];
    Arrays.setAll(best, i -> i);
    Arrays.sort(best, Comparator.comparingDouble((Integer i) -> -scores[i]));
    OptionalDouble lowest = OptionalDouble.empty();
    int right = 0;
    for (int n = 1; n <= best.length; n++) {
      double score = scores[best[n - 1]];
      right += correct[best[n - 1]] ? 1 : 0;
      boolean last = n == best.length || scores[best[n]] < score;
      if (last && n >= LEAST_PREDICTIONS && lowerBound(right, n) >= precision) {
        lowest = OptionalDouble.of(score);
      }
    }
    return lowest;
  }

  /** The lower end of Wilson's interval for {@code right} of {@code n}. */
  static double lowerBound(int right, int n) {
    double share = (double) right / n;
    double square = Z * Z / n;
    double spread = Z * Math.sqrt(share * (1 - share) / n + square / (4 * n));
    return (share + square / 2 - spread) / (1 + square);
  }
}
