package org.reelhouse.recommend.catalogue;

import java.util.Map;

/**
 * A rated title.
 *
 * @param number the integer that stands for it in the models
 * @param bySource source to the ratings of its users
 */
public record RatedTitle(int number, Map<String, RatingSum> bySource) {

  /** Ratings in all sources. */
  RatingSum overall() {
    return bySource.values().stream().reduce(new RatingSum(0, 0), RatingSum::plus);
  }

  /**
   * Some ratings.
   *
   * @param count how many
   * @param sum of their values, 0 to 10 each
   */
  public record RatingSum(long count, double sum) {
    RatingSum plus(RatingSum other) {
      return new RatingSum(count + other.count, sum + other.sum);
    }
  }
}
