package org.reelhouse.recommend.model;

/**
 * What an ALS costs: each iteration adds up a matrix of rank² / 2 for each rating, once for its
 * user and once for its title. So on many ratings a lower rank has to do.
 */
final class AlsBudget {
  // Below, what is saved is little: moving factors and ratings about costs as much.
  private static final int LEAST_RANK = 8;

  private AlsBudget() {}

  /**
   * The rank asked for, or the highest below with which {@code ratings · iterations · rank²} is not
   * above the limit, though never less than 8.
   */
  static int affordableRank(int rank, long ratings, int iterations, double most) {
    double affordable = Math.sqrt(most / ((double) ratings * iterations));
    return (int) Math.min(rank, Math.max(LEAST_RANK, affordable));
  }
}
