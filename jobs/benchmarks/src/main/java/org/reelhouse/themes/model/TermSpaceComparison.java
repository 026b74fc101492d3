package org.reelhouse.themes.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.linalg.DenseMatrix;
import org.apache.spark.ml.linalg.SparseMatrix;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.mllib.linalg.Matrix;
import org.apache.spark.mllib.linalg.SingularValueDecomposition;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.linalg.distributed.RowMatrix;
import org.apache.spark.sql.SparkSession;
import org.reelhouse.benchmarks.OnLake;
import org.reelhouse.lake.Lake;
import org.reelhouse.tables.Silver;
import org.reelhouse.themes.ThemesSettings;
import org.reelhouse.themes.corpus.CoOccurrence;
import org.reelhouse.themes.corpus.Corpus;
import org.reelhouse.themes.corpus.Documents;
import scala.jdk.javaapi.CollectionConverters;

/**
 * How long the space of terms takes by our few lines around a library's decompositions and by
 * libraries alone, and how far the places differ. One JSON object a line. Run by
 * scripts/compare-libraries.
 */
final class TermSpaceComparison {
  private static final int ROUNDS = 2;

  private final CoOccurrence pairs;
  private final ThemesSettings settings;
  private final SparseMatrix relations;
  private final Map<String, DenseMatrix> first = new HashMap<>();

  private TermSpaceComparison(CoOccurrence pairs, ThemesSettings settings) {
    this.pairs = pairs;
    this.settings = settings;
    this.relations = Relations.of(pairs, settings.pairTitles());
  }

  public static void main(String[] arguments) {
    OnLake.run(
        arguments[0],
        Map.of("themes.vocabulary", arguments[1]),
        (lake, settings) -> of(lake, settings.of(ThemesSettings.class)).compare());
  }

  private static TermSpaceComparison of(Lake lake, ThemesSettings settings) {
    Corpus corpus =
        Corpus.of(
            lake,
            lake.keep(
                Documents.of(lake.read(Silver.TITLE), settings.texts(), settings.partitions())),
            settings);
    return new TermSpaceComparison(corpus.pairs(), settings);
  }

  private void compare() {
    System.out.printf(
        "{\"terms\": %d, \"related pairs\": %d}%n", pairs.terms(), relations.numActives() / 2);
    DenseMatrix served = served(settings.seed());
    for (int round = 0; round < ROUNDS; round++) {
      say("TermSpace, as it is", served, () -> served(settings.seed()));
      say("TermSpace, another seed", served, () -> served(settings.seed() + 1));
      say("the same by modified Gram-Schmidt", served, this::byGramSchmidt);
      say("MLlib's computeSVD, which calls ARPACK", served, this::byArpack);
    }
    if (pairs.terms() <= 1_000) {
      say("Commons Math, all eigenvectors", served, this::byCommonsMath);
    }
  }

  private DenseMatrix served(long seed) {
    return TermSpace.of(pairs, settings.dimensions(), settings.pairTitles(), seed).matrix();
  }

  /** Orthonormalized as Golub and Van Loan have it, in place of Householder's reflections. */
  private DenseMatrix byGramSchmidt() {
    SparseMatrix matrix = Relations.of(pairs, settings.pairTitles());
    int columns = Math.min(settings.dimensions() + TermSpace.SPARE, pairs.terms());
    DenseMatrix basis =
        gramSchmidt(DenseMatrix.randn(pairs.terms(), columns, new Random(settings.seed())));
    for (int round = 0; round < TermSpace.ROUNDS; round++) {
      basis = gramSchmidt(matrix.multiply(basis));
    }
    return TermSpace.within(basis, matrix, settings.dimensions()).matrix();
  }

  private static DenseMatrix gramSchmidt(DenseMatrix basis) {
    int terms = basis.numRows();
    double[] values = basis.toArray();
    for (int column = 0; column < basis.numCols(); column++) {
      for (int other = 0; other < column; other++) {
        double shared = dot(values, column * terms, values, other * terms, terms);
        for (int term = 0; term < terms; term++) {
          values[column * terms + term] -= shared * values[other * terms + term];
        }
      }
      double length = Math.sqrt(dot(values, column * terms, values, column * terms, terms));
      for (int term = 0; term < terms; term++) {
        values[column * terms + term] /= length;
      }
    }
    return new DenseMatrix(terms, basis.numCols(), values);
  }

