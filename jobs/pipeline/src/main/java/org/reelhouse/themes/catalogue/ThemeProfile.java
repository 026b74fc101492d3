package org.reelhouse.themes.catalogue;

import java.io.Serializable;
import org.apache.spark.ml.linalg.Vector;
import org.reelhouse.clustering.UnitVectors;

/** The titles of one theme taken together. */
public final class ThemeProfile implements Serializable {
  private static final long serialVersionUID = 1;

  private final long titles;
  private final double[] sum;
  private final long[] holders;

  /**
   * A profile.
   *
   * @param titles number of titles
   * @param sum of their unit vectors
   * @param holders titles that hold each term of the vocabulary
   */
  ThemeProfile(long titles, double[] sum, long[] holders) {
    this.titles = titles;
    this.sum = sum;
    this.holders = holders;
  }

  /** Number of titles. */
  public long titles() {
    return titles;
  }

  /** Size of the vocabulary. */
  int terms() {
    return holders.length;
  }

  ThemeProfile plus(ThemeProfile other) {
    double[] total = sum.clone();
    UnitVectors.add(total, other.sum);
    long[] together = holders.clone();
    for (int term = 0; term < together.length; term++) {
      together[term] += other.holders[term];
    }
    return new ThemeProfile(titles + other.titles, total, together);
  }

  /** Share of the titles that hold a term. */
  double share(int term) {
    return (double) holders[term] / titles;
  }

  /** Cosine of a unit vector and the centre. */
  double cosine(Vector unit) {
    return dot(unit) / UnitVectors.length(sum);
  }

  /** Mean cosine distance from a unit vector that is not of this theme to its titles. */
  double distance(Vector unit) {
    return 1 - dot(unit) / titles;
  }

  /** Mean cosine distance from a unit vector of this theme to its other titles; at least two. */
  double distanceToOthers(Vector unit) {
    return (titles - dot(unit)) / (titles - 1);
  }

  private double dot(Vector unit) {
    double product = 0;
    for (int i = 0; i < sum.length; i++) {
      product += unit.apply(i) * sum[i];
    }
    return product;
  }

  /** By how much the squared distances within grow when two themes become one (Ward 1963). */
  double costOfMerging(ThemeProfile other) {
    double squares = 0;
    for (int i = 0; i < sum.length; i++) {
      double difference = sum[i] / titles - other.sum[i] / other.titles;
      squares += difference * difference;
    }
    return squares * titles * other.titles / (titles + other.titles);
  }
}
