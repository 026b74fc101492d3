package org.reelhouse.recommend.links;

import java.util.Arrays;

/**
 * The highest of many scores, offered in any order, each position once; of equal scores the lower
 * position stands first.
 */
public final class TopScores {
  private final int[] positions;
  private final float[] scores;
  private int size;

  public TopScores(int capacity) {
    positions = new int[capacity];
    scores = new float[capacity];
  }

  /** No score below is kept; one that is not a number never is. */
  public float least() {
    return size == positions.length ? scores[size - 1] : Float.NEGATIVE_INFINITY;
  }

  public void offer(int position, float score) {
    if (Float.isNaN(score) || (size == positions.length && !isBefore(score, position, size - 1))) {
      return;
    }
    int place = size == positions.length ? size - 1 : size++;
    for (; place > 0 && isBefore(score, position, place - 1); place--) {
      positions[place] = positions[place - 1];
      scores[place] = scores[place - 1];
    }
    positions[place] = position;
    scores[place] = score;
  }

  private boolean isBefore(float score, int position, int place) {
    return score > scores[place] || (score == scores[place] && position < positions[place]);
  }

  /** Positions, best first. */
  public int[] positions() {
    return Arrays.copyOf(positions, size);
  }

  /** The positions as links, their scores as weights. */
  Links.To links() {
    return new Links.To(positions(), Arrays.copyOf(scores, size));
  }

  public float score(int place) {
    return scores[place];
  }
}