  private static double dot(double[] left, int from, double[] right, int start, int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += left[from + i] * right[start + i];
    }
    return sum;
  }

  /** Singular vectors of a symmetric matrix are its eigenvectors; the sign must be found. */
  private DenseMatrix byArpack() {
    SparseMatrix matrix = Relations.of(pairs, settings.pairTitles());
    JavaSparkContext spark =
        JavaSparkContext.fromSparkContext(SparkSession.active().sparkContext());
    List<org.apache.spark.mllib.linalg.Vector> rows =
        CollectionConverters.asJava(matrix.rowIter().toSeq()).stream()
            .map((Vector row) -> Vectors.fromML(row))
            .toList();
    int most = Math.min(settings.dimensions() + TermSpace.SPARE, pairs.terms() - 1);
    SingularValueDecomposition<RowMatrix, Matrix> found =
        new RowMatrix(spark.parallelize(rows, 1).cache().rdd()).computeSVD(most, false, 1e-9);
    DenseMatrix vectors = new DenseMatrix(pairs.terms(), found.s().size(), found.V().toArray());
    return places(vectors, found.s().toArray(), matrix);
  }

  private DenseMatrix places(DenseMatrix vectors, double[] lengths, SparseMatrix matrix) {
    int terms = vectors.numRows();
    double[] images = matrix.multiply(vectors).toArray();
    double[] all = vectors.toArray();
    List<double[]> places = new ArrayList<>();
    for (int column = 0; column < lengths.length; column++) {
      boolean positive = dot(all, column * terms, images, column * terms, terms) > 0;
      if (positive && places.size() < settings.dimensions()) {
        double root = Math.sqrt(lengths[column]);
        int from = column * terms;
        places.add(IntStream.range(from, from + terms).mapToDouble(i -> root * all[i]).toArray());
      }
    }
    return matrix(places);
  }

  private DenseMatrix byCommonsMath() {
    SparseMatrix matrix = Relations.of(pairs, settings.pairTitles());
    double[][] dense = new double[pairs.terms()][pairs.terms()];
    for (int row = 0; row < dense.length; row++) {
      for (int column = 0; column < dense.length; column++) {
        dense[row][column] = matrix.apply(row, column);
      }
    }
    EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(dense, false));
    return matrix(
        IntStream.range(0, settings.dimensions())
            .mapToObj(
                place ->
                    eigen
                        .getEigenvector(place)
                        .mapMultiply(Math.sqrt(eigen.getRealEigenvalue(place)))
                        .toArray())
            .toList());
  }

  private static DenseMatrix matrix(List<double[]> columns) {
    int terms = columns.get(0).length;
    double[] values = new double[terms * columns.size()];
    for (int column = 0; column < columns.size(); column++) {
      System.arraycopy(columns.get(column), 0, values, column * terms, terms);
    }
    return new DenseMatrix(terms, columns.size(), values);
  }

  private void say(String way, DenseMatrix served, Supplier<DenseMatrix> found) {
    long start = System.nanoTime();
    DenseMatrix places = found.get();
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "{\"way\": \"%s\", \"dimensions\": %d, \"seconds\": %.2f, \"difference\": %.1e, \"as in the first round to the bit\": %b}%n",
        way,
        places.numCols(),
        seconds,
        difference(served, places),
        places.equals(first.computeIfAbsent(way, key -> places)));
  }

  /**
   * How far the products of the places of all pairs of terms differ, over their size (Frobenius):
   * neither the signs of dimensions nor rotations show.
   */
  private static double difference(DenseMatrix left, DenseMatrix right) {
    double lefts = squares(left.transpose().multiply(left));
    double rights = squares(right.transpose().multiply(right));
    double both = squares(left.transpose().multiply(right));
    return Math.sqrt(Math.max(0, lefts + rights - 2 * both) / lefts);
  }

  private static double squares(DenseMatrix matrix) {
    double[] values = matrix.toArray();
    return dot(values, 0, values, 0, values.length);
  }
}
