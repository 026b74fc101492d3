package org.reelhouse.themes;

import java.io.Serializable;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;

/**
 * The titles of one theme taken together.
 *
 * @param titles number of titles
 * @param sum of their unit vectors
 */
record Profile(long titles, Vector sum) implements Serializable {

  Profile plus(Profile other) {
    double[] total = sum.toArray().clone();
    double[] added = other.sum.toArray();
    for (int i = 0; i < total.length; i++) {
      total[i] += added[i];
    }
    return new Profile(titles + other.titles, Vectors.dense(total));
  }

  /** Mean weight of a term. */
  double weight(int term) {
    return sum.apply(term) / titles;
  }

  /** Cosine of a unit vector and the centre. */
  double cosine(Vector unit) {
    return unit.dot(sum) / Vectors.norm(sum, 2);
  }

  /** Mean cosine distance from a unit vector that is not of this theme to its titles. */
  double distance(Vector unit) {
    return 1 - unit.dot(sum) / titles;
  }

  /** Mean cosine distance from a unit vector of this theme to its other titles; at least two. */
  double distanceToOthers(Vector unit) {
    return (titles - unit.dot(sum)) / (titles - 1);
  }

  /** By how much the squared distances within grow when two themes become one (Ward 1963). */
  double costOfMerging(Profile other) {
    double squares = 0;
    for (int term = 0; term < sum.size(); term++) {
      double difference = weight(term) - other.weight(term);
      squares += difference * difference;
    }
    return squares * titles * other.titles / (titles + other.titles);
  }
}
