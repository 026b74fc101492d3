package org.reelhouse.recommend;

import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.models.Arms;
import org.reelhouse.models.ModelVersions;
import org.reelhouse.models.OldServing;

/**
 * The versions of both models that serve in this run.
 *
 * @param rankings one, or two that share the users by {@code arms}
 */
record Served(List<RankingVersion> rankings, Arms arms, RatingModel rating, int ratingVersion) {

  /**
   * What was decided, made ready to serve.
   *
   * @param models fitted in this run
   */
  static Served of(
      ModelVersions versions,
      Models models,
      Dataset<Row> observations,
      Dataset<Row> users,
      Candidates candidates,
      UnaryOperator<Dataset<Row>> keep) {
    OldServing ranking = versions.decide(RecommendJob.RANKING_MODEL);
    OldServing rating = versions.decide(RecommendJob.RATING_MODEL);
    return new Served(
        ranking.parts().stream()
            .map(part -> ranking(part, models, observations, users, candidates, keep))
            .toList(),
        ranking.arms(),
        rating
            .first()
            .saved()
            .map(
                saved ->
                    SavedRating.open(saved.folder(), saved.parameters(), observations, candidates))
            .orElse(models.rating()),
        rating.first().version());
  }

  private static RankingVersion ranking(
      OldServing.Part part,
      Models models,
      Dataset<Row> observations,
      Dataset<Row> users,
      Candidates candidates,
      UnaryOperator<Dataset<Row>> keep) {
    return part.saved()
        .map(
            saved ->
                SavedRanking.open(
                    part.version(),
                    saved.folder(),
                    saved.parameters(),
                    observations,
                    users,
                    candidates,
                    keep))
        .orElseGet(
            () ->
                RankingVersion.of(
                    part.version(),
                    models,
                    keep.apply(
                        models
                            .viewers(observations)
                            .join(users.select("user", "user_id"), "user"))));
  }
}
