package org.reelhouse.recommend.evaluation;

import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.reelhouse.recommend.catalogue.Catalogue;
import org.reelhouse.recommend.evaluation.RankingEvaluation.ModelQuality;

/** Adds up the quality of one model's lists, user by user. */
final class RankingTally {
  private static final int WARM_FROM = 20;
  private static final int RARE = 2;
  private static final List<String> POPULARITY = List.of("popular", "middling", "rare");

  private final Catalogue catalogue;
  private final long raters;
  private final int cutoff;
  private final int[] thirds;
  private final BitSet recommended = new BitSet();
  private final Mean ndcg = new Mean();
  private final Mean recall = new Mean();
  private final Mean averagePrecision = new Mean();
  private final Mean hits = new Mean();
  private final Mean novelty = new Mean();
  private final Mean cold = new Mean();
  private final Mean warm = new Mean();
  private final List<Mean> found = List.of(new Mean(), new Mean(), new Mean());

  /**
   * A tally.
   *
   * @param catalogue the titles as they were rated in the training part
   * @param raters users with training ratings
   */
  RankingTally(Catalogue catalogue, long raters, int cutoff) {
    this.catalogue = catalogue;
    this.raters = raters;
    this.cutoff = cutoff;
    thirds = thirds(catalogue);
  }

  /** For each position 0, 1 or 2: whether the title is popular, middling or rare. */
  private static int[] thirds(Catalogue catalogue) {
    int[] thirds = new int[catalogue.titles().rated()];
    long all = IntStream.range(0, thirds.length).mapToLong(catalogue::ratings).sum();
    long before = 0;
    for (int position :
        IntStream.range(0, thirds.length)
            .boxed()
            .sorted(Comparator.comparingLong((Integer position) -> -catalogue.ratings(position)))
            .toList()) {
      thirds[position] = (int) Math.min(RARE, before * 3 / Math.max(1, all));
      before += catalogue.ratings(position);
    }
    return thirds;
  }

  /**
   * Adds the list of a user, who has relevant titles.
   *
   * @param rated training ratings of the user
   * @param list titles by number, like the relevant ones
   */
  void add(int rated, List<Integer> list, Set<Integer> relevant) {
    double gain = RankingQuality.ndcg(list, relevant, cutoff);
    ndcg.add(gain);
    (rated < WARM_FROM ? cold : warm).add(gain);
    recall.add(RankingQuality.recall(list, relevant));
    averagePrecision.add(RankingQuality.averagePrecision(list, relevant, cutoff));
    hits.add(list.stream().anyMatch(relevant::contains) ? 1 : 0);
    for (int title : list) {
      Integer position = catalogue.titles().position(title);
      if (position != null) {
        recommended.set(position);
        novelty.add(-Math.log((double) catalogue.ratings(position) / raters) / Math.log(2));
      }
    }
    for (int title : relevant) {
      Integer position = catalogue.titles().position(title);
      found.get(position == null ? RARE : thirds[position]).add(list.contains(title) ? 1 : 0);
    }
  }

  ModelQuality quality(String model) {
    Map<String, Double> byUser = new LinkedHashMap<>();
    cold.putInto(byUser, "cold");
    warm.putInto(byUser, "warm");
    Map<String, Double> byTitle = new LinkedHashMap<>();
    for (int third = 0; third < POPULARITY.size(); third++) {
      found.get(third).putInto(byTitle, POPULARITY.get(third));
    }
    return new ModelQuality(
        model,
        ndcg.value(),
        recall.value(),
        averagePrecision.value(),
        hits.value(),
        (double) recommended.cardinality() / catalogue.titles().rated(),
        novelty.value(),
        byUser,
        byTitle);
  }

  private static final class Mean {
    private double sum;
    private long count;

    private void add(double value) {
      sum += value;
      count++;
    }

    private double value() {
      return count == 0 ? 0 : sum / count;
    }

    /** Puts the mean under a name, unless it is one of nothing. */
    private void putInto(Map<String, Double> means, String name) {
      if (count > 0) {
        means.put(name, value());
      }
    }
  }
}
