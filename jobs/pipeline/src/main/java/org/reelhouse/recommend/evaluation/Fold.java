package org.reelhouse.recommend.evaluation;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.recommend.catalogue.Observed;
import org.reelhouse.recommend.catalogue.TitleFacts;
import org.reelhouse.recommend.catalogue.Titles;
import org.reelhouse.recommend.observations.Identifiers;
import org.reelhouse.recommend.observations.Observations;
import org.reelhouse.recommend.observations.Size;

/**
 * Ratings of files to learn from and others to measure on, as the job would have them in its lake:
 * from 0 to 10, with the same numbers for users and titles in both parts.
 *
 * @param observed what is learned from; only its titles can be recommended
 * @param test rows of user, title and rating
 * @param scale what a rating of a file was multiplied by
 */
record Fold(Observed observed, Dataset<Row> test, double scale) {
  private static final double HIGHEST = 10;

  /**
   * The fold of two sets of ratings.
   *
   * @param training rows of user_id, title_id, rating and rated_at, which may be null
   */
  static Fold of(Dataset<Row> training, Dataset<Row> test, RecommendSettings settings) {
    UnaryOperator<Dataset<Row>> keep = rows -> rows.persist(StorageLevel.MEMORY_AND_DISK());
    Dataset<Row> learned = keep.apply(newest(training));
    Row highest = learned.agg(max("rating")).head();
    double scale =
        highest.isNullAt(0) || highest.getDouble(0) <= 0 ? 1 : HIGHEST / highest.getDouble(0);
    Dataset<Row> scaled = scaled(learned, scale);
    Dataset<Row> measured = scaled(newest(test), scale);
    Dataset<Row> users = keep.apply(Observations.users(scaled.union(measured)));
    Dataset<Row> numbered =
        keep.apply(
            Identifiers.numbered(
                scaled.union(measured).select("title_id").distinct(), "title_id", "title"));
    Dataset<Row> ratings = keep.apply(Observations.of(scaled, users, numbered, settings));
    Titles titles = titles(ratings, numbered, settings);
    return new Fold(
        new Observed(users, numbered, ratings, Size.of(ratings), () -> titles, keep),
        keep.apply(
            measured
                .join(users.select("user_id", "user"), "user_id")
                .join(numbered, "title_id")
                .select(col("user"), col("title"), col("rating").cast("float").as("rating"))),
        scale);
  }

  /** One rating of each user and title, the newest, of two at one moment the higher. */
  private static Dataset<Row> newest(Dataset<Row> ratings) {
    return ratings
        .groupBy("user_id", "title_id")
        .agg(max_by(struct("rating", "rated_at"), struct("rated_at", "rating")).as("newest"))
        .select(
            col("user_id"),
            col("title_id"),
            col("newest.rating").cast("double").as("rating"),
            col("newest.rated_at").as("rated_at"));
  }

  private static Dataset<Row> scaled(Dataset<Row> ratings, double scale) {
    return ratings
        .withColumn("rating", col("rating").multiply(scale))
        .withColumn("source", lit("file"));
  }

  /** The titles with ratings to learn from; nothing else is known of them. */
  private static Titles titles(
      Dataset<Row> ratings, Dataset<Row> numbered, RecommendSettings settings) {
    List<TitleFacts> facts =
        ratings.select("title").distinct().join(numbered, "title").collectAsList().stream()
            .map(row -> TitleFacts.rated(row.getAs("title_id"), row.<Integer>getAs("title")))
            .toList();
    return Titles.of(facts, settings.content());
  }

  /** The training of the job on what is learned from. */
  Training training(RecommendSettings settings) {
    return new Training(observed, Optional.empty(), settings);
  }
}
