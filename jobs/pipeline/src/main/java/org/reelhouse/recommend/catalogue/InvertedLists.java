package org.reelhouse.recommend.catalogue;

/**
 * For each term the titles that have it, with its weight there, one list after the other. A list
 * longer than the block is cut.
 */
final class InvertedLists {
  private final int[] starts;
  private final int[] titles;
  private final float[] weights;
  private final boolean[] whole;

  private InvertedLists(int[] starts, int[] titles, float[] weights, boolean[] whole) {
    this.starts = starts;
    this.titles = titles;
    this.weights = weights;
    this.whole = whole;
  }

  /**
   * The lists of vectors.
   *
   * @param order positions; those that come first stand in lists that are cut
   */
  static InvertedLists of(TermVectors vectors, int[] order, int block) {
    int[] frequencies = vectors.frequencies();
    int[] vectorStarts = vectors.starts();
    int[] terms = vectors.terms();
    float[] vectorWeights = vectors.weights();
    int[] lengths = new int[frequencies.length];
    for (int term : terms) {
      lengths[term] = Math.min(block, lengths[term] + 1);
    }
    int[] starts = new int[frequencies.length + 1];
    boolean[] whole = new boolean[frequencies.length];
    for (int term = 0; term < lengths.length; term++) {
      starts[term + 1] = starts[term] + lengths[term];
      whole[term] = frequencies[term] <= block;
    }
    int[] titles = new int[starts[lengths.length]];
    float[] weights = new float[titles.length];
    int[] next = java.util.Arrays.copyOf(starts, lengths.length);
    for (int title : order) {
      for (int place = vectorStarts[title]; place < vectorStarts[title + 1]; place++) {
        int term = terms[place];
        if (next[term] < starts[term + 1]) {
          titles[next[term]] = title;
          weights[next[term]++] = vectorWeights[place];
        }
      }
    }
    return new InvertedLists(starts, titles, weights, whole);
  }

  int[] starts() {
    return starts.clone();
  }

  int[] titles() {
    return titles.clone();
  }

  float[] weights() {
    return weights.clone();
  }

  /** Whether the list of each term holds all titles that have it. */
  boolean[] whole() {
    return whole.clone();
  }
}
