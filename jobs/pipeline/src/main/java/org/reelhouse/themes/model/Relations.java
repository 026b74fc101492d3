package org.reelhouse.themes.model;

import java.util.Arrays;
import org.reelhouse.themes.corpus.CoOccurrence;

/**
 * The pairs of terms that stand together oftener than by chance, and their pointwise mutual
 * information: a sparse symmetric matrix.
 */
final class Relations {
  private final int[] starts;
  private final int[] others;
  private final double[] strengths;

  /**
   * Relations.
   *
   * @param starts place at which the pairs of each term begin, and the end
   * @param others the other term of each pair
   * @param strengths their mutual information, above 0
   */
  private Relations(int[] starts, int[] others, double[] strengths) {
    this.starts = starts;
    this.others = others;
    this.strengths = strengths;
  }

  /**
   * Gathers the pairs.
   *
   * @param pairTitles texts in which two terms must stand together: fewer may be chance
   */
  static Relations of(CoOccurrence pairs, int pairTitles) {
    int[] starts = new int[pairs.terms() + 1];
    int[] others = new int[1 << 16];
    double[] strengths = new double[1 << 16];
    int size = 0;
    for (int term = 0; term < pairs.terms(); term++) {
      for (int other = 0; other < pairs.terms(); other++) {
        if (other == term || pairs.together(term, other) < pairTitles) {
          continue;
        }
        double strength = pairs.mutualInformation(term, other);
        if (strength > 0) {
          if (size == others.length) {
            others = Arrays.copyOf(others, 2 * size);
            strengths = Arrays.copyOf(strengths, 2 * size);
          }
          others[size] = other;
          strengths[size++] = strength;
        }
      }
      starts[term + 1] = size;
    }
    return new Relations(starts, Arrays.copyOf(others, size), Arrays.copyOf(strengths, size));
  }

  /** The product of the matrix and a vector. */
  double[] times(double[] vector) {
    double[] product = new double[vector.length];
    for (int term = 0; term < product.length; term++) {
      double sum = 0;
      for (int pair = starts[term]; pair < starts[term + 1]; pair++) {
        sum += strengths[pair] * vector[others[pair]];
      }
      product[term] = sum;
    }
    return product;
  }
}
