package org.reelhouse.recommend;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealVector;

/** The normal equations of a weighted ridge regression: (Σ w·x·xᵀ + λI) · solution = Σ y·x. */
final class Equations {
  /** Keeps them solvable where nothing was added. */
  private static final double LEAST_RIDGE = 1e-9;

  private final double[][] left;
  private final double[] right;

  Equations(int unknowns) {
    left = new double[unknowns][unknowns];
    right = new double[unknowns];
  }

  /** A copy to add to. */
  Equations copy() {
    Equations copy = new Equations(right.length);
    for (int i = 0; i < right.length; i++) {
      System.arraycopy(left[i], 0, copy.left[i], 0, right.length);
      copy.right[i] = right[i];
    }
    return copy;
  }

  /**
   * Adds weight·x·xᵀ to the left and value·x to the right, x being the first numbers of a vector.
   */
  void add(Vector vector, double weight, double value) {
    for (int i = 0; i < right.length; i++) {
      double weighted = weight * vector.at(i);
      for (int j = 0; j < right.length; j++) {
        left[i][j] += weighted * vector.at(j);
      }
      right[i] += value * vector.at(i);
    }
  }

  /** Solves a copy, so that more can be added afterwards. */
  float[] solved(double ridge) {
    double[][] ridged = copy().left;
    for (int i = 0; i < ridged.length; i++) {
      ridged[i][i] += Math.max(ridge, LEAST_RIDGE);
    }
    RealVector solution =
        new CholeskyDecomposition(new Array2DRowRealMatrix(ridged, false))
            .getSolver()
            .solve(new ArrayRealVector(right, false));
    float[] values = new float[right.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) solution.getEntry(i);
    }
    return values;
  }
}
