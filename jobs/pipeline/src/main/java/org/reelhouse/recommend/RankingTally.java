package org.reelhouse.recommend;

import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.reelhouse.recommend.RankingEvaluation.ModelQuality;

/** Adds up the quality of one model's lists, user by user. */
final class RankingTally {
  private static final int WARM_FROM = 20;
  private static final List<String> POPULARITY = List.of("popular", "middling", "rare");

  private final RatingMatrix training;
  private final RankedList known;
  private final int cutoff;
  private final int[] thirds;
  private final int raters;
  private final BitSet recommended = new BitSet();
  private final Mean ndcg = new Mean();
  private final Mean recall = new Mean();
  private final Mean averagePrecision = new Mean();
  private final Mean hits = new Mean();
  private final Mean novelty = new Mean();
  private final Mean cold = new Mean();
  private final Mean warm = new Mean();
  private final List<Mean> found = List.of(new Mean(), new Mean(), new Mean());

  RankingTally(RatingMatrix training, RankedList known, int cutoff) {
    this.training = training;
    this.known = known;
    this.cutoff = cutoff;
    thirds = thirds();
    raters =
        (int) IntStream.range(0, training.rows()).filter(user -> training.count(user) > 0).count();
  }

  /** For each title 0, 1 or 2: whether it is popular, middling or rare. */
  private int[] thirds() {
    int[] thirds = new int[training.columns()];
    long before = 0;
    for (int title :
        IntStream.range(0, thirds.length)
            .boxed()
            .sorted(Comparator.comparingInt((Integer title) -> -known.ratings(title)))
            .toList()) {
      thirds[title] = (int) Math.min(2, before * 3 / Math.max(1, training.size()));
      before += known.ratings(title);
    }
    return thirds;
  }

  /** Adds the list of a user, who has relevant titles. */
  void add(int user, List<Integer> list, Set<Integer> relevant) {
    double gain = RankingQuality.ndcg(list, relevant, cutoff);
    ndcg.add(gain);
    (training.count(user) < WARM_FROM ? cold : warm).add(gain);
    recall.add(RankingQuality.recall(list, relevant));
    averagePrecision.add(RankingQuality.averagePrecision(list, relevant, cutoff));
    hits.add(list.stream().anyMatch(relevant::contains) ? 1 : 0);
    for (int title : list) {
      recommended.set(title);
      novelty.add(-Math.log((double) known.ratings(title) / raters) / Math.log(2));
    }
    for (int title : relevant) {
      found.get(thirds[title]).add(list.contains(title) ? 1 : 0);
    }
  }

  ModelQuality quality(String model) {
    long titles =
        IntStream.range(0, training.columns()).filter(title -> known.ratings(title) > 0).count();
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
        (double) recommended.cardinality() / titles,
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
