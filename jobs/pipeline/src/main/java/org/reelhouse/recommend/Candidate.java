package org.reelhouse.recommend;

import java.util.Map;

/**
 * A rated title as the ranking model knows it.
 *
 * @param number the integer that stands for it in the models
 * @param factors in the ranking model
 * @param given source to the ratings its users gave
 */
record Candidate(int number, Vector factors, Map<String, Given> given) {

  /** Ratings in all sources. */
  Given overall() {
    return given.values().stream().reduce(new Given(0, 0), Given::plus);
  }

  /**
   * Some ratings.
   *
   * @param count how many
   * @param sum of their values, 0 to 10 each
   */
  record Given(long count, double sum) {
    Given plus(Given other) {
      return new Given(count + other.count, sum + other.sum);
    }
  }
}
