package org.reelhouse.popularity.forest;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.regression.RandomForestRegressionModel;

/**
 * A random forest that explains its predictions.
 *
 * <p>The contributions are those of Saabas (2014, "Interpreting random forests"): a prediction is
 * the mean of the roots plus, for every step down a tree, what the step changed, credited to the
 * feature it asked for.
 */
public final class Forest implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<Tree> trees;

  public Forest(List<Tree> trees) {
    this.trees = trees;
  }

  public static Forest of(RandomForestRegressionModel model) {
    return new Forest(Arrays.stream(model.trees()).map(tree -> Tree.of(tree.rootNode())).toList());
  }

  /** The trees that had not drawn a title; maybe none. */
  Forest without(int[] draws) {
    return new Forest(
        IntStream.range(0, draws.length).filter(i -> draws[i] == 0).mapToObj(trees::get).toList());
  }

  int size() {
    return trees.size();
  }

  List<Tree> trees() {
    return trees;
  }

  /**
   * One prediction with its reasons.
   *
   * @param mean of the trees
   * @param deviation standard deviation of a title around the mean: by the law of total variance,
   *     that between the trees and that within their leaves together
   * @param contributions of each feature, adding up to the mean less that of the roots
   */
  public record Prediction(double mean, double deviation, Vector contributions) {}

  public Prediction predict(double[] features) {
    double[] contributions = new double[features.length];
    double sum = 0;
    double squares = 0;
    double within = 0;
    for (Tree tree : trees) {
      int leaf = tree.leafOf(features, contributions);
      sum += tree.value(leaf);
      squares += tree.value(leaf) * tree.value(leaf);
      within += tree.variance(leaf);
    }
    int count = trees.size();
    for (int i = 0; i < contributions.length; i++) {
      contributions[i] /= count;
    }
    double mean = sum / count;
    double between = Math.max(0, squares / count - mean * mean);
    return new Prediction(mean, Math.sqrt(between + within / count), Vectors.dense(contributions));
  }
}
