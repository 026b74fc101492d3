package org.reelhouse.recommend.model;

import java.io.Serializable;

/**
 * How much the factors and the rated titles count in an expected rating, on top of the mean and the
 * biases.
 *
 * @param factors weight of the product of the factors
 * @param neighbours weight of {@link Neighbourhood}
 */
public record RatingWeights(double factors, double neighbours) implements Serializable {
  /** Where nothing can be measured; near to what MovieLens and MyAnimeList gave together. */
  public static final RatingWeights DEFAULT = new RatingWeights(0.6, 0.9);

  // So many ratings speak for the default, lest few of them decide.
  private static final double PRIOR = 100;

  // Lest a part that is always 0 leave the equations without a solution.
  private static final double TINY = 1e-9;

  /**
   * Sums over held-out ratings, of what the factors say (f), the neighbours say (n) and the mean
   * and the biases leave (y).
   *
   * @param rows number of ratings
   */
  public record Sums(long rows, double ff, double nn, double fn, double fy, double ny, double yy) {
    /** The sum of the squared errors with some weights. */
    public double errors(RatingWeights weights) {
      double f = weights.factors();
      double n = weights.neighbours();
      return yy - 2 * (f * fy + n * ny) + f * f * ff + 2 * f * n * fn + n * n * nn;
    }
  }

  /** Least squares, drawn towards the default. */
  public static RatingWeights of(Sums sums) {
    if (sums.rows() == 0) {
      return DEFAULT;
    }
    double ridgeF = PRIOR / sums.rows() * sums.ff() + TINY;
    double ridgeN = PRIOR / sums.rows() * sums.nn() + TINY;
    double ff = sums.ff() + ridgeF;
    double nn = sums.nn() + ridgeN;
    double fy = sums.fy() + ridgeF * DEFAULT.factors();
    double ny = sums.ny() + ridgeN * DEFAULT.neighbours();
    double determinant = ff * nn - sums.fn() * sums.fn();
    return new RatingWeights(
        (fy * nn - ny * sums.fn()) / determinant, (ny * ff - fy * sums.fn()) / determinant);
  }
}
