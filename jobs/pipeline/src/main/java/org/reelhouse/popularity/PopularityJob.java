package org.reelhouse.popularity;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.Job;
import org.reelhouse.Tally;
import org.reelhouse.config.PopularitySettings;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.Lake;
import org.reelhouse.models.Distribution;
import org.reelhouse.models.ModelVersions;
import org.reelhouse.models.SampledRows;
import org.reelhouse.models.Trained;
import org.reelhouse.models.Watched;
import org.reelhouse.tables.Gold;
import org.reelhouse.tables.Ops;
import org.reelhouse.tables.Silver;
import org.reelhouse.tables.Table;

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
  public List<Tally> run(Lake lake, Settings settings) {
    ModelVersions versions = ModelVersions.of(lake, this, settings.models(), settings.popularity());
    Dataset<Row> titles = titles(lake, settings.popularity());
    List<Fitted> fitted = Fitted.units(titles, settings.popularity(), lake::keep);
    Dataset<Row> measured = lake.keep(Predictions.of(titles, models(fitted)));
    versions.measured(Evaluation.metrics(measured));
    Map<String, SavedUnit.Opened> earlier = earlier(fitted, versions);
    Dataset<Row> predictions = served(titles, measured, earlier, lake);
    long published = lake.replace(Gold.POPULARITY_PREDICTION, Predictions.published(predictions));
    lake.replace(
        Gold.POPULARITY_DRIVER,
        lake.frame(drivers(fitted, earlier), Gold.POPULARITY_DRIVER.schema()));
    fitted.forEach(unit -> versions.save(trained(unit, settings.popularity())));
    int looked = settings.models().drift().sample() * fitted.size();
    SampledRows inputs = SampledRows.of(titles, "title_id", published, looked);
    SampledRows outputs =
        SampledRows.of(
            predictions.select("title_id", "source", "predicted"), "title_id", published, looked);
    fitted.forEach(unit -> versions.watch(watched(unit, inputs, outputs)));
    versions.publish();
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
        lake.keep(UnitTitles.perUnit(lake.read(Silver.TITLE), settings, lake.asOf()));
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

  /** Unit to the earlier version that serves, where the new one does not. */
  private static Map<String, SavedUnit.Opened> earlier(
      List<Fitted> fitted, ModelVersions versions) {
    Map<String, SavedUnit.Opened> earlier = new HashMap<>();
    for (Fitted unit : fitted) {
      String model = Evaluation.modelName(unit.unit());
      versions
          .decide(model)
          .first()
          .saved()
          .ifPresent(saved -> earlier.put(unit.unit(), SavedUnit.open(model, saved.folder())));
    }
    return earlier;
  }

  /** What was predicted to measure the new versions, but where an earlier one serves. */
  private static Dataset<Row> served(
      Dataset<Row> titles,
      Dataset<Row> measured,
      Map<String, SavedUnit.Opened> earlier,
      Lake lake) {
    if (earlier.isEmpty()) {
      return measured;
    }
    Map<String, UnitModel> models = new HashMap<>();
    earlier.forEach((unit, opened) -> models.put(unit, opened.model()));
    return lake.keep(
        measured
            .where(not(col("source").isin(models.keySet().toArray())))
            .union(Predictions.of(titles, models)));
  }

  private static List<Row> drivers(List<Fitted> fitted, Map<String, SavedUnit.Opened> earlier) {
    List<Row> rows = new ArrayList<>();
    for (Fitted unit : fitted) {
      SavedUnit.Opened opened = earlier.get(unit.unit());
      (opened == null ? unit.drivers() : opened.drivers())
          .forEach(driver -> rows.add(driver.row(unit.unit())));
    }
    return rows;
  }

  /** The first number that each feature gives, and what is predicted, as in the table. */
  private static Watched watched(Fitted unit, SampledRows titles, SampledRows predictions) {
    SampledRows inputs = titles.where(title -> unit.unit().equals(title.getAs("unit")));
    List<Distribution> distributions = new ArrayList<>();
    for (Feature feature : unit.model().features()) {
      distributions.add(inputs.of(feature.name(), feature.readings().get(0)::of));
    }
    distributions.add(
        predictions
            .where(prediction -> unit.unit().equals(prediction.getAs("source")))
            .of("predicted"));
    return new Watched(Evaluation.modelName(unit.unit()), Silver.TITLE, distributions);
  }

  private static Trained trained(Fitted unit, PopularitySettings settings) {
    return new Trained(
        Evaluation.modelName(unit.unit()),
        unit.model().served().training().titles(),
        parameters(unit.model(), settings),
        folder -> SavedUnit.save(unit, folder));
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

  private static long titlesIn(Dataset<Row> rows) {
    return rows.select(count_distinct(col("title_id"))).head().getLong(0);
  }
}
