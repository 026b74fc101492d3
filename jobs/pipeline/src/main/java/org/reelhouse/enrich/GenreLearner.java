package org.reelhouse.enrich;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;

/**
 * Learns genres one against the rest: a linear support vector machine each, with squared hinge loss
 * and the L2 norm, over TF-IDF, by LIBLINEAR's dual coordinate descent (Hsieh and others, A dual
 * coordinate descent method for large-scale linear SVM, 2008). It uses no function that rounds
 * differently from machine to machine.
 *
 * <p>All genres share one sparse matrix in memory. MLlib, which runs some jobs for each step of
 * each genre, takes several times as long for the same sample; docs/measurements/normalization.md
 * has the figures.
 */
final class GenreLearner {
  /** What an error costs; chosen on the choosing part. */
  private static final double COST = 0.2;

  /** Where LIBLINEAR stops by default; a smaller one gave the same genres. */
  private static final double TOLERANCE = 0.1;

  private static final long SEED = 20260101;

  private final List<LabelledOverview> overviews;
  private final TermWeights terms;
  private final Feature[][] matrix;

  static {
    Linear.disableDebugOutput();
  }

  /** A learner from these overviews. */
  GenreLearner(List<LabelledOverview> overviews) {
    this.overviews = overviews;
    this.terms = TermWeights.of(overviews);
    this.matrix =
        overviews.stream()
            .map(overview -> features(terms.vector(overview.terms())))
            .toArray(Feature[][]::new);
  }

  TermWeights terms() {
    return terms;
  }

  /** A rule that holds where the genre is likelier than not. */
  GenreRule learn(String genre) {
    Problem problem = new Problem();
    problem.l = matrix.length;
    problem.n = terms.size() + 1;
    problem.bias = 1;
    problem.x = matrix;
    problem.y =
        overviews.stream()
            .mapToDouble(overview -> overview.genres().contains(genre) ? 1 : -1)
            .toArray();
    Parameter parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, COST, TOLERANCE);
    parameter.setRandom(new Random(SEED));
    double[] weights = Linear.train(problem, parameter).getFeatureWeights();
    return new GenreRule(
        genre, Vectors.dense(Arrays.copyOf(weights, terms.size())), weights[terms.size()], 0);
  }

  /** Places from 1, and behind them the constant that the bias belongs to. */
  private Feature[] features(Vector vector) {
    int[] places = vector.toSparse().indices();
    double[] values = vector.toSparse().values();
    Feature[] features = new Feature[places.length + 1];
    IntStream.range(0, places.length)
        .forEach(i -> features[i] = new FeatureNode(places[i] + 1, values[i]));
    features[places.length] = new FeatureNode(terms.size() + 1, 1);
    return features;
  }
}
