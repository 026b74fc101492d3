package org.reelhouse.recommend.model;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reelhouse.recommend.links.Equations;
import org.reelhouse.recommend.links.Vector;
import org.reelhouse.recommend.observations.Rated;

/**
 * One ALS on implicit preferences (Hu, Koren, Volinsky, Collaborative Filtering for Implicit
 * Feedback Datasets, 2008) as it serves: the factors of titles, and from them those of any user by
 * the last step of MLlib's ALS, which solves for users after titles. So a user whose ratings are
 * those of training gets the factors of training, and one with newer ratings those that fit them.
 */
public final class RankingFoldIn implements Serializable {
  private static final long serialVersionUID = 1L;
  // A title rated 0 was chosen all the same; without confidence it would count as never met.
  static final double LEAST_WEIGHT = 0.1;

  private final TitleFactors titles;
  private final double alpha;
  private final double regularization;
  private transient @Nullable Equations ofAll;

  /**
   * Fold-in to a model.
   *
   * @param alpha confidence that the model was fitted with, like the ridge
   */
  public RankingFoldIn(TitleFactors titles, double alpha, double regularization) {
    this.titles = titles;
    this.alpha = alpha;
    this.regularization = regularization;
  }

  /** What a rating of 0 to 10 counts as, in training and here. */
  static float weight(float rating) {
    return (float) Math.max(rating / 10.0, LEAST_WEIGHT);
  }

  TitleFactors titles() {
    return titles;
  }

  /** The factors of a user, or empty if the model knows none of the titles rated. */
  float @Nullable [] user(List<Rated> rated) {
    List<Rated> known = rated.stream().filter(one -> titles.of(one.number()) != null).toList();
    if (known.isEmpty()) {
      return null;
    }
    Equations equations = ofAll().copy();
    for (Rated one : known) {
      double confidence = alpha * weight(one.rating());
      equations.add(Objects.requireNonNull(titles.of(one.number())), confidence, 1 + confidence);
    }
    return Vector.rounded(equations.solved(known.size() * regularization));
  }

  /** Every title counts as not chosen, with the confidence 1. */
  private synchronized Equations ofAll() {
    if (ofAll == null) {
      Equations equations = new Equations(titles.rank());
      titles
          .numbers()
          .forEach(number -> equations.add(Objects.requireNonNull(titles.of(number)), 1, 0));
      ofAll = equations;
    }
    return ofAll;
  }
}
