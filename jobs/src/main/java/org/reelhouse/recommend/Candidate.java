package org.reelhouse.recommend;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A title that can be recommended.
 *
 * @param number the integer that stands for it in the models; empty for a title nobody rated
 * @param factors in the ranking model; empty for a title it never saw
 * @param given source to the ratings its users gave
 */
record Candidate(
    String titleId, @Nullable Integer number, @Nullable Vector factors, Map<String, Given> given) {

  /** A title that nobody rated. */
  static Candidate unrated(String titleId) {
    return new Candidate(titleId, null, null, Map.of());
  }

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
