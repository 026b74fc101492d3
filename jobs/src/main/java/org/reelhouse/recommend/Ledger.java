package org.reelhouse.recommend;

import java.sql.Date;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.reelhouse.config.RecommendSettings;
import org.reelhouse.lake.Lake;
import org.reelhouse.lake.ModelStore.SavedModel;
import org.reelhouse.lake.Ops;

/** Records the models and their measures in the ops tables, in place of those of an earlier run. */
record Ledger(Lake lake, String job) {

  /** Saves both models and records their versions. */
  long models(Models models, long trainingRows, RecommendSettings settings) {
    return versions(
        List.of(
            version(
                RecommendJob.RATING_MODEL,
                models.rating().factors(),
                trainingRows,
                parameters(settings.rating(), settings)),
            version(
                RecommendJob.RANKING_MODEL,
                models.ranking(),
                trainingRows,
                parameters(settings.ranking(), settings))));
  }

  private Row version(
      String name, ALSModel model, long trainingRows, Map<String, String> parameters) {
    SavedModel saved = lake.models().save(name, model);
    return RowFactory.create(
        Date.valueOf(lake.asOf()),
        job,
        name,
        saved.version(),
        saved.path(),
        trainingRows,
        parameters);
  }

  private static Map<String, String> parameters(
      RecommendSettings.RatingModel rating, RecommendSettings settings) {
    return Map.of(
        "rank", String.valueOf(rating.rank()),
        "iterations", String.valueOf(rating.iterations()),
        "regularization", String.valueOf(rating.regularization()),
        "title-damping", String.valueOf(rating.titleDamping()),
        "user-damping", String.valueOf(rating.userDamping()),
        "seed", String.valueOf(settings.seed()),
        "partitions", String.valueOf(settings.partitions()));
  }

  private static Map<String, String> parameters(
      RecommendSettings.RankingModel ranking, RecommendSettings settings) {
    return Map.of(
        "rank", String.valueOf(ranking.rank()),
        "iterations", String.valueOf(ranking.iterations()),
        "regularization", String.valueOf(ranking.regularization()),
        "alpha", String.valueOf(ranking.alpha()),
        "seed", String.valueOf(settings.seed()),
        "partitions", String.valueOf(settings.partitions()));
  }

  /** Records no models. */
  void noModels() {
    versions(List.of());
  }

  private long versions(List<Row> rows) {
    return lake.replaceSlice(
        Ops.MODEL_VERSION, slice(), lake.frame(rows, Ops.MODEL_VERSION.schema()));
  }

  /** Records measures on a held-out share of the ratings. */
  void metrics(List<Metric> metrics, double share) {
    String split = "random %d %%".formatted(Math.round(share * 100));
    List<Row> rows = metrics.stream().map(metric -> row(metric, split)).toList();
    lake.replaceSlice(Ops.MODEL_METRIC, slice(), lake.frame(rows, Ops.MODEL_METRIC.schema()));
  }

  private Row row(Metric metric, String split) {
    return RowFactory.create(
        Date.valueOf(lake.asOf()),
        job,
        metric.model(),
        metric.name(),
        split,
        metric.value(),
        metric.rows(),
        "all");
  }

  private Map<String, String> slice() {
    return Map.of("as_of", lake.asOf().toString(), "job", job);
  }
}
