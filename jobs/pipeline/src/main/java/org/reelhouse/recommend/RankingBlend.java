package org.reelhouse.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A weighted sum of standardized rankers. The weights are found by beginning with the best ALS and
 * adding, again and again, the ranker that helps nDCG on a slice of the training ratings most
 * (Caruana and others, Ensemble Selection from Libraries of Models, 2004): few integers, which a
 * small slice cannot overfit much.
 *
 * @param weights by the name of the recipe; only those above 0
 */
record RankingBlend(Map<String, Integer> weights) {
  /** Titles of each ranker that take part in the search. */
  private static final int POOL = 100;

  /** Chooses on a slice, by rankers fitted to the rest. */
  static RankingBlend choose(List<Recipe> recipes, Fold slice, RecommendSettings settings) {
    List<Ranker> rankers =
        recipes.stream().map(recipe -> recipe.fit().apply(slice.training())).toList();
    int cutoff = settings.evaluation().cutoff();
    List<Pool> pools =
        IntStream.range(0, slice.test().rows())
            .filter(user -> slice.test().count(user) > 0 && slice.training().count(user) > 0)
            .limit(settings.rankingBlend().users())
            .parallel()
            .mapToObj(user -> Pool.of(user, slice, rankers, cutoff))
            .toList();
    return new RankingBlend(named(recipes, picks(recipes, pools, settings)));
  }

  /** How often each ranker is picked, at the best moment of the search, which ALS begins. */
  private static int[] picks(List<Recipe> recipes, List<Pool> pools, RecommendSettings settings) {
    int[] picks = new int[recipes.size()];
    int[] bestPicks = picks.clone();
    double best = Double.NEGATIVE_INFINITY;
    for (int pick = 0; pick < settings.rankingBlend().picks(); pick++) {
      int chosen = -1;
      double quality = Double.NEGATIVE_INFINITY;
      for (int ranker = 0; ranker < picks.length; ranker++) {
        if (pick > 0 || recipes.get(ranker).isCore()) {
          picks[ranker]++;
          double with =
              pools.parallelStream().mapToDouble(pool -> pool.ndcg(picks)).average().orElse(0);
          picks[ranker]--;
          if (with > quality) {
            quality = with;
            chosen = ranker;
          }
        }
      }
      picks[chosen]++;
      if (quality > best) {
        best = quality;
        bestPicks = picks.clone();
      }
    }
    return bestPicks;
  }

  private static Map<String, Integer> named(List<Recipe> recipes, int[] picks) {
    Map<String, Integer> named = new LinkedHashMap<>();
    for (int i = 0; i < picks.length; i++) {
      if (picks[i] > 0) {
        named.put(recipes.get(i).name(), picks[i]);
      }
    }
    return named;
  }

  /** The blend fitted to ratings. */
  Ranker fit(List<Recipe> recipes, RatingMatrix training) {
    List<Ranker> rankers = new ArrayList<>();
    List<Integer> factors = new ArrayList<>();
    for (Recipe recipe : recipes) {
      Integer weight = weights.get(recipe.name());
      if (weight != null) {
        rankers.add(recipe.fit().apply(training));
        factors.add(weight);
      }
    }
    return user -> {
      float[] sum = new float[training.columns()];
      for (int i = 0; i < rankers.size(); i++) {
        float[] scores = rankers.get(i).standardized(user);
        for (int title = 0; title < sum.length; title++) {
          sum[title] += factors.get(i) * scores[title];
        }
      }
      return sum;
    };
  }

  /** The scores that all rankers give one user's best titles, and which of these are relevant. */
  private static final class Pool {
    private final int[] titles;
    private final float[][] scores;
    private final Set<Integer> relevant;
    private final int cutoff;

    private Pool(int[] titles, float[][] scores, Set<Integer> relevant, int cutoff) {
      this.titles = titles;
      this.scores = scores;
      this.relevant = relevant;
      this.cutoff = cutoff;
    }

    static Pool of(int user, Fold slice, List<Ranker> rankers, int cutoff) {
      RankedList lists = new RankedList(slice.training());
      List<float[]> all = rankers.stream().map(ranker -> ranker.standardized(user)).toList();
      BitSet pooled = new BitSet();
      for (float[] scores : all) {
        lists.best(user, scores, POOL).forEach(pooled::set);
      }
      int[] titles = pooled.stream().toArray();
      float[][] kept = new float[all.size()][titles.length];
      for (int ranker = 0; ranker < kept.length; ranker++) {
        for (int i = 0; i < titles.length; i++) {
          kept[ranker][i] = all.get(ranker)[titles[i]];
        }
      }
      return new Pool(titles, kept, slice.test().columnsOf(user), cutoff);
    }

    private double ndcg(int[] picks) {
      float[] sum = new float[titles.length];
      for (int ranker = 0; ranker < picks.length; ranker++) {
        for (int i = 0; picks[ranker] > 0 && i < sum.length; i++) {
          sum[i] += picks[ranker] * scores[ranker][i];
        }
      }
      TopScores top = new TopScores(cutoff);
      for (int i = 0; i < sum.length; i++) {
        top.offer(i, sum[i]);
      }
      List<Integer> list = Arrays.stream(top.positions()).mapToObj(i -> titles[i]).toList();
      return RankingQuality.ndcg(list, relevant, cutoff);
    }
  }
}
