package org.reelhouse.recommend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.PipelineException;
import org.reelhouse.lake.Lake;
import org.reelhouse.models.History;
import org.reelhouse.models.Registry;
import org.reelhouse.recommend.catalogue.Catalogue;
import org.reelhouse.recommend.catalogue.Observed;
import org.reelhouse.recommend.catalogue.RatedTitles;
import org.reelhouse.recommend.model.LinkedTitles;
import org.reelhouse.recommend.model.RankingModel;
import org.reelhouse.recommend.model.RankingVersion;
import org.reelhouse.recommend.model.RatingModel;
import org.reelhouse.recommend.model.SavedRanking;
import org.reelhouse.recommend.model.SavedRating;
import org.reelhouse.recommend.model.Served;
import org.reelhouse.recommend.observations.Observations;
import org.reelhouse.tables.Gold;

/**
 * The rated titles as the models of the last run know them: all that it takes to recommend to some
 * users without fitting or reading the ratings of others.
 *
 * @param rows the most rated titles, with their numbers as {@code title}
 */
record RecommendationTitles(Lake lake, List<Row> rows) {

  /** The rows of {@code gold.recommendation_title}; of two rankings the first. */
  static Dataset<Row> rows(Served served, Observed observed) {
    RankingVersion ranking = served.rankings().get(0);
    return RatedTitles.ratedTitles(observed.ratings())
        .join(observed.numbered().select("title", "title_id"), "title")
        .withColumn("ranking_factors", SavedRanking.factors(ranking.model()))
        .withColumn("ranking_influences", LinkedTitles.byNumber(ranking.model()))
        .withColumn("recent_popularity", SavedRanking.recent(ranking.model()))
        .withColumn("rating_factors", SavedRating.factors(served.rating()))
        .withColumn("rating_influences", LinkedTitles.byNumber(served.rating()))
        .withColumn("ranking_version", lit(ranking.version()))
        .withColumn("rating_version", lit(served.ratingVersion()))
        .withColumnRenamed("title", "title_number");
  }

  /** title_id, ratings and number of each, as {@link Observations#titles}. */
  static Dataset<Row> numbered(Lake lake) {
    return lake.read(Gold.RECOMMENDATION_TITLE)
        .select(col("title_id"), col("ratings"), col("title_number").as("title"));
  }

  /** Those most rated that both models know. */
  static RecommendationTitles read(Lake lake, RecommendSettings settings) {
    return new RecommendationTitles(
        lake,
        lake.read(Gold.RECOMMENDATION_TITLE)
            .where(col("ranking_factors").isNotNull().and(col("rating_factors").isNotNull()))
            .orderBy(col("ratings").desc(), col("title_id"))
            .limit(settings.candidates())
            .withColumnRenamed("title_number", "title")
            .withColumnRenamed("ranking_factors", "factors")
            .collectAsList());
  }

  /** The ranking model, which knows these titles. */
  RankingModel ranking(Catalogue.Shared titles) {
    return SavedRanking.model(
        rows,
        parameters(RankingModel.NAME, "ranking_version"),
        LinkedTitles.readNumbers(rows, "ranking_influences", titles.get()),
        RatedTitles.catalogue(rows, titles));
  }

  /** The rating model, which knows these titles. */
  RatingModel rating(Catalogue.Shared titles) {
    return SavedRating.model(
        rows,
        parameters(RatingModel.NAME, "rating_version"),
        LinkedTitles.readNumbers(rows, "rating_influences", titles.get()),
        titles);
  }

  /** Those of the version that all rows are of. */
  private Map<String, String> parameters(String model, String column) {
    History history = Registry.read(lake).history(model);
    return rows.stream()
        .findFirst()
        .flatMap(row -> history.version(row.<Integer>getAs(column)))
        .orElseThrow(
            () ->
                new PipelineException(
                    "Cannot recommend to some users: the version of %s that their titles are of is not recorded in this lake. Run the job recommend first."
                        .formatted(model)))
        .parameters();
  }
}
