package org.reelhouse.recommend;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.reelhouse.PipelineException;

/**
 * How well titles are ranked for users on ratings that the models did not learn from. All titles of
 * the training part are ranked but those the user rated there; every held-out title is relevant,
 * whatever its rating. Parameters and weights are chosen on a slice of the training part that is
 * cut as the test part is.
 *
 * @param trained training ratings
 * @param users measured: those with training ratings and with a relevant title, or some of them
 *     where there are very many
 * @param newUsers with a relevant title and without training ratings; all get popular titles, and
 *     none is in the means
 * @param models ours first
 * @param weights of each ranker in our blend
 * @param fitSeconds wall-clock time of the search and of the fit
 */
public record RankingEvaluation(
    long trained,
    int users,
    int newUsers,
    List<ModelQuality> models,
    Map<String, Integer> weights,
    double fitSeconds) {
  /** The name of our model. */
  public static final String BLEND = "reelhouse";

  /**
   * The quality of one model's lists of k titles.
   *
   * @param ndcg mean over users of Σ 1/log2(place + 1) over relevant titles in the list, over the
   *     same sum of the best list possible
   * @param recall mean share of the relevant titles that is in the list
   * @param map mean of the precisions down to each relevant title, over min(k, relevant)
   * @param hitRate share of users with a relevant title in the list
   * @param coverage share of the training part's titles that are in any list
   * @param novelty mean over all places of -log2(share of the training users who rated the title)
   * @param ndcgByUser nDCG of cold users, with fewer than 20 training ratings, and of warm ones
   * @param recallByTitle share of the relevant titles that is found among the popular, the middling
   *     and the rare: the most rated titles with a third of the training ratings, the next third,
   *     the rest
   */
  public record ModelQuality(
      String model,
      double ndcg,
      double recall,
      double map,
      double hitRate,
      double coverage,
      double novelty,
      Map<String, Double> ndcgByUser,
      Map<String, Double> recallByTitle) {}

  /**
   * Learns from some ratings and measures on others, which are as old as these. All held-out titles
   * count, also those without training ratings, which nobody can find.
   */
  public static RankingEvaluation of(
      Dataset<Row> training, Dataset<Row> test, RecommendSettings settings) {
    return of(training.sparkSession(), Fold.of(training, test), settings, Optional.empty());
  }

  /**
   * Learns from all but the newest ratings and measures on these, as far as users and titles have
   * training ratings.
   *
   * @param share of the ratings that are held out
   */
  public static RankingEvaluation byTime(
      Dataset<Row> ratings, double share, RecommendSettings settings) {
    Fold fold = Fold.byTime(ratings, share);
    RankedList known = new RankedList(fold.training());
    RatingMatrix test = fold.test();
    return of(
        ratings.sparkSession(),
        new Fold(fold.training(), test.where(entry -> known.ratings(test.column(entry)) > 0)),
        settings,
        Optional.of(share));
  }

  /** Holds out the newest share of the training part too, if one is given; any ratings if not. */
  private static RankingEvaluation of(
      SparkSession spark, Fold fold, RecommendSettings settings, Optional<Double> newest) {
    List<Integer> measurable = withTest(fold, true);
    List<Integer> users =
        measurable.subList(0, Math.min(measurable.size(), settings.rankingBlend().measuredUsers()));
    if (users.isEmpty()) {
      throw new PipelineException(
          "Cannot evaluate: no user has ratings both to learn from and to measure on. Give other files, or another --time-split.");
    }
    long start = System.nanoTime();
    RatingMatrix training = fold.training();
    List<Recipe> recipes = Recipe.all(spark, settings, training.size(), newest.isPresent());
    RatingMatrix searched =
        training.firstRows(
            training.rowsWithin(settings.rankingBlend().searchRatings(), ratings -> ratings));
    Fold slice =
        newest
            .map(share -> Fold.cut(searched, share))
            .orElseGet(
                () -> Fold.random(searched, settings.rankingBlend().slice(), settings.seed()));
    RankingBlend blend = RankingBlend.choose(recipes, slice, settings);
    Ranker ours = blend.fit(recipes, fold.training());
    double seconds = (System.nanoTime() - start) / 1e9;
    List<ModelQuality> models = new ArrayList<>();
    models.add(quality(BLEND, ours, fold, users, settings));
    for (Recipe baseline : Recipe.baselines(spark, settings)) {
      Ranker ranker = baseline.fit().apply(fold.training());
      models.add(quality(baseline.name(), ranker, fold, users, settings));
    }
    return new RankingEvaluation(
        fold.training().size(),
        users.size(),
        withTest(fold, false).size(),
        models,
        blend.weights(),
        seconds);
  }

  private static List<Integer> withTest(Fold fold, boolean trained) {
    return IntStream.range(0, fold.test().rows())
        .filter(user -> fold.test().count(user) > 0)
        .filter(user -> fold.training().count(user) > 0 == trained)
        .boxed()
        .toList();
  }

  private static ModelQuality quality(
      String model, Ranker ranker, Fold fold, List<Integer> users, RecommendSettings settings) {
    int cutoff = settings.evaluation().cutoff();
    RankedList lists = new RankedList(fold.training());
    List<List<Integer>> chosen =
        users.parallelStream().map(user -> lists.best(user, ranker.scores(user), cutoff)).toList();
    RankingTally tally = new RankingTally(fold.training(), lists, cutoff);
    for (int i = 0; i < users.size(); i++) {
      tally.add(users.get(i), chosen.get(i), fold.test().columnsOf(users.get(i)));
    }
    return tally.quality(model);
  }
}
