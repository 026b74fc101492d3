package org.reelhouse.themes.model;

import dev.ludovic.netlib.lapack.LAPACK;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.DenseMatrix;
import org.apache.spark.ml.linalg.SparseMatrix;
import org.netlib.util.intW;
import org.reelhouse.themes.corpus.CoOccurrence;

/**
 * Places terms so that those which stand in the same texts lie near each other: the leading
 * eigenvectors of their positive pointwise mutual information, times the roots of the eigenvalues
 * (Levy and Goldberg 2014). A text of few words then meets another through words of one subject,
 * where the words themselves would hardly ever be the same.
 */
public final class TermSpace {
  /** Columns beyond those wanted, and rounds, of the subspace iteration (Halko et al. 2011). */
  static final int SPARE = 20;

  static final int ROUNDS = 20;

  private static final double LEAST_EIGENVALUE = 1e-9;

  /** Numbers of scratch space for each column, with which LAPACK works in blocks. */
  private static final int SCRATCH = 64;

  private final DenseMatrix places;

  private TermSpace(DenseMatrix places) {
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
      return new TermSpace(DenseMatrix.zeros(0, 0));
    }
    SparseMatrix relations = Relations.of(pairs, pairTitles);
    int columns = Math.min(dimensions + SPARE, pairs.terms());
    DenseMatrix basis = orthonormal(DenseMatrix.randn(pairs.terms(), columns, new Random(seed)));
    for (int round = 0; round < ROUNDS; round++) {
      basis = orthonormal(relations.multiply(basis));
    }
    return within(basis, relations, dimensions);
  }

  /** The places that a matrix holds, as {@link #matrix} makes it. */
  public static TermSpace of(DenseMatrix matrix) {
    return new TermSpace(matrix);
  }

  /** Coordinates of a place. */
  public int dimensions() {
    return places.numCols();
  }

  /** A row for each term and a column for each dimension. */
  DenseMatrix matrix() {
    return places;
  }

  /** The place of each term times its weight. */
  double[][] weighted(double[] weights) {
    return IntStream.range(0, places.numRows())
        .mapToObj(
            term ->
                IntStream.range(0, dimensions())
                    .mapToDouble(dimension -> places.apply(term, dimension) * weights[term])
                    .toArray())
        .toArray(double[][]::new);
  }

  /** An orthonormal basis of the columns, by Householder's reflections. */
  private static DenseMatrix orthonormal(DenseMatrix columns) {
    int rows = columns.numRows();
    int count = columns.numCols();
    double[] basis = columns.toArray();
    double[] reflections = new double[count];
    double[] scratch = new double[SCRATCH * count];
    intW status = new intW(0);
    LAPACK lapack = LAPACK.getInstance();
    lapack.dgeqrf(rows, count, basis, rows, reflections, scratch, scratch.length, status);
    check("dgeqrf", status);
    lapack.dorgqr(rows, count, count, basis, rows, reflections, scratch, scratch.length, status);
    check("dorgqr", status);
    return new DenseMatrix(rows, count, basis);
  }

  /** The eigenvectors within the subspace that a basis spans (Rayleigh and Ritz). */
  static TermSpace within(DenseMatrix basis, SparseMatrix relations, int dimensions) {
    int columns = basis.numCols();
    double[] vectors = basis.transpose().multiply(relations.multiply(basis)).toArray();
    double[] ascending = new double[columns];
    double[] scratch = new double[SCRATCH * columns];
    intW status = new intW(0);
    LAPACK
        .getInstance()
        .dsyev("V", "U", columns, vectors, columns, ascending, scratch, scratch.length, status);
    check("dsyev", status);
    long positive = Arrays.stream(ascending).filter(value -> value > LEAST_EIGENVALUE).count();
    int kept = (int) Math.min(dimensions, positive);
    double[] scaled = new double[columns * kept];
    for (int dimension = 0; dimension < kept; dimension++) {
      int place = columns - 1 - dimension;
      double root = Math.sqrt(ascending[place]);
      for (int column = 0; column < columns; column++) {
        scaled[dimension * columns + column] = root * vectors[place * columns + column];
      }
    }
    return new TermSpace(basis.multiply(new DenseMatrix(columns, kept, scaled)));
  }

  private static void check(String routine, intW status) {
    if (status.val != 0) {
      throw new IllegalStateException(routine + " ended with " + status.val);
    }
  }
}
