package org.reelhouse.recommend.model;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.recommend.RecommendSettings.Factors;
import org.reelhouse.recommend.RecommendSettings.Preferences;
import org.reelhouse.recommend.catalogue.Observed;
import org.reelhouse.recommend.catalogue.RatedTitles;
import org.reelhouse.recommend.catalogue.Titles;
import org.reelhouse.recommend.links.SparseMatrix;
import org.reelhouse.recommend.links.TitleLinks;
import org.reelhouse.recommend.observations.Observations;

/**
 * Fits both models of the design that is set to some ratings. The job, its evaluation on held-out
 * ratings, and the evaluations on files all fit by this class alone. Used by one thread.
 */
public final class Trainer {
  private final Observed observed;
  private final Dataset<Row> ratings;
  private final long rows;
  private final RecommendSettings settings;
  private @Nullable TitleLinks links;
  private @Nullable Biases biases;

  /**
   * A trainer.
   *
   * @param observed all ratings of the run, whose number says which ranks are affordable
   * @param ratings those to fit to, at least one
   * @param rows how many those are
   */
  public Trainer(Observed observed, Dataset<Row> ratings, long rows, RecommendSettings settings) {
    this.observed = observed;
    this.ratings = ratings;
    this.rows = rows;
    this.settings = settings;
  }

  RecommendSettings settings() {
    return settings;
  }

  /** The ratings that are fitted to. */
  Dataset<Row> ratings() {
    return ratings;
  }

  /** The ranking model; what is added to the factors has the weight 1. */
  public RankingModel ranking() {
    RecommendSettings.RankingModel design = settings.design().ranking();
    List<RankingFoldIn> foldIns = new ArrayList<>();
    for (Preferences asked : design.factors()) {
      foldIns.add(preferences(asked));
    }
    Titles titles = observed.titles().get();
    return new RankingModel(
        RatedTitles.catalogue(ratings, observed.titles()),
        foldIns,
        links(),
        design.recentDays() == 0
            ? new float[0]
            : RecentPopularity.of(ratings, titles, design.recentDays()));
  }

  private RankingFoldIn preferences(Preferences asked) {
    Column weight = greatest(col("rating").divide(10), lit(RankingFoldIn.LEAST_WEIGHT));
    ALSModel model =
        als(asked.rank(), asked.iterations(), asked.regularization())
            .setRatingCol("weight")
            .setImplicitPrefs(true)
            .setAlpha(asked.alpha())
            .fit(ratings.select(col("user"), col("title"), weight.cast("float").as("weight")));
    return new RankingFoldIn(
        TitleFactors.collected(model.itemFactors(), model.rank(), observed.titles()),
        asked.alpha(),
        asked.regularization());
  }

  private ALS als(int rank, int iterations, double regularization) {
    return new ALS()
        .setUserCol("user")
        .setItemCol("title")
        .setRank(
            AlsBudget.affordableRank(
                rank, observed.size().rows(), iterations, settings.alsBudget()))
        .setMaxIter(iterations)
        .setRegParam(regularization)
        .setNumBlocks(settings.partitions())
        .setSeed(settings.seed());
  }

  /** The rating model with some factors and weights. */
  public RatingModel rating(Factors asked, RatingWeights weights) {
    RatingFoldIn foldIn = foldIn(asked);
    return RatingModel.of(
        foldIn, observed.titles(), links(), weights, biases().lowest(), biases().highest());
  }

  /** The same model with other factors. */
  public RatingModel refitted(RatingModel model, Factors asked) {
    return model.with(foldIn(asked));
  }

  private RatingFoldIn foldIn(Factors asked) {
    RecommendSettings.RatingModel design = settings.design().rating();
    ALSModel model =
        als(asked.rank(), design.iterations(), asked.regularization())
            .setRatingCol("residual")
            .fit(biases().residuals());
    TitleFactors factors =
        TitleFactors.collected(model.itemFactors(), model.rank(), observed.titles());
    return new RatingFoldIn(
        withBiases(factors, biases().ofTitles()),
        biases().mean(),
        design.userDamping(),
        asked.regularization());
  }

  /** The factors of each title, then 1 and its bias. */
  private static TitleFactors withBiases(TitleFactors factors, Map<Integer, Float> biases) {
    Map<Integer, float[]> both = new HashMap<>();
    factors
        .numbers()
        .forEach(
            number -> {
              float[] own = factors.of(number);
              if (own != null) {
                float[] title = Arrays.copyOf(own, own.length + 2);
                title[own.length] = 1;
                title[own.length + 1] = biases.getOrDefault(number, 0f);
                both.put(number, title);
              }
            });
    return TitleFactors.of(both, factors.rank() + 2);
  }

  private Biases biases() {
    if (biases == null) {
      biases =
          Biases.of(ratings, settings.design().rating(), settings.partitions(), observed.keep());
    }
    return biases;
  }

  /** Learned from the ratings of some users, so that the cost is bounded. */
  private TitleLinks links() {
    if (links == null) {
      int most = settings.design().titleLinks().maxRatings();
      links = most == 0 ? TitleLinks.NONE : learned(most);
    }
    return links;
  }

  private TitleLinks learned(int most) {
    Dataset<Row> some = Observations.ofSomeUsers(ratings, rows, most, settings.seed());
    SparseMatrix chosen = ChosenTitles.of(some, observed.titles().get());
    return TitleLinks.learn(ratings.sparkSession(), chosen, settings);
  }
}
