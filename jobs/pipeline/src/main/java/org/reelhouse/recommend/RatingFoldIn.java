package org.reelhouse.recommend;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.reelhouse.recommend.Viewer.Rated;

/**
 * Finds the bias and the factors of a user in the rating model from the ratings and what the model
 * knows of titles: the last step of MLlib's ALS, which solves for users after titles.
 *
 * @param titles number to the factors of a title: its own, then 1 and its bias
 * @param mean of the ratings that the model learned from
 * @param rank factors without the two for biases
 * @param userDamping as the model was fitted with, like the ridge
 */
record RatingFoldIn(
    TreeMap<Integer, Vector> titles,
    double mean,
    int rank,
    double userDamping,
    double regularization)
    implements Serializable {

  RatingFoldIn(
      Map<Integer, Vector> titles,
      double mean,
      int rank,
      double userDamping,
      double regularization) {
    this(new TreeMap<>(titles), mean, rank, userDamping, regularization);
  }

  /** The factors of a user: the own ones, then mean + bias and 1. */
  float[] user(List<Rated> rated) {
    List<Rated> known = rated.stream().filter(one -> titles.containsKey(one.number())).toList();
    double sum = known.stream().mapToDouble(this::aboveTitle).sum();
    double bias = known.isEmpty() ? 0 : sum / (known.size() + userDamping);
    float[] user = new float[rank + 2];
    if (!known.isEmpty()) {
      Equations equations = new Equations(rank);
      known.forEach(one -> equations.add(title(one), 1, aboveTitle(one) - bias));
      System.arraycopy(equations.solved(known.size() * regularization), 0, user, 0, rank);
    }
    user[rank] = (float) (mean + bias);
    user[rank + 1] = 1;
    return user;
  }

  /** Mean and both biases; that of a title the model does not know is 0. */
  double biases(float[] user, int number) {
    Vector title = titles.get(number);
    return (double) user[rank] + (title == null ? 0 : title.at(rank + 1));
  }

  /** The whole product of the factors of a user and a title. */
  double product(float[] user, int number) {
    Vector title = titles.get(number);
    double sum = title == null ? user[rank] : 0;
    for (int i = 0; title != null && i < user.length; i++) {
      sum += (double) user[i] * title.at(i);
    }
    return sum;
  }

  private double aboveTitle(Rated one) {
    return one.rating() - mean - title(one).at(rank + 1);
  }

  private Vector title(Rated one) {
    return Objects.requireNonNull(titles.get(one.number()));
  }
}
