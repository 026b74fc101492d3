package org.reelhouse.recommend.links;

import dev.ludovic.netlib.lapack.LAPACK;
import org.netlib.util.intW;

/**
 * The normal equations of a weighted ridge regression: (Σ w·x·xᵀ + λI) · solution = Σ y·x. Solved
 * as MLlib's ALS does, by the Cholesky decomposition of the packed upper triangle.
 */
public final class Equations {
  /** Keeps them solvable where nothing was added. */
  private static final double LEAST_RIDGE = 1e-9;

  private final double[] left;
  private final double[] right;

  public Equations(int unknowns) {
    this(new double[unknowns * (unknowns + 1) / 2], new double[unknowns]);
  }

  private Equations(double[] left, double[] right) {
    this.left = left;
    this.right = right;
  }

  /** A copy to add to. */
  public Equations copy() {
    return new Equations(left.clone(), right.clone());
  }

  /**
   * Adds weight·x·xᵀ to the left and value·x to the right, x being the first numbers of a vector.
   */
  public void add(float[] vector, double weight, double value) {
    int place = 0;
    for (int column = 0; column < right.length; column++) {
      double weighted = weight * vector[column];
      for (int row = 0; row <= column; row++) {
        left[place++] += weighted * vector[row];
      }
      right[column] += value * vector[column];
    }
  }

  private static int diagonal(int unknown) {
    return unknown * (unknown + 3) / 2;
  }

  /** Solves a copy with a ridge, so that more can be added afterwards. */
  public double[] solved(double ridge) {
    double[] ridged = left.clone();
    double[] solution = right.clone();
    for (int unknown = 0; unknown < solution.length; unknown++) {
      ridged[diagonal(unknown)] += Math.max(ridge, LEAST_RIDGE);
    }
    solve(ridged, solution);
    return solution;
  }

  /**
   * Replaces the right side by the solution.
   *
   * @param packed upper triangle of a positive definite matrix, column by column; is overwritten
   */
  static void solve(double[] packed, double[] rightSide) {
    if (rightSide.length > 0) {
      intW status = new intW(0);
      LAPACK
          .getInstance()
          .dppsv("U", rightSide.length, 1, packed, rightSide, rightSide.length, status);
      if (status.val != 0) {
        throw new IllegalStateException("dppsv ended with " + status.val);
      }
    }
  }
}
