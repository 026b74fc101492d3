package org.reelhouse.popularity;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.Job;
import org.reelhouse.RunContext;
import org.reelhouse.Tally;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.Lake;
import org.reelhouse.models.ModelsSettings;
import org.reelhouse.models.Rollout;
import org.reelhouse.models.Serving;
import org.reelhouse.models.TrainingRun;
import org.reelhouse.popularity.features.TrackRecord;
import org.reelhouse.popularity.features.UnitTitles;
import org.reelhouse.popularity.model.Fitted;
import org.reelhouse.popularity.model.TrainingTitles;
import org.reelhouse.tables.Gold;
import org.reelhouse.tables.Ops;
import org.reelhouse.tables.Silver;
import org.reelhouse.tables.Table;

/**
 * Predicts the popularity of titles from what is known before release, one random forest for each
 * unit in which popularity is measured. A unit with too few titles gets no model and no
 * predictions.
 */
public final class PopularityJob implements Job {
  @Override
  public String name() {
    return "popularity";
  }

  @Override
  public String description() {
    return "Predicts the popularity of titles from what is known before release.";
  }

  @Override
  public Set<Table> reads() {
    return Set.of(Silver.TITLE, Ops.MODEL_VERSION, Ops.MODEL_DECISION);
  }

  @Override
  public Set<Table> writes() {
    return Set.of(
        Gold.POPULARITY_PREDICTION,
        Gold.POPULARITY_DRIVER,
        Ops.MODEL_VERSION,
        Ops.MODEL_METRIC,
        Ops.DATA_QUALITY);
  }

  @Override
  public List<Tally> run(Lake lake, RunContext context, Settings settings) {
    TrainingRun run =
        TrainingRun.begin(
            lake,
            context,
            this,
            settings.of(ModelsSettings.class),
            settings.of(PopularitySettings.class));
    Dataset<Row> titles = titles(lake, settings.of(PopularitySettings.class), context.asOf());
    Units units =
        new Units(
            lake,
            titles,
            settings.of(PopularitySettings.class),
            settings.of(ModelsSettings.class).drift().sample());
    List<TrainedUnit> models =
        units.names().stream().map(unit -> new TrainedUnit(unit, units)).toList();
    Rollout rollout = run.train(models);
    Map<String, Serving.Version<Fitted>> serving = serving(models, rollout);
    Dataset<Row> predictions = units.predictions(serving);
    lake.replace(Gold.POPULARITY_PREDICTION, Predictions.published(predictions));
    lake.replace(
        Gold.POPULARITY_DRIVER, lake.frame(drivers(serving), Gold.POPULARITY_DRIVER.schema()));
    rollout.publish();
    return List.of(
        new Tally(
            Silver.TITLE.name(),
            lake.count(Silver.TITLE),
            titlesIn(titles.where(col("unit").isin(serving.keySet().toArray()))),
            titlesIn(predictions),
            0,
            0));
  }

  /** Unit to the version that serves. */
  private static Map<String, Serving.Version<Fitted>> serving(
      List<TrainedUnit> models, Rollout rollout) {
    Map<String, Serving.Version<Fitted>> serving = new TreeMap<>();
    for (TrainedUnit model : models) {
      rollout.serving(model).ifPresent(versions -> serving.put(model.unit(), versions.first()));
    }
    return serving;
  }

  private static Dataset<Row> titles(Lake lake, PopularitySettings settings, LocalDate asOf) {
    Dataset<Row> perUnit = lake.keep(UnitTitles.perUnit(lake.read(Silver.TITLE), settings, asOf));
    return lake.keep(perUnit.transform(TrainingTitles::withEras).transform(TrackRecord::join));
  }

  private static List<Row> drivers(Map<String, Serving.Version<Fitted>> serving) {
    List<Row> rows = new ArrayList<>();
    serving.forEach(
        (unit, version) -> version.model().drivers().forEach(driver -> rows.add(driver.row(unit))));
    return rows;
  }

  private static long titlesIn(Dataset<Row> rows) {
    return rows.select(count_distinct(col("title_id"))).head().getLong(0);
  }
}
