package org.reelhouse.recommend.links;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopScoresTest {

  @Test
  void keepsTheHighestBestFirst() {
    TopScores top = new TopScores(2);

    offer(top, 0.1f, 0.9f, 0.5f, 0.2f);

    assertThat(top.positions()).containsExactly(1, 2);
    assertThat(top.score(0)).isEqualTo(0.9f);
  }

  @Test
  void ofEqualScoresTheLowerPositionWins() {
    TopScores top = new TopScores(2);

    top.offer(2, 0.5f);
    offer(top, 0.5f, 0.5f);

    assertThat(top.positions()).containsExactly(0, 1);
  }

  @Test
  void passesOverWhatIsNotANumber() {
    TopScores top = new TopScores(2);

    offer(top, Float.NaN, -1f);

    assertThat(top.positions()).containsExactly(1);
  }

  private static void offer(TopScores top, float... scores) {
    for (int position = 0; position < scores.length; position++) {
      top.offer(position, scores[position]);
    }
  }
}
