package org.reelhouse.recommend;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import org.reelhouse.recommend.RecommendSettings.RankingBlend;
import org.reelhouse.recommend.RecommendSettings.RankingModel;

/**
 * A ranker with its parameters, to be fitted to any ratings.
 *
 * @param isCore whether a blend may begin with it
 * @param fit makes the ranker of ratings, users by titles
 */
record Recipe(String name, boolean isCore, Function<RatingMatrix, Ranker> fit) {

  /**
   * All that may be blended.
   *
   * @param ratings that what is chosen will be fitted to
   * @param byTime whether the ratings to foretell are later than all others; only then does it mean
   *     anything what was popular of late
   */
  static List<Recipe> all(
      SparkSession spark, RecommendSettings settings, long ratings, boolean byTime) {
    RankingBlend blend = settings.rankingBlend();
    List<Recipe> recipes = new ArrayList<>();
    for (RankingModel model : affordable(blend, ratings)) {
      recipes.add(
          new Recipe(
              "als rank %d lambda %s alpha %s"
                  .formatted(model.rank(), plain(model.regularization()), plain(model.alpha())),
              true,
              training -> Rankers.als(spark, training, model, settings)));
    }
    for (double ridge : blend.ridges()) {
      recipes.add(
          new Recipe(
              "links ridge " + plain(ridge),
              false,
              training -> Rankers.linked(training, ridgeWeights(spark, training, blend, ridge))));
    }
    if (byTime) {
      for (double days : blend.recentDays()) {
        recipes.add(
            new Recipe(
                "popular of late, days " + plain(days),
                false,
                training -> Rankers.recent(training, days)));
      }
    }
    return recipes;
  }

  /** The ALS to fit; of those that come to the same settings one alone. */
  private static Set<RankingModel> affordable(RankingBlend blend, long ratings) {
    Set<RankingModel> affordable = new LinkedHashSet<>();
    for (RankingModel model : blend.factors()) {
      int rank = Work.affordableRank(model.rank(), ratings, model.iterations(), blend.mostWork());
      affordable.add(
          new RankingModel(rank, model.iterations(), model.regularization(), model.alpha()));
    }
    return affordable;
  }

  /** What stands beside for comparison. */
  static List<Recipe> baselines(SparkSession spark, RecommendSettings settings) {
    int neighbours = settings.rankingBlend().neighbours();
    return List.of(
        new Recipe(
            "item-kNN",
            false,
            training ->
                Rankers.linked(
                    training,
                    Links.find(
                        spark,
                        training.columns(),
                        new Cooccurrence(training.transposed(), training, neighbours, COSINE)))),
        new Recipe("Popular", false, Rankers::popular),
        new Recipe(
            "Random", false, training -> Rankers.random(training.columns(), settings.seed())));
  }

  private static final double COSINE = 0.5;

  private static Links ridgeWeights(
      SparkSession spark, RatingMatrix training, RankingBlend blend, double ridge) {
    // Numbers follow hashes, so the first users are any users.
    RatingMatrix some = training.firstRows(blend.mostUsers());
    RatingMatrix byTitle = some.transposed();
    Cooccurrence near =
        new Cooccurrence(byTitle, some, blend.neighbours(), blend.popularityPower());
    return Links.find(
        spark, training.columns(), new RidgeWeights(near, new Raters(byTitle), ridge));
  }

  private static String plain(double value) {
    return String.format(Locale.ROOT, "%s", value).replaceFirst("\\.0$", "");
  }
}
