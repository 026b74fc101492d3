package org.reelhouse.recommend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.reelhouse.PipelineException;
import org.reelhouse.lake.Lake;
import org.reelhouse.models.History;

/** What the models that {@code gold.recommendation_title} was written by say of a new user. */
record FoldIn(RankingFoldIn ranking, ExpectedRatings rating) {

  /**
   * Fold-in to these versions.
   *
   * @param rows of {@code gold.recommendation_title} with both kinds of factors, their number as
   *     title
   */
  static FoldIn of(Lake lake, List<Row> rows, Titles titles) {
    Map<Integer, Vector> ranking = new HashMap<>();
    Map<Integer, Vector> rating = new HashMap<>();
    for (Row row : rows) {
      int number = row.<Integer>getAs("title");
      ranking.put(number, Objects.requireNonNull(Vector.read(row, "factors")));
      rating.put(number, Objects.requireNonNull(Vector.read(row, "rating_factors")));
    }
    Map<String, String> own = parameters(RecommendJob.RANKING_MODEL, "ranking_version", rows, lake);
    Map<String, String> others =
        parameters(RecommendJob.RATING_MODEL, "rating_version", rows, lake);
    return new FoldIn(
        new RankingFoldIn(
            ranking,
            Double.parseDouble(Objects.requireNonNull(own.get("alpha"))),
            Double.parseDouble(Objects.requireNonNull(own.get("regularization")))),
        rating(rating, others, LinkedTitles.readNumbers(rows, "rating_tells", titles), titles));
  }

  private static ExpectedRatings rating(
      Map<Integer, Vector> factors,
      Map<String, String> parameters,
      TitleLinks links,
      Titles titles) {
    RatingFoldIn foldIn = SavedRating.foldIn(factors, parameters);
    return new ExpectedRatings(
        foldIn,
        SavedRating.neighbourhood(() -> titles, links, factors, foldIn.mean()),
        SavedRating.weights(parameters));
  }

  /** The same version in all rows; of none where there is no row. */
  private static Map<String, String> parameters(
      String model, String column, List<Row> rows, Lake lake) {
    History history = History.all(model, lake);
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
