package org.reelhouse.recommend;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.reelhouse.recommend.Viewer.Rated;

/**
 * Finds the factors of a user in the ranking model from the ratings and the factors of the titles:
 * the last step of MLlib's ALS, which solves for users after titles. So a user whose ratings are
 * those of training gets the factors of training, and one with newer ratings those that fit them.
 */
final class RankingFoldIn implements Serializable {
  private static final long serialVersionUID = 1L;

  private final TreeMap<Integer, Vector> titles;
  private final int rank;
  private final double alpha;
  private final double regularization;
  private transient @Nullable Equations ofAll;

  /**
   * Fold-in to a model.
   *
   * @param titles number to factors
   * @param alpha confidence and ridge that the model was fitted with
   */
  RankingFoldIn(Map<Integer, Vector> titles, double alpha, double regularization) {
    this.titles = new TreeMap<>(titles);
    this.alpha = alpha;
    this.regularization = regularization;
    rank = this.titles.isEmpty() ? 0 : this.titles.firstEntry().getValue().size();
  }

  /** The factors of a user, or empty if the model knows none of the titles rated. */
  @Nullable Vector user(List<Rated> rated) {
    List<Rated> known = rated.stream().filter(one -> titles.containsKey(one.number())).toList();
    if (known.isEmpty()) {
      return null;
    }
    Equations equations = ofAll().copy();
    for (Rated one : known) {
      double confidence = alpha * RankingModel.weight(one.rating());
      Vector factors = java.util.Objects.requireNonNull(titles.get(one.number()));
      equations.add(factors, confidence, 1 + confidence);
    }
    return new Vector(equations.solved(known.size() * regularization));
  }

  /** Every title counts as not chosen, with the confidence 1. */
  private synchronized Equations ofAll() {
    if (ofAll == null) {
      Equations equations = new Equations(rank);
      titles.values().forEach(factors -> equations.add(factors, 1, 0));
      ofAll = equations;
    }
    return ofAll;
  }
}
