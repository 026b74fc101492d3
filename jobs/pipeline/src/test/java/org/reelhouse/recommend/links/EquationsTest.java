package org.reelhouse.recommend.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.junit.jupiter.api.Test;

class EquationsTest {

  @Test
  void solvesARidgeRegressionAsAnyOtherSolverDoes() {
    Random random = new Random(5);
    Equations equations = new Equations(4);
    double[][] left = new double[4][4];
    double[] right = new double[4];
    for (int row = 0; row < 30; row++) {
      float[] x = new float[4];
      for (int i = 0; i < 4; i++) {
        x[i] = random.nextFloat();
      }
      double weight = random.nextDouble();
      double value = random.nextDouble();
      equations.add(x, weight, value);
      for (int i = 0; i < 4; i++) {
        right[i] += value * x[i];
        for (int j = 0; j < 4; j++) {
          left[i][j] += weight * x[i] * x[j] + (row == 0 && i == j ? 0.3 : 0);
        }
      }
    }

    double[] expected =
        new LUDecomposition(new Array2DRowRealMatrix(left))
            .getSolver()
            .solve(new ArrayRealVector(right))
            .toArray();

    assertThat(equations.solved(0.3)).containsExactly(expected, within(1e-9));
    assertThat(equations.solved(0.3)).as("again").containsExactly(expected, within(1e-9));
  }

  @Test
  void aCopyLeavesTheOriginalAsItIs() {
    Equations original = new Equations(1);
    original.add(new float[] {2}, 1, 3);
    Equations copy = original.copy();
    copy.add(new float[] {5}, 1, 1);

    assertThat(original.solved(0)).containsExactly(new double[] {1.5}, within(1e-6));
    assertThat(copy.solved(0)).containsExactly(new double[] {11 / 29.0}, within(1e-6));
  }

  @Test
  void nothingAddedIsSolvedByZero() {
    assertThat(new Equations(2).solved(0)).containsExactly(0, 0);
    assertThat(new Equations(0).solved(1)).isEmpty();
  }
}
