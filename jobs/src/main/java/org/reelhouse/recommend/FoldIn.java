package org.reelhouse.recommend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.reelhouse.PipelineException;
import org.reelhouse.lake.Lake;
import org.reelhouse.models.History;

/** Fold-in to the versions of both models that {@code gold.recommendation_title} was written by. */
record FoldIn(RankingFoldIn ranking, RatingFoldIn rating) {

  /**
   * Fold-in to the versions that serve.
   *
   * @param titles rows of {@code gold.recommendation_title} with both kinds of factors, their
   *     number as title
   */
  static FoldIn of(Lake lake, List<Row> titles) {
    Map<Integer, Vector> ranking = new HashMap<>();
    Map<Integer, Vector> rating = new HashMap<>();
    for (Row row : titles) {
      int number = row.<Integer>getAs("title");
      ranking.put(number, Objects.requireNonNull(Vector.read(row, "factors")));
      rating.put(number, Objects.requireNonNull(Vector.read(row, "rating_factors")));
    }
    Map<String, String> parameters = parameters(RecommendJob.RANKING_MODEL, lake);
    return new FoldIn(
        new RankingFoldIn(
            ranking,
            Double.parseDouble(Objects.requireNonNull(parameters.get("alpha"))),
            Double.parseDouble(Objects.requireNonNull(parameters.get("regularization")))),
        SavedRating.foldIn(rating, parameters(RecommendJob.RATING_MODEL, lake)));
  }

  /** The table is of the last run, whatever a person has decided since. */
  private static Map<String, String> parameters(String model, Lake lake) {
    History history = History.all(model, lake);
    return history.lastRun().stream()
        .findFirst()
        .flatMap(share -> history.version(share.version()))
        .orElseThrow(
            () ->
                new PipelineException(
                    "Cannot recommend to some users: no version of %s is recorded in this lake. Run the job recommend first."
                        .formatted(model)))
        .parameters();
  }
}
