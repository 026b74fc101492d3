package org.reelhouse.recommend;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reelhouse.recommend.Viewer.Rated;

/** Expects the ratings of one user after the other as {@link RatingModel} does of all. */
record ExpectedRatings(RatingFoldIn foldIn, Neighbourhood neighbourhood, RatingWeights weights) {

  /**
   * What a user would rate titles, 0 to 10.
   *
   * @param numbers of titles, empty for one that nobody rated
   */
  List<@Nullable Double> of(List<Rated> rated, List<@Nullable Integer> numbers) {
    float[] user = foldIn.user(rated);
    List<@Nullable Double> expected = new ArrayList<>();
    for (Integer number : numbers) {
      expected.add(number == null ? null : of(user, rated, number));
    }
    return expected;
  }

  private double of(float[] user, List<Rated> rated, int number) {
    double biases = foldIn.biases(user, number);
    double byFactors = foldIn.product(user, number) - biases;
    double userBias = user[foldIn.rank()] - foldIn.mean();
    double byNeighbours = neighbourhood.of(rated, number).aboveBiases(userBias);
    double expected = biases + weights.factors() * byFactors + weights.neighbours() * byNeighbours;
    return Math.min(10, Math.max(0, expected));
  }
}
