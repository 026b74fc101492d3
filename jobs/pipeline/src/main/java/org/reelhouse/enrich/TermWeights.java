package org.reelhouse.enrich;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.reelhouse.text.DocumentFrequencies;
import org.reelhouse.text.InverseDocumentFrequency;

/**
 * The terms that models know, and what each weighs: its smoothed {@link InverseDocumentFrequency}.
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
    DocumentFrequencies known =
        DocumentFrequencies.of(
                overviews.size(),
                overviews.stream().flatMapToInt(overview -> IntStream.of(overview.terms())))
            .atLeast(LEAST_OVERVIEWS);
    double[] weights =
        IntStream.of(known.frequencies())
            .mapToDouble(
                frequency -> InverseDocumentFrequency.smoothed(overviews.size(), frequency))
            .toArray();
    return new TermWeights(known.terms(), weights);
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
