package org.reelhouse.recommend.model;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reelhouse.recommend.links.Vector;

/**
 * Factors of many titles, laid out factor by factor: the inner loop of {@link #scores} then runs
 * over titles without a running sum, which the JVM turns into vector instructions.
 */
public final class FactorTable implements Serializable {
  private static final long serialVersionUID = 1L;

  private final float[][] factors;
  private final float[] norms;

  /** One row for each title; a title without factors has none in the model. */
  FactorTable(List<@Nullable Vector> titles, int rank) {
    factors = new float[rank][titles.size()];
    norms = new float[titles.size()];
    for (int title = 0; title < titles.size(); title++) {
      Vector vector = titles.get(title);
      if (vector != null) {
        set(title, vector);
      }
    }
  }

  private void set(int title, Vector vector) {
    double squares = 0;
    for (int factor = 0; factor < vector.size(); factor++) {
      factors[factor][title] = vector.at(factor);
      squares += (double) vector.at(factor) * vector.at(factor);
    }
    norms[title] = (float) Math.sqrt(squares);
  }

  int size() {
    return norms.length;
  }

  /** Whether the model says anything about a title. */
  boolean knows(int title) {
    return norms[title] > 0;
  }

  /** The product of a vector with the factors of each title. */
  float[] scores(Vector vector) {
    float[] scores = new float[size()];
    for (int factor = 0; factor < factors.length; factor++) {
      float weight = vector.at(factor);
      float[] column = factors[factor];
      for (int title = 0; title < scores.length; title++) {
        scores[title] += weight * column[title];
      }
    }
    return scores;
  }

  /** The cosines of a title with each title; not a number where the model does not know one. */
  float[] cosines(int title) {
    float[] cosines = scores(row(title));
    for (int other = 0; other < cosines.length; other++) {
      cosines[other] /= norms[title] * norms[other];
    }
    return cosines;
  }

  /** The cosine of two titles that the model knows. */
  public float cosine(int left, int right) {
    float product = 0;
    for (float[] column : factors) {
      product += column[left] * column[right];
    }
    return product / (norms[left] * norms[right]);
  }

  private Vector row(int title) {
    float[] row = new float[factors.length];
    for (int factor = 0; factor < row.length; factor++) {
      row[factor] = factors[factor][title];
    }
    return new Vector(row);
  }
}
