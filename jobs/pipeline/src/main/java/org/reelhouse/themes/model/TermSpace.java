package org.reelhouse.themes.model;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.spark.ml.linalg.DenseMatrix;
import org.reelhouse.themes.corpus.CoOccurrence;

/**
 * Places terms so that those which stand in the same texts lie near each other: the leading
 * eigenvectors of their positive pointwise mutual information, times the roots of the eigenvalues
 * (Levy and Goldberg 2014). A text of few words then meets another through words of one subject,
 * where the words themselves would hardly ever be the same.
 */
public final class TermSpace {
  /** Columns beyond those wanted, and rounds, of the subspace iteration (Halko et al. 2011). */
  private static final int SPARE = 20;

  private static final int ROUNDS = 20;

  private final double[][] places;

  private TermSpace(double[][] places) {
    this.places = places;
  }

  /**
   * Finds the places.
   *
   * @param dimensions coordinates at most; fewer where the terms have no more to say
   * @param pairTitles texts in which two terms must stand together to count as related
   */
  public static TermSpace of(CoOccurrence pairs, int dimensions, int pairTitles, long seed) {
    if (pairs.terms() == 0) {
      return new TermSpace(new double[0][]);
    }
    Relations relations = Relations.of(pairs, pairTitles);
    int columns = Math.min(dimensions + SPARE, pairs.terms());
    double[][] basis = random(columns, pairs.terms(), new SplittableRandom(seed));
    orthonormalize(basis);
    for (int round = 0; round < ROUNDS; round++) {
      for (int column = 0; column < columns; column++) {
        basis[column] = relations.times(basis[column]);
      }
      orthonormalize(basis);
    }
    return places(basis, relations, dimensions);
  }

  /** The places that a matrix holds, as {@link #matrix} makes it. */
  public static TermSpace of(DenseMatrix matrix) {
    double[][] places = new double[matrix.numRows()][matrix.numCols()];
    for (int term = 0; term < places.length; term++) {
      for (int dimension = 0; dimension < places[term].length; dimension++) {
        places[term][dimension] = matrix.apply(term, dimension);
      }
    }
    return new TermSpace(places);
  }

  /** Coordinates of a place. */
  public int dimensions() {
    return places.length == 0 ? 0 : places[0].length;
  }

  /** A row for each term and a column for each dimension. */
  DenseMatrix matrix() {
    double[] values = new double[places.length * dimensions()];
    for (int term = 0; term < places.length; term++) {
      for (int dimension = 0; dimension < dimensions(); dimension++) {
        values[dimension * places.length + term] = places[term][dimension];
      }
    }
    return new DenseMatrix(places.length, dimensions(), values);
  }

  /** The place of each term times its weight. */
  double[][] weighted(double[] weights) {
    return IntStream.range(0, places.length)
        .mapToObj(term -> Arrays.stream(places[term]).map(value -> value * weights[term]).toArray())
        .toArray(double[][]::new);
  }

  private static double[][] random(int columns, int terms, SplittableRandom random) {
    double[][] basis = new double[columns][terms];
    for (double[] column : basis) {
      for (int term = 0; term < terms; term++) {
        column[term] = random.nextDouble() - 0.5;
      }
    }
    return basis;
  }

  /** Gram and Schmidt's way, modified; a column that depends on those before it becomes zero. */
  private static void orthonormalize(double[][] basis) {
    for (int column = 0; column < basis.length; column++) {
      double before = Math.sqrt(dot(basis[column], basis[column]));
      for (int other = 0; other < column; other++) {
        subtract(basis[column], dot(basis[column], basis[other]), basis[other]);
      }
      double after = Math.sqrt(dot(basis[column], basis[column]));
      double factor = after <= before * 1e-10 ? 0 : 1 / after;
      for (int term = 0; term < basis[column].length; term++) {
        basis[column][term] *= factor;
      }
    }
  }

  /** The eigenvectors within the subspace (Rayleigh and Ritz). */
  private static TermSpace places(double[][] basis, Relations relations, int dimensions) {
    int columns = basis.length;
    double[][] within = new double[columns][columns];
    for (int right = 0; right < columns; right++) {
      double[] image = relations.times(basis[right]);
      for (int left = 0; left <= right; left++) {
        within[left][right] = dot(basis[left], image);
        within[right][left] = within[left][right];
      }
    }
    EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(within, false));
    double[] values = eigen.getRealEigenvalues();
    int[] kept =
        IntStream.range(0, columns)
            .filter(place -> values[place] > 1e-9)
            .limit(dimensions)
            .toArray();
    double[][] places = new double[basis[0].length][kept.length];
    for (int dimension = 0; dimension < kept.length; dimension++) {
      double root = Math.sqrt(values[kept[dimension]]);
      for (int column = 0; column < columns; column++) {
        double share = root * eigen.getV().getEntry(column, kept[dimension]);
        for (int term = 0; term < places.length; term++) {
          places[term][dimension] += share * basis[column][term];
        }
      }
    }
    return new TermSpace(places);
  }

  private static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }

  private static void subtract(double[] from, double times, double[] what) {
    for (int i = 0; i < from.length; i++) {
      from[i] -= times * what[i];
    }
  }
}
