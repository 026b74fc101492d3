package org.reelhouse.recommend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.reelhouse.config.RecommendSettings;

/** Recommends for all users in one pass over them; each executor holds the whole catalogue. */
final class Recommendations {
  private static final StructType CHOSEN =
      StructType.fromDDL(
          "user INT, user_id STRING, rank INT, title INT, title_id STRING, score DOUBLE, reason STRING, because_title_id STRING");
  private static final StructType SIMILAR =
      StructType.fromDDL("title_id STRING, rank INT, similar_title_id STRING, similarity DOUBLE");

  private Recommendations() {}

  /** A value that every executor holds. */
  static Broadcast<Catalogue> broadcast(SparkSession spark, Catalogue catalogue) {
    return JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(catalogue);
  }

  /** One row for each user, with what the user rated and the factors in the ranking model. */
  static Dataset<Row> viewers(Dataset<Row> observations, ALSModel ranking) {
    Dataset<Row> factors = ranking.userFactors().toDF("user", "factors");
    return Observations.perUser(observations).join(factors, "user");
  }

  /**
   * The recommended titles of each viewer, as in the table and with {@code user}, {@code title}.
   */
  static Dataset<Row> chosen(
      Dataset<Row> viewers, Broadcast<Catalogue> catalogue, RecommendSettings settings) {
    int count = settings.perUser();
    int personalFrom = settings.personalFrom();
    return viewers.flatMap(
        (FlatMapFunction<Row, Row>)
            viewer -> choose(viewer, catalogue.value(), personalFrom, count),
        Encoders.row(CHOSEN));
  }

  private static Iterator<Row> choose(
      Row viewer, Catalogue catalogue, int personalFrom, int count) {
    List<Row> rows = new ArrayList<>();
    for (Recommender.Choice choice :
        new Recommender(catalogue, personalFrom).choose(Viewer.of(viewer), count)) {
      Integer because = choice.because();
      rows.add(
          RowFactory.create(
              viewer.getAs("user"),
              viewer.getAs("user_id"),
              rows.size() + 1,
              catalogue.number(choice.position()),
              catalogue.titleId(choice.position()),
              choice.score(),
              choice.personal() ? "personal" : "popular",
              because == null ? null : catalogue.titleId(because)));
    }
    return rows.iterator();
  }

  /** The chosen rows with the rating expected; none for a title that nobody rated. */
  static Dataset<Row> rated(Dataset<Row> chosen, RatingModel model) {
    return model
        .predict(chosen)
        .withColumn("predicted_rating", when(col("title").isNotNull(), col("prediction")))
        .drop("user", "title", "prediction", "bias_prediction");
  }

  /** The similar titles of each candidate that has enough ratings. */
  static Dataset<Row> similar(
      SparkSession spark, Broadcast<Catalogue> catalogue, RecommendSettings settings) {
    int count = settings.similar();
    int from = settings.similarFrom();
    return spark
        .range(0, catalogue.value().size(), 1, settings.partitions())
        .flatMap(
            (FlatMapFunction<Long, Row>)
                position -> similar(catalogue.value(), position.intValue(), count, from),
            Encoders.row(SIMILAR));
  }

  private static Iterator<Row> similar(Catalogue catalogue, int position, int count, int from) {
    if (catalogue.ratings(position) < from || !catalogue.factors().knows(position)) {
      return List.<Row>of().iterator();
    }
    TopScores top = catalogue.similar(position, count, from);
    int[] others = top.positions();
    return IntStream.range(0, others.length)
        .mapToObj(
            place ->
                RowFactory.create(
                    catalogue.titleId(position),
                    place + 1,
                    catalogue.titleId(others[place]),
                    (double) top.score(place)))
        .iterator();
  }
}
