package org.reelhouse.recommend;

import java.util.function.UnaryOperator;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.recommend.RecommendSettings.Factors;

/**
 * Both models of the same ratings.
 *
 * @param biases that the rating model was fitted to what is left by
 * @param rating expects the rating a user would give
 * @param ranking ranks titles
 * @param catalogue what executors need to rank, held by each of them
 */
record Models(Biases biases, RatingModel rating, ALSModel ranking, Broadcast<Catalogue> catalogue) {

  /**
   * Fits to {@link Observations}, which must not be empty.
   *
   * @param size of the observations
   * @param linksFactor how much counts in a ranking what rated titles tell of others
   * @param asked factors of the rating model
   * @param weights of the parts of an expected rating
   */
  static Models fit(
      Dataset<Row> observations,
      Size size,
      Candidates candidates,
      double linksFactor,
      Factors asked,
      RatingWeights weights,
      RecommendSettings settings,
      UnaryOperator<Dataset<Row>> keep) {
    TitleLinks links = links(observations, size, candidates, settings);
    Biases biases = Biases.of(observations, settings, keep);
    RatingModel rating =
        RatingModel.fit(biases, asked, candidates.titles(), links, weights, settings, keep);
    ALSModel ranking = RankingModel.fit(observations, settings);
    Catalogue catalogue =
        candidates.catalogue(observations, ranking).with(links.scaled(linksFactor));
    return new Models(
        biases,
        rating,
        ranking,
        JavaSparkContext.fromSparkContext(observations.sparkSession().sparkContext())
            .broadcast(catalogue));
  }

  private static TitleLinks links(
      Dataset<Row> observations, Size size, Candidates candidates, RecommendSettings settings) {
    if (settings.titleLinks().maxRatings() == 0) {
      return TitleLinks.NONE;
    }
    Dataset<Row> some =
        Observations.ofSomeUsers(
            observations, size.rows(), settings.titleLinks().maxRatings(), settings.seed());
    RatingMatrix chosen = ChosenTitles.of(some, candidates.titles().get());
    return TitleLinks.learn(observations.sparkSession(), chosen, settings);
  }

  /** One row for each user, with what the user rated and the factors in the ranking model. */
  Dataset<Row> viewers(Dataset<Row> observations) {
    Dataset<Row> factors = ranking.userFactors().toDF("user", "factors");
    return Observations.perUser(observations).join(factors, "user");
  }
}
