package org.reelhouse.recommend.evaluation;

import java.util.List;
import java.util.Set;

/**
 * How good a ranked list is, when some titles are known to be relevant and all others count as not.
 */
final class RankingQuality {
  private RankingQuality() {}

  /**
   * Normalised discounted cumulative gain: the sum of 1 / log2(place + 1) over the relevant titles
   * in the list, over the same sum for the best possible list. 0 to 1.
   *
   * @param list best first; at most {@code cutoff} titles
   * @param relevant at least one
   */
  static double ndcg(List<Integer> list, Set<Integer> relevant, int cutoff) {
    double gain = 0;
    double ideal = 0;
    for (int place = 0; place < cutoff; place++) {
      double discounted = Math.log(2) / Math.log(place + 2);
      gain += place < list.size() && relevant.contains(list.get(place)) ? discounted : 0;
      ideal += place < relevant.size() ? discounted : 0;
    }
    return gain / ideal;
  }

  /** The share of the relevant titles, at least one, that is in the list. 0 to 1. */
  static double recall(List<Integer> list, Set<Integer> relevant) {
    return (double) list.stream().filter(relevant::contains).count() / relevant.size();
  }

  /**
   * Average precision: the sum of the precision down to each relevant title in the list, over the
   * number of relevant titles or the cutoff, whichever is less. 0 to 1; its mean over users is MAP.
   */
  static double averagePrecision(List<Integer> list, Set<Integer> relevant, int cutoff) {
    int hits = 0;
    double sum = 0;
    for (int place = 0; place < list.size(); place++) {
      if (relevant.contains(list.get(place))) {
        hits++;
        sum += (double) hits / (place + 1);
      }
    }
    return sum / Math.min(cutoff, relevant.size());
  }
}
