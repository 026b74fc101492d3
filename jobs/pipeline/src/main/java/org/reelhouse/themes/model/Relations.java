package org.reelhouse.themes.model;

import java.util.Arrays;
import org.apache.spark.ml.linalg.SparseMatrix;
import org.reelhouse.themes.corpus.CoOccurrence;

/** The pairs of terms that stand together oftener than by chance. */
final class Relations {
  private Relations() {}

  /**
   * The pointwise mutual information of the pairs, where it is above 0: a symmetric matrix with
   * nothing on its diagonal.
   *
   * @param pairTitles texts in which two terms must stand together: fewer may be chance
   */
  static SparseMatrix of(CoOccurrence pairs, int pairTitles) {
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
    // By rows, which a product adds up faster than columns.
    return new SparseMatrix(
        pairs.terms(),
        pairs.terms(),
        starts,
        Arrays.copyOf(others, size),
        Arrays.copyOf(strengths, size),
        true);
  }
}
