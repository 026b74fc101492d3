package org.reelhouse.popularity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.ml.regression.RandomForestRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import org.reelhouse.config.PopularitySettings;

/**
 * One unit and its forest.
 *
 * @param forest as MLlib fitted it, to be saved
 * @param model the same forest ready to predict
 */
record Fitted(String unit, RandomForestRegressionModel forest, UnitModel model) {

  /** The forests of all units with enough titles, in the order of their names. */
  static List<Fitted> units(Dataset<Row> titles, PopularitySettings settings) {
    Map<String, Training> early = Training.perUnit(titles, "early_value");
    List<Row> categories = Categories.counts(titles).collectAsList();
    List<Fitted> fitted = new ArrayList<>();
    new TreeMap<>(Training.perUnit(titles, "training_value"))
        .forEach(
            (unit, training) -> {
              if (training.titles() >= settings.minTitles() * (1 - settings.heldOut())) {
                List<Feature> features = Features.with(Categories.of(unit, categories));
                fitted.add(fit(titles, unit, features, training, early.get(unit), settings));
              }
            });
    return fitted;
  }

  private static Fitted fit(
      Dataset<Row> titles,
      String unit,
      List<Feature> features,
      Training training,
      @Nullable Training early,
      PopularitySettings settings) {
    Dataset<Row> ofUnit = titles.where(functions.col("unit").equalTo(unit));
    RandomForestRegressionModel forest = Learner.fit(ofUnit, "training_value", features, settings);
    boolean enough = early != null && early.titles() >= settings.minTitles();
    Forest earlyForest =
        enough ? Forest.of(Learner.fit(ofUnit, "early_value", features, settings)) : null;
    return new Fitted(
        unit,
        forest,
        new UnitModel(features, Forest.of(forest), training, earlyForest, enough ? early : null));
  }
}
