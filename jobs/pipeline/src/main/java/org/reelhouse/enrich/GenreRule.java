package org.reelhouse.enrich;

import java.io.Serializable;
import org.apache.spark.ml.linalg.Vector;

/**
 * Whether an overview implies a genre: where its score reaches the threshold.
 *
 * @param weights one for each term of the vectors
 */
record GenreRule(String genre, Vector weights, double bias, double threshold)
    implements Serializable {

  double score(Vector overview) {
    return overview.dot(weights) + bias;
  }

  boolean holds(Vector overview) {
    return score(overview) >= threshold;
  }

  GenreRule from(double score) {
    return new GenreRule(genre, weights, bias, score);
  }
}
