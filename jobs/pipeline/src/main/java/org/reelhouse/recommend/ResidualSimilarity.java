package org.reelhouse.recommend;

import java.util.function.IntFunction;

/**
 * Links a title to the titles whose ratings differ from the expected in the same way: {@code Σ ab /
 * √(Σ a² Σ b²) · n / (n + shrinkage)} over the n users who rated both, positive ones alone (Koren,
 * Factorization Meets the Neighborhood, 2008, section 2.2).
 *
 * @param byTitle what the biases leave of each rating, titles by users
 * @param byUser the same, users by titles
 * @param most links of a title
 */
record ResidualSimilarity(RatingMatrix byTitle, RatingMatrix byUser, int most, double shrinkage)
    implements Links.Rule {

  @Override
  public IntFunction<Links.To> finder() {
    Common common = new Common(byTitle.rows());
    return title -> {
      for (int i = byTitle.start(title); i < byTitle.end(title); i++) {
        int user = byTitle.column(i);
        for (int j = byUser.start(user); j < byUser.end(user); j++) {
          common.add(byUser.column(j), byTitle.value(i), byUser.value(j));
        }
      }
      return common.strongest(title, most, shrinkage);
    };
  }

  /** Sums over the users that titles share with one title. */
  private static final class Common {
    private final int[] touched;
    private final int[] count;
    private final double[] products;
    private final double[] ownSquares;
    private final double[] otherSquares;
    private int size;

    private Common(int titles) {
      touched = new int[titles];
      count = new int[titles];
      products = new double[titles];
      ownSquares = new double[titles];
      otherSquares = new double[titles];
    }

    private void add(int other, double own, double value) {
      if (count[other]++ == 0) {
        touched[size++] = other;
      }
      products[other] += own * value;
      ownSquares[other] += own * own;
      otherSquares[other] += value * value;
    }

    /** The links of the title, which leaves the sums empty for the next. */
    private Links.To strongest(int title, int most, double shrinkage) {
      TopScores top = new TopScores(Math.min(most, size));
      for (int i = 0; i < size; i++) {
        int other = touched[i];
        double similarity = similarity(other, shrinkage);
        if (other != title && similarity > 0) {
          top.offer(other, (float) similarity);
        }
        count[other] = 0;
        products[other] = 0;
        ownSquares[other] = 0;
        otherSquares[other] = 0;
      }
      size = 0;
      return top.links();
    }

    private double similarity(int other, double shrinkage) {
      double norm = Math.sqrt(ownSquares[other] * otherSquares[other]);
      int common = count[other];
      return norm == 0 ? 0 : products[other] / norm * common / (common + shrinkage);
    }
  }
}
