package org.reelhouse.popularity;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;

import java.sql.Date;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.reelhouse.Job;
import org.reelhouse.Tally;
import org.reelhouse.config.PopularitySettings;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.Gold;
import org.reelhouse.lake.Lake;
import org.reelhouse.lake.ModelStore.SavedModel;
import org.reelhouse.lake.Ops;
import org.reelhouse.lake.Silver;
import org.reelhouse.lake.Table;

/**
 * Predicts the popularity of titles from what is known before release, one random forest for each
 * unit in which popularity is told. A unit with too few titles gets no model and no predictions.
 */
public final class PopularityJob implements Job {
  private static final String JOB = "popularity";

  @Override
  public String name() {
    return JOB;
  }

  @Override
  public String description() {
    return "Predicts the popularity of titles from what is known before release.";
  }

  @Override
  public Set<Table> reads() {
    return Set.of(Silver.TITLE);
  }

  @Override
  public Set<Table> writes() {
    return Set.of(
        Gold.POPULARITY_PREDICTION, Gold.POPULARITY_DRIVER, Ops.MODEL_VERSION, Ops.MODEL_METRIC);
  }

  @Override
  public List<Tally> run(Lake lake, Settings settings) {
    Dataset<Row> titles = titles(lake, settings.popularity());
    List<Fitted> fitted = Fitted.units(titles, settings.popularity(), lake::keep);
    Dataset<Row> predictions = lake.keep(Predictions.of(titles, models(fitted)));
    lake.replace(Gold.POPULARITY_PREDICTION, Predictions.published(predictions));
    lake.replace(
        Gold.POPULARITY_DRIVER, lake.frame(drivers(fitted), Gold.POPULARITY_DRIVER.schema()));
    lake.replaceSlice(Ops.MODEL_VERSION, slice(lake), versions(fitted, lake, settings));
    lake.replaceSlice(Ops.MODEL_METRIC, slice(lake), metrics(predictions, lake));
    return List.of(
        new Tally(
            Silver.TITLE.name(),
            lake.count(Silver.TITLE),
            titlesIn(titles.where(col("unit").isin(units(fitted)))),
            titlesIn(predictions),
            0,
            0));
  }

  private static Dataset<Row> titles(Lake lake, PopularitySettings settings) {
    Dataset<Row> perUnit =
        lake.keep(Titles.perUnit(lake.read(Silver.TITLE), settings, lake.asOf()));
    return lake.keep(perUnit.transform(Training::withEras).transform(TrackRecord::join));
  }

  private static Object[] units(List<Fitted> fitted) {
    return fitted.stream().map(Fitted::unit).toArray();
  }

  private static Map<String, UnitModel> models(List<Fitted> fitted) {
    Map<String, UnitModel> models = new HashMap<>();
    fitted.forEach(unit -> models.put(unit.unit(), unit.model()));
    return models;
  }

  /** Impurity decrease as MLlib normalises it, summed over the inputs of each feature. */
  private static List<Row> drivers(List<Fitted> fitted) {
    List<Row> rows = new ArrayList<>();
    for (Fitted unit : fitted) {
      List<Map.Entry<Feature, Double>> ranked =
          unit.model().perFeature(unit.forest().featureImportances()).entrySet().stream()
              .sorted(
                  Comparator.comparingDouble(
                          (Map.Entry<Feature, Double> entry) -> -entry.getValue())
                      .thenComparing(entry -> entry.getKey().name()))
              .toList();
      for (int i = 0; i < ranked.size(); i++) {
        rows.add(driver(unit, ranked.get(i).getKey(), ranked.get(i).getValue(), i + 1));
      }
    }
    return rows;
  }

  private static Row driver(Fitted unit, Feature feature, double importance, int rank) {
    Permutation.Importance shuffled = unit.importances().get(feature);
    return RowFactory.create(
        unit.unit(),
        feature.name(),
        importance,
        rank,
        shuffled == null ? null : shuffled.mean(),
        shuffled == null ? null : shuffled.spread());
  }

  private static Dataset<Row> versions(List<Fitted> fitted, Lake lake, Settings settings) {
    List<Row> rows = new ArrayList<>();
    for (Fitted unit : fitted) {
      SavedModel saved = lake.models().save(Evaluation.modelName(unit.unit()), unit.forest());
      rows.add(
          RowFactory.create(
              Date.valueOf(lake.asOf()),
              JOB,
              saved.name(),
              saved.version(),
              saved.path(),
              unit.model().served().training().titles(),
              parameters(unit.model(), settings.popularity())));
    }
    return lake.frame(rows, Ops.MODEL_VERSION.schema());
  }

  /** What a reader of the saved forest needs beside it: its inputs in order, and the levels. */
  private static Map<String, String> parameters(UnitModel model, PopularitySettings settings) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("trees", String.valueOf(settings.trees()));
    parameters.put("depth", String.valueOf(settings.depth()));
    parameters.put("min-leaf", String.valueOf(settings.minLeaf()));
    parameters.put("seed", String.valueOf(settings.seed()));
    parameters.put("held-out", String.valueOf(settings.heldOut()));
    parameters.put("features", String.join("|", model.inputs()));
    Levels levels = model.served().training().levels();
    parameters.put("level-medium", String.valueOf(levels.medium()));
    parameters.put("level-high", String.valueOf(levels.high()));
    Calibration released = model.served().calibration();
    parameters.put("interval-below", String.valueOf(released.below()));
    parameters.put("interval-above", String.valueOf(released.above()));
    parameters.put("projection-below", String.valueOf(model.projection().below()));
    parameters.put("projection-above", String.valueOf(model.projection().above()));
    return parameters;
  }

  private static Dataset<Row> metrics(Dataset<Row> predictions, Lake lake) {
    return lake.frame(Evaluation.metrics(predictions, lake.asOf(), JOB), Ops.MODEL_METRIC.schema());
  }

  private static Map<String, String> slice(Lake lake) {
    return Map.of("as_of", lake.asOf().toString(), "job", JOB);
  }

  private static long titlesIn(Dataset<Row> rows) {
    return rows.select(count_distinct(col("title_id"))).head().getLong(0);
  }
}
