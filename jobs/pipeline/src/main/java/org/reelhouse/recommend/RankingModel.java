package org.reelhouse.recommend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Ranks titles by what users chose to watch and rate: MLlib's ALS on implicit preferences (Hu,
 * Koren, Volinsky, Collaborative Filtering for Implicit Feedback Datasets, 2008).
 */
final class RankingModel {
  // A title rated 0 was chosen all the same; without confidence it would count as never met.
  private static final double LEAST_WEIGHT = 0.1;

  private RankingModel() {}

  /** Fits to {@link Observations}, which must not be empty. */
  static ALSModel fit(Dataset<Row> ratings, RecommendSettings settings) {
    Column weight = greatest(col("rating").divide(10), lit(LEAST_WEIGHT));
    return als(settings)
        .fit(ratings.select(col("user"), col("title"), weight.cast("float").as("weight")));
  }

  /** What a rating counts as, as in training. */
  static float weight(float rating) {
    return (float) Math.max(rating / 10.0, LEAST_WEIGHT);
  }

  private static ALS als(RecommendSettings settings) {
    return new ALS()
        .setImplicitPrefs(true)
        .setUserCol("user")
        .setItemCol("title")
        .setRatingCol("weight")
        .setRank(settings.ranking().rank())
        .setMaxIter(settings.ranking().iterations())
        .setRegParam(settings.ranking().regularization())
        .setAlpha(settings.ranking().alpha())
        .setNumBlocks(settings.partitions())
        .setSeed(settings.seed());
  }
}
