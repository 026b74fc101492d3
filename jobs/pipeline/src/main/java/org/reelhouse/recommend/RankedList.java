package org.reelhouse.recommend;

import java.util.Arrays;
import java.util.List;

/** The best titles of a user: of all that the training part knows, those the user has not rated. */
final class RankedList {
  private final RatingMatrix training;
  private final int[] ratings;

  RankedList(RatingMatrix training) {
    this.training = training;
    ratings = new int[training.columns()];
    for (int entry = 0; entry < training.size(); entry++) {
      ratings[training.column(entry)]++;
    }
  }

  /** Training ratings of a title. */
  int ratings(int title) {
    return ratings[title];
  }

  /** The titles with the highest scores, best first. */
  List<Integer> best(int user, float[] scores, int count) {
    TopScores top = new TopScores(count);
    int seen = training.start(user);
    for (int title = 0; title < scores.length; title++) {
      if (seen < training.end(user) && training.column(seen) == title) {
        seen++;
      } else if (ratings[title] > 0) {
        top.offer(title, scores[title]);
      }
    }
    return Arrays.stream(top.positions()).boxed().toList();
  }
}
