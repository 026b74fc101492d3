package org.reelhouse.popularity;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.ml.regression.RandomForestRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.config.PopularitySettings;

/**
 * One unit and its forest.
 *
 * @param forest as MLlib fitted it, to be saved
 * @param model the same forest ready to predict
 * @param importances by permutation among held-out titles; empty where there are none
 */
record Fitted(
    String unit,
    RandomForestRegressionModel forest,
    UnitModel model,
    Map<Feature, Permutation.Importance> importances) {

  /** The forests of all units with enough titles, in the order of their names. */
  static List<Fitted> units(
      Dataset<Row> titles, PopularitySettings settings, UnaryOperator<Dataset<Row>> keep) {
    List<Row> summaries = Training.summaries(titles);
    List<Row> categories = Categories.counts(titles).collectAsList();
    List<Row> years = YearlyMeans.sums(titles).collectAsList();
    List<Fitted> fitted = new ArrayList<>();
    Parts.perUnit(summaries)
        .forEach(
            (unit, parts) -> {
              if (parts.training().titles() >= settings.minTitles() * (1 - settings.heldOut())) {
                List<Feature> features = Features.with(Categories.of(unit, categories));
                Dataset<Row> ofUnit = titles.where(col("unit").equalTo(unit));
                Dataset<Row> examples = keep.apply(Learner.examples(ofUnit, features, settings));
                fitted.add(
                    new Fitter(features, examples, parts, settings)
                        .fit(unit, YearlyMeans.of(unit, years)));
              }
            });
    return fitted;
  }
}
