package org.reelhouse.popularity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
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

  /** Trees of the served forest for each of the one that is measured only. */
  private static final int EARLY_PART = 3;

  /** The forests of all units with enough titles, in the order of their names. */
  static List<Fitted> units(
      Dataset<Row> titles, PopularitySettings settings, UnaryOperator<Dataset<Row>> keep) {
    List<Row> summaries = Training.summaries(titles);
    Map<String, Training> early = Training.perUnit(summaries, Learner.EARLY);
    List<Row> categories = Categories.counts(titles).collectAsList();
    List<Fitted> fitted = new ArrayList<>();
    Training.perUnit(summaries, Learner.TRAINING)
        .forEach(
            (unit, training) -> {
              if (training.titles() >= settings.minTitles() * (1 - settings.heldOut())) {
                List<Feature> features = Features.with(Categories.of(unit, categories));
                Dataset<Row> ofUnit = titles.where(functions.col("unit").equalTo(unit));
                Dataset<Row> examples = keep.apply(Learner.examples(ofUnit, features, settings));
                fitted.add(fit(examples, unit, features, training, early.get(unit), settings));
              }
            });
    return fitted;
  }

  private static Fitted fit(
      Dataset<Row> examples,
      String unit,
      List<Feature> features,
      Training training,
      @Nullable Training early,
      PopularitySettings settings) {
    int trees = settings.trees();
    int fewer = Math.max(1, trees / EARLY_PART);
    RandomForestRegressionModel forest = Learner.fit(examples, Learner.TRAINING, trees, settings);
    boolean enough = early != null && early.titles() >= settings.minTitles();
    Forest earlyForest =
        enough ? Forest.of(Learner.fit(examples, Learner.EARLY, fewer, settings)) : null;
    return new Fitted(
        unit,
        forest,
        new UnitModel(features, Forest.of(forest), training, earlyForest, enough ? early : null));
  }
}
