package org.reelhouse.recommend;

/**
 * How far users and titles lie above the mean of a matrix, each damped and on what the other
 * leaves, in alternating rounds: {@link Biases} for ratings that fit into memory.
 */
final class MatrixBiases {
  private static final int ROUNDS = 10;

  private final double mean;
  private final double[] users;
  private final double[] titles;

  private MatrixBiases(double mean, double[] users, double[] titles) {
    this.mean = mean;
    this.users = users;
    this.titles = titles;
  }

  static MatrixBiases of(RatingMatrix ratings, double userDamping, double titleDamping) {
    double sum = 0;
    for (int entry = 0; entry < ratings.size(); entry++) {
      sum += ratings.value(entry);
    }
    MatrixBiases biases =
        new MatrixBiases(
            sum / ratings.size(), new double[ratings.rows()], new double[ratings.columns()]);
    RatingMatrix byTitle = ratings.transposed();
    for (int round = 0; round < ROUNDS; round++) {
      biases.fit(biases.titles, byTitle, biases.users, titleDamping);
      biases.fit(biases.users, ratings, biases.titles, userDamping);
    }
    return biases;
  }

  private void fit(double[] biases, RatingMatrix ratings, double[] others, double damping) {
    for (int row = 0; row < ratings.rows(); row++) {
      double sum = 0;
      for (int entry = ratings.start(row); entry < ratings.end(row); entry++) {
        sum += ratings.value(entry) - mean - others[ratings.column(entry)];
      }
      biases[row] = sum == 0 ? 0 : sum / (ratings.count(row) + damping);
    }
  }

  /** Of all ratings. */
  double mean() {
    return mean;
  }

  double user(int user) {
    return users[user];
  }

  double title(int title) {
    return titles[title];
  }

  double expected(int user, int title) {
    return mean + users[user] + titles[title];
  }

  /** The ratings less what the biases expect. */
  RatingMatrix residuals(RatingMatrix ratings) {
    float[] residuals = new float[ratings.size()];
    for (int user = 0; user < ratings.rows(); user++) {
      for (int entry = ratings.start(user); entry < ratings.end(user); entry++) {
        residuals[entry] = (float) (ratings.value(entry) - expected(user, ratings.column(entry)));
      }
    }
    return ratings.withValues(residuals);
  }
}
