package org.reelhouse.popularity.forest;

import java.io.Serializable;
import java.util.BitSet;
import org.apache.spark.ml.tree.ContinuousSplit;
import org.apache.spark.ml.tree.InternalNode;
import org.apache.spark.ml.tree.Node;

/** A regression tree of MLlib laid out in arrays, so that a walk costs no more than its depth. */
final class Tree implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int LEAF = -1;

  private final int[] feature;
  private final double[] threshold;
  private final int[] right;
  private final double[] value;
  private final double[] variance;

  private Tree(int nodes) {
    feature = new int[nodes];
    threshold = new double[nodes];
    right = new int[nodes];
    value = new double[nodes];
    variance = new double[nodes];
  }

  /** The tree below a root whose splits are all continuous. */
  static Tree of(Node root) {
    Tree tree = new Tree(1 + root.numDescendants());
    tree.place(root, 0);
    return tree;
  }

  /** Places a node in preorder, the left child right behind it; returns the next free place. */
  private int place(Node node, int at) {
    value[at] = node.prediction();
    variance[at] = Math.max(0, node.impurity()); // rounding takes MLlib's below zero
    if (!(node instanceof InternalNode inner)) {
      feature[at] = LEAF;
      return at + 1;
    }
    ContinuousSplit split = (ContinuousSplit) inner.split();
    feature[at] = split.featureIndex();
    threshold[at] = split.threshold();
    right[at] = place(inner.leftChild(), at + 1);
    return place(inner.rightChild(), right[at]);
  }

  /**
   * The leaf of one title.
   *
   * @param contributions to which each step adds the difference it made to the feature it asked for
   */
  int leafOf(double[] features, double[] contributions) {
    int at = 0;
    while (feature[at] != LEAF) {
      int next = features[feature[at]] <= threshold[at] ? at + 1 : right[at];
      contributions[feature[at]] += value[next] - value[at];
      at = next;
    }
    return at;
  }

  /** What the tree alone says of one title. */
  double predict(double[] features) {
    int at = 0;
    while (feature[at] != LEAF) {
      at = features[feature[at]] <= threshold[at] ? at + 1 : right[at];
    }
    return value[at];
  }

  /** The numbers that the steps of one title down the tree ask for. */
  BitSet asked(double[] features) {
    BitSet asked = new BitSet(features.length);
    int at = 0;
    while (feature[at] != LEAF) {
      asked.set(feature[at]);
      at = features[feature[at]] <= threshold[at] ? at + 1 : right[at];
    }
    return asked;
  }

  /** Mean of the training titles of a node. */
  double value(int node) {
    return value[node];
  }

  /** Variance of the training titles of a node. */
  double variance(int node) {
    return variance[node];
  }
}
