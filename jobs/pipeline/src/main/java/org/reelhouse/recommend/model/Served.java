package org.reelhouse.recommend.model;

import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.reelhouse.models.Serving;
import org.reelhouse.models.TrafficSplit;
import org.reelhouse.recommend.catalogue.Observed;

/**
 * The versions of both models that serve in this run.
 *
 * @param rankings one, or two that share the users by {@code split}
 * @param rating held by each executor
 */
public record Served(
    List<RankingVersion> rankings,
    TrafficSplit split,
    Broadcast<RatingModel> rating,
    int ratingVersion) {

  public static Served of(
      Serving<RankingModel> ranking, Serving<RatingModel> rating, Observed observed) {
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(observed.ratings().sparkSession().sparkContext());
    return new Served(
        ranking.versions().stream()
            .map(version -> RankingVersion.of(version.number(), version.model(), observed))
            .toList(),
        ranking.split(),
        context.broadcast(rating.first().model()),
        rating.first().number());
  }
}
