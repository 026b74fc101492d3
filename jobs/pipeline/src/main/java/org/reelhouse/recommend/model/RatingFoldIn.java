package org.reelhouse.recommend.model;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.reelhouse.recommend.links.Equations;
import org.reelhouse.recommend.links.Vector;
import org.reelhouse.recommend.observations.Rated;

/**
 * Finds the bias and the factors of a user in the rating model from the ratings and what the model
 * knows of titles: the last step of MLlib's ALS, which solves for users after titles.
 *
 * @param titles the factors of a title: its own, then 1 and its bias
 * @param mean of the ratings that the model learned from
 * @param userDamping as the model was fitted with, like the ridge
 */
public record RatingFoldIn(
    TitleFactors titles, double mean, double userDamping, double regularization)
    implements Serializable {

  /** Factors without the two for biases. */
  int rank() {
    return titles.rank() - 2;
  }

  /** The factors of a user: the own ones, then mean + bias and 1. */
  float[] user(List<Rated> rated) {
    List<Rated> known = rated.stream().filter(one -> titles.of(one.number()) != null).toList();
    double sum = known.stream().mapToDouble(this::aboveTitle).sum();
    double bias = known.isEmpty() ? 0 : sum / (known.size() + userDamping);
    int rank = rank();
    float[] user = new float[rank + 2];
    if (!known.isEmpty()) {
      Equations equations = new Equations(rank);
      known.forEach(one -> equations.add(title(one), 1, aboveTitle(one) - bias));
      float[] own = Vector.rounded(equations.solved(known.size() * regularization));
      System.arraycopy(own, 0, user, 0, rank);
    }
    user[rank] = (float) (mean + bias);
    user[rank + 1] = 1;
    return user;
  }

  /** How far a user of these factors rates above others. */
  double bias(float[] user) {
    return user[rank()] - mean;
  }

  /** Mean and both biases; that of a title the model does not know is 0. */
  double biases(float[] user, int number) {
    float[] title = titles.of(number);
    return (double) user[rank()] + (title == null ? 0 : title[rank() + 1]);
  }

  /** What the factors say of the rest; 0 for a title that the model does not know. */
  double residual(float[] user, int number) {
    float[] title = titles.of(number);
    double sum = 0;
    for (int factor = 0; title != null && factor < rank(); factor++) {
      sum += (double) user[factor] * title[factor];
    }
    return sum;
  }

  private double aboveTitle(Rated one) {
    return one.rating() - mean - title(one)[rank() + 1];
  }

  private float[] title(Rated one) {
    return Objects.requireNonNull(titles.of(one.number()));
  }
}
