package org.reelhouse.recommend;

import java.util.Random;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.sql.SparkSession;
import org.reelhouse.recommend.RecommendSettings.RankingModel;

/** The rankers that are blended, and those that stand beside for comparison. */
final class Rankers {
  private static final double A_DAY = 86_400;
  // A title rated 0 was chosen all the same.
  private static final float LEAST_SHARE = 0.1f;

  private Rankers() {}

  /** MLlib's ALS on implicit preferences; a rating counts by its share of the highest. */
  static Ranker als(
      SparkSession spark, RatingMatrix training, RankingModel model, RecommendSettings settings) {
    ALS als =
        new ALS()
            .setImplicitPrefs(true)
            .setRank(model.rank())
            .setMaxIter(model.iterations())
            .setRegParam(model.regularization())
            .setAlpha(model.alpha())
            .setNumBlocks(settings.partitions())
            .setSeed(settings.seed());
    Factors factors = Factors.fit(spark, confidences(training), als);
    return factors::products;
  }

  private static RatingMatrix confidences(RatingMatrix training) {
    float highest = 0;
    for (int entry = 0; entry < training.size(); entry++) {
      highest = Math.max(highest, training.value(entry));
    }
    float[] shares = new float[training.size()];
    for (int entry = 0; entry < shares.length; entry++) {
      shares[entry] = Math.max(LEAST_SHARE, training.value(entry) / highest);
    }
    return training.withValues(shares);
  }

  /** The sum of the links from what the user rated; links name for each title those that tell. */
  static Ranker linked(RatingMatrix training, Links links) {
    RatingMatrix outgoing = links.reversed(training.columns());
    return user -> {
      float[] scores = new float[training.columns()];
      for (int entry = training.start(user); entry < training.end(user); entry++) {
        int rated = training.column(entry);
        for (int link = outgoing.start(rated); link < outgoing.end(rated); link++) {
          scores[outgoing.column(link)] += outgoing.value(link);
        }
      }
      return scores;
    };
  }

  /** Titles by their number of ratings. */
  static Ranker popular(RatingMatrix training) {
    return recent(training, Double.POSITIVE_INFINITY);
  }

  /**
   * Titles by their number of ratings, each counted with {@code e^(-age / days)}, its age being
   * that at the newest rating.
   */
  static Ranker recent(RatingMatrix training, double days) {
    long newest = Long.MIN_VALUE;
    for (int entry = 0; entry < training.size(); entry++) {
      newest = Math.max(newest, training.time(entry));
    }
    float[] scores = new float[training.columns()];
    for (int entry = 0; entry < training.size(); entry++) {
      double age = (newest - training.time(entry)) / A_DAY;
      scores[training.column(entry)] += (float) Math.exp(-age / days);
    }
    return user -> scores;
  }

  /** Any order, for each user another. */
  static Ranker random(int titles, long seed) {
    return user -> {
      Random random = new Random(seed + user);
      float[] scores = new float[titles];
      for (int title = 0; title < titles; title++) {
        scores[title] = random.nextFloat();
      }
      return scores;
    };
  }
}
