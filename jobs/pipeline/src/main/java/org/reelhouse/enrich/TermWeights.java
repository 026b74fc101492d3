package org.reelhouse.enrich;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
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
    TreeMap<Integer, Integer> frequencies = new TreeMap<>();
    for (LabelledOverview overview : overviews) {
      for (int term : overview.terms()) {
        frequencies.merge(term, 1, Integer::sum);
      }
    }
    frequencies.values().removeIf(frequency -> frequency < LEAST_OVERVIEWS);
    return new TermWeights(
        frequencies.keySet().stream().mapToInt(Integer::intValue).toArray(),
        frequencies.values().stream()
            .mapToDouble(df -> StrictMath.log((overviews.size() + 1.0) / (df + 1.0)))
            .toArray());
  }

  int size() {
    return terms.length;
  }

  int term(int place) {
    return terms[place];
  }

  double weight(int place) {
    return weights[place];
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
