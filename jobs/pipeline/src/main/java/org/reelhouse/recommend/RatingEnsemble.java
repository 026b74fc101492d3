package org.reelhouse.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.sql.SparkSession;
import org.reelhouse.recommend.RecommendSettings.RatingBlend;

/**
 * Several opinions about a rating, fitted to the same ratings: damped biases, ALS on what they
 * leave, the neighbours of the title and of the user there, and how typical the choice of the title
 * is. {@link RatingsEvaluation} weighs them.
 *
 * @param training ratings, users by titles
 * @param residuals what the biases leave of them
 * @param factors of MLlib's ALS on the residuals, one for each rank
 * @param choices factors of implicit ALS on what was rated, whatever the rating; none where there
 *     are very many ratings
 * @param titleLinks titles whose residuals are alike
 * @param userLinks users whose residuals are alike; without links where there are too many users
 */
record RatingEnsemble(
    RatingMatrix training,
    RatingMatrix byTitle,
    MatrixBiases biases,
    RatingMatrix residuals,
    List<Factors> factors,
    Optional<Factors> choices,
    Links titleLinks,
    Links userLinks,
    RatingBlend settings) {
  private static final Links.To NONE = new Links.To(new int[0], new float[0]);

  static RatingEnsemble fit(SparkSession spark, RatingMatrix training, RecommendSettings all) {
    RatingBlend settings = all.ratingBlend();
    MatrixBiases biases =
        MatrixBiases.of(training, settings.userDamping(), settings.titleDamping());
    RatingMatrix residuals = biases.residuals(training);
    RatingMatrix byTitle = residuals.transposed();
    List<Factors> factors = new ArrayList<>();
    for (RecommendSettings.Factors one : affordable(training, settings)) {
      ALS als =
          als(
                  all,
                  one.rank(),
                  isThorough(training, settings) ? settings.iterations() : FEW_ITERATIONS)
              .setRegParam(one.regularization());
      factors.add(Factors.fit(spark, residuals, als));
    }
    return new RatingEnsemble(
        training,
        byTitle,
        biases,
        residuals,
        factors,
        isThorough(training, settings)
            ? Optional.of(choices(spark, training, all))
            : Optional.empty(),
        titleLinks(spark, residuals, settings),
        training.rows() <= settings.mostUsers()
            ? links(spark, residuals, byTitle, settings)
            : new Links(Collections.nCopies(training.rows(), NONE)),
        settings);
  }

  /** The ALS to fit; of those that come to the same rank the first alone. */
  private static List<RecommendSettings.Factors> affordable(
      RatingMatrix training, RatingBlend settings) {
    Map<Integer, RecommendSettings.Factors> byRank = new LinkedHashMap<>();
    for (RecommendSettings.Factors one : settings.factors()) {
      int rank =
          Work.affordableRank(
              one.rank(), training.size(), settings.iterations(), settings.mostWork());
      byRank.putIfAbsent(rank, new RecommendSettings.Factors(rank, one.regularization()));
    }
    return List.copyOf(byRank.values());
  }

  // Each further one changes little where a user and a title have many ratings.
  private static final int FEW_ITERATIONS = 5;

  /** Whether there are so few ratings that the dearer ways pay. */
  static boolean isThorough(RatingMatrix training, RatingBlend settings) {
    return training.size() <= settings.thoroughTo();
  }

  private static ALS als(RecommendSettings all, int rank, int iterations) {
    return new ALS()
        .setRank(rank)
        .setMaxIter(iterations)
        .setNumBlocks(all.partitions())
        .setSeed(all.seed());
  }

  private static Factors choices(SparkSession spark, RatingMatrix training, RecommendSettings all) {
    float[] ones = new float[training.size()];
    Arrays.fill(ones, 1);
    ALS als =
        als(all, CHOICE_RANK, all.ratingBlend().iterations())
            .setImplicitPrefs(true)
            .setRegParam(CHOICE_REGULARIZATION)
            .setAlpha(CHOICE_ALPHA);
    return Factors.fit(spark, training.withValues(ones), als);
  }

  // Plain values of implicit ALS: the blend needs a rough notion of how expected a choice is.
  private static final int CHOICE_RANK = 16;
  private static final double CHOICE_REGULARIZATION = 0.1;
  private static final double CHOICE_ALPHA = 2;

  private static Links titleLinks(
      SparkSession spark, RatingMatrix residuals, RatingBlend settings) {
    int users = residuals.rowsWithin(settings.mostPairs(), ratings -> (long) ratings * ratings);
    RatingMatrix some = residuals.firstRows(users);
    return links(spark, some.transposed(), some, settings);
  }

  private static Links links(
      SparkSession spark, RatingMatrix of, RatingMatrix across, RatingBlend settings) {
    return Links.find(
        spark,
        of.rows(),
        new ResidualSimilarity(of, across, settings.links(), settings.shrinkage()));
  }

  /** Names of the opinions, in their order. */
  List<String> names() {
    List<String> names = new ArrayList<>(List.of("user bias", "title bias"));
    affordable(training, settings).forEach(one -> names.add("als " + one.rank()));
    names.addAll(
        List.of("similar titles", "similar users", "choice", "user ratings", "title ratings"));
    return names;
  }

  /** The opinions about each cell of a matrix, in the order of its entries. */
  double[][] opinions(RatingMatrix cells) {
    double[][] opinions = new double[cells.size()][];
    IntStream.range(0, cells.rows())
        .parallel()
        .forEach(
            user -> {
              for (int entry = cells.start(user); entry < cells.end(user); entry++) {
                opinions[entry] = opinions(user, cells.column(entry));
              }
            });
    return opinions;
  }

  private double[] opinions(int user, int title) {
    DoubleStream first = DoubleStream.of(biases.user(user), biases.title(title));
    DoubleStream products = factors.stream().mapToDouble(one -> one.product(user, title));
    DoubleStream last =
        DoubleStream.of(
            ofSimilarTitles(user, title),
            ofSimilarUsers(user, title),
            choices.map(one -> one.product(user, title)).orElse(0f),
            Math.log1p(training.count(user)),
            Math.log1p(byTitle.count(title)));
    return DoubleStream.concat(DoubleStream.concat(first, products), last).toArray();
  }

  private double ofSimilarTitles(int user, int title) {
    Links.To links = titleLinks.of().get(title);
    Mean mean = new Mean(settings.damping());
    for (int i = 0; i < links.size() && mean.count < settings.neighbours(); i++) {
      mean.add(residuals.find(user, links.row(i)), links.weight(i));
    }
    return mean.value();
  }

  private double ofSimilarUsers(int user, int title) {
    Links.To links = userLinks.of().get(user);
    Mean mean = new Mean(settings.damping());
    for (int i = 0; i < links.size() && mean.count < settings.neighbours(); i++) {
      mean.add(residuals.find(links.row(i), title), links.weight(i));
    }
    return mean.value();
  }

  /** The weighted mean of residuals, drawn towards 0. */
  private final class Mean {
    private double sum;
    private double weights;
    private int count;

    private Mean(double damping) {
      weights = damping;
    }

    /** Adds an entry; a negative one stands for none. */
    private void add(int entry, double weight) {
      if (entry >= 0) {
        sum += weight * residuals.value(entry);
        weights += weight;
        count++;
      }
    }

    private double value() {
      return sum == 0 ? 0 : sum / weights;
    }
  }
}
