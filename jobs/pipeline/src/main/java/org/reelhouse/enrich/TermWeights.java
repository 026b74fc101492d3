package org.reelhouse.enrich;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;

/**
 * The terms that models know, and what each weighs: its inverse document frequency, ln((n + 1) /
 * (df + 1)) as in MLlib.
 */
final class TermWeights implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A term of fewer overviews says more of them than of a genre. */
  private static final int LEAST_OVERVIEWS = 3;

  private final int[] terms;
  private final double[] weights;

  /**
   * Weights as they were saved.
   *
   * @param terms ascending
   */
  TermWeights(int[] terms, double[] weights) {
    this.terms = terms;
    this.weights = weights;
  }

  /** The weights that some overviews give. */
  static TermWeights of(List<LabelledOverview> overviews) {
    int[] all =
        overviews.stream().flatMapToInt(overview -> IntStream.of(overview.terms())).toArray();
    Arrays.sort(all);
    IntStream.Builder terms = IntStream.builder();
    DoubleStream.Builder weights = DoubleStream.builder();
    for (int from = 0, to = 0; from < all.length; from = to) {
      while (to < all.length && all[to] == all[from]) {
        to++;
      }
      if (to - from >= LEAST_OVERVIEWS) {
        terms.add(all[from]);
        weights.add(StrictMath.log((overviews.size() + 1.0) / (to - from + 1.0)));
      }
    }
    return new TermWeights(terms.build().toArray(), weights.build().toArray());
  }

  int size() {
    return terms.length;
  }

  /** Ascending. */
  int[] terms() {
    return terms;
  }

  /** In the order of the terms. */
  double[] weights() {
    return weights;
  }

  /** The unit vector of an overview, one place for each known term; zero where it has none. */
  Vector vector(int[] ofOverview) {
    int[] places =
        Arrays.stream(ofOverview)
            .map(term -> Arrays.binarySearch(terms, term))
            .filter(place -> place >= 0)
            .toArray();
    double[] values = Arrays.stream(places).mapToDouble(place -> weights[place]).toArray();
    double length = Math.sqrt(Arrays.stream(values).map(value -> value * value).sum());
    return Vectors.sparse(
        terms.length, places, Arrays.stream(values).map(value -> value / length).toArray());
  }
}
