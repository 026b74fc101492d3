package org.reelhouse.recommend;

import java.util.Arrays;

/**
 * The highest of many scores, offered in ascending order of their positions; of equal scores the
 * first offered stands first.
 */
final class TopScores {
  private final int[] positions;
  private final float[] scores;
  private int size;

  TopScores(int capacity) {
    positions = new int[capacity];
    scores = new float[capacity];
  }

  /** Only scores above are kept; a score that is not a number never is. */
  float least() {
    return size == positions.length ? scores[size - 1] : Float.NEGATIVE_INFINITY;
  }

  void offer(int position, float score) {
    if (!(score > least())) {
      return;
    }
    int place = size == positions.length ? size - 1 : size++;
    for (; place > 0 && scores[place - 1] < score; place--) {
      positions[place] = positions[place - 1];
      scores[place] = scores[place - 1];
    }
    positions[place] = position;
    scores[place] = score;
  }

  /** Positions, best first. */
  int[] positions() {
    return Arrays.copyOf(positions, size);
  }

  /** The positions as links, their scores as weights. */
  Links.To links() {
    return new Links.To(positions(), Arrays.copyOf(scores, size));
  }

  float score(int place) {
    return scores[place];
  }
}
