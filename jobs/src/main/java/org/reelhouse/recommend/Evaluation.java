package org.reelhouse.recommend;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;
import static org.reelhouse.recommend.ExactSums.dampedMean;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.reelhouse.config.RecommendSettings;

/**
 * Measures both models on ratings they were not trained on, beside what is trivial: the mean and
 * the biases alone, and the popular titles.
 */
final class Evaluation {
  private static final StructType QUALITY =
      StructType.fromDDL(
          "held_out INT, ndcg DOUBLE, recall DOUBLE, popular_ndcg DOUBLE, popular_recall DOUBLE");

  private Evaluation() {}

  /**
   * All measures.
   *
   * @param viewers training part, as {@link Models#viewers}
   * @param heldOut {@link Observations}, at least one
   */
  static List<Metric> of(
      Models models, Dataset<Row> viewers, Dataset<Row> heldOut, RecommendSettings settings) {
    return Stream.concat(
            ratingErrors(models.rating(), heldOut).stream(),
            rankingQuality(viewers, heldOut, models.catalogue(), settings).stream())
        .toList();
  }

  /** RMSE and MAE of the rating model, the biases alone and the mean. */
  private static List<Metric> ratingErrors(RatingModel model, Dataset<Row> heldOut) {
    Row errors =
        model
            .predict(heldOut)
            .agg(
                count(lit(1)),
                dampedMean(squared(lit(model.mean())), 0),
                dampedMean(absolute(lit(model.mean())), 0),
                dampedMean(squared(col("bias_prediction")), 0),
                dampedMean(absolute(col("bias_prediction")), 0),
                dampedMean(squared(col("prediction")), 0),
                dampedMean(absolute(col("prediction")), 0))
            .head();
    List<Metric> metrics = new ArrayList<>();
    List<String> models = List.of("mean", "biases", RecommendJob.RATING_MODEL);
    for (int i = 0; i < models.size(); i++) {
      double rmse = Math.sqrt(errors.getDouble(1 + 2 * i));
      metrics.add(new Metric(models.get(i), "rmse", rmse, errors.getLong(0)));
      metrics.add(new Metric(models.get(i), "mae", errors.getDouble(2 + 2 * i), errors.getLong(0)));
    }
    return metrics;
  }

  /**
   * nDCG and recall of the ranking model and of the popular titles, over all candidates but those
   * in the training part; every held-out title counts as relevant.
   */
  private static List<Metric> rankingQuality(
      Dataset<Row> viewers,
      Dataset<Row> heldOut,
      Broadcast<Catalogue> catalogue,
      RecommendSettings settings) {
    int cutoff = settings.evaluation().cutoff();
    Row means =
        viewers
            .join(relevant(heldOut, settings.evaluation().users()), "user")
            .mapPartitions(
                (MapPartitionsFunction<Row, Row>)
                    part -> qualities(part, catalogue.value(), settings),
                Encoders.row(QUALITY))
            .agg(
                sum("held_out"),
                dampedMean(col("ndcg"), 0),
                dampedMean(col("recall"), 0),
                dampedMean(col("popular_ndcg"), 0),
                dampedMean(col("popular_recall"), 0))
            .head();
    if (means.isNullAt(0)) {
      return List.of();
    }
    long rows = means.getLong(0);
    return List.of(
        new Metric(RecommendJob.RANKING_MODEL, "ndcg@" + cutoff, means.getDouble(1), rows),
        new Metric(RecommendJob.RANKING_MODEL, "recall@" + cutoff, means.getDouble(2), rows),
        new Metric("popular", "ndcg@" + cutoff, means.getDouble(3), rows),
        new Metric("popular", "recall@" + cutoff, means.getDouble(4), rows));
  }

  /** The held-out titles of some users, who are chosen by a hash. */
  private static Dataset<Row> relevant(Dataset<Row> heldOut, int users) {
    return heldOut
        .groupBy("user")
        .agg(sort_array(collect_set("title")).as("relevant"))
        .orderBy(xxhash64(col("user")), col("user"))
        .limit(users);
  }

  private static Iterator<Row> qualities(
      Iterator<Row> viewers, Catalogue catalogue, RecommendSettings settings) {
    Recommender recommender = new Recommender(catalogue, settings);
    Iterable<Row> part = () -> viewers;
    return StreamSupport.stream(part.spliterator(), false)
        .map(
            viewer ->
                quality(viewer, recommender, catalogue.titles(), settings.evaluation().cutoff()))
        .iterator();
  }

  private static Row quality(Row row, Recommender recommender, Titles titles, int cutoff) {
    Viewer viewer = Viewer.of(row);
    Set<Integer> relevant = new HashSet<>(row.<Integer>getList(row.fieldIndex("relevant")));
    List<Integer> chosen = numbers(titles, recommender.choose(viewer, cutoff));
    List<Integer> popular = numbers(titles, recommender.popular(viewer, cutoff));
    return RowFactory.create(
        relevant.size(),
        RankingQuality.ndcg(chosen, relevant, cutoff),
        RankingQuality.recall(chosen, relevant),
        RankingQuality.ndcg(popular, relevant, cutoff),
        RankingQuality.recall(popular, relevant));
  }

  private static List<Integer> numbers(Titles titles, List<Choice> choices) {
    List<Integer> numbers = new ArrayList<>();
    choices.forEach(choice -> numbers.add(titles.number(choice.position())));
    return numbers;
  }

  private static Column squared(Column prediction) {
    return prediction.minus(col("rating")).multiply(prediction.minus(col("rating")));
  }

  private static Column absolute(Column prediction) {
    return abs(prediction.minus(col("rating")));
  }
}
