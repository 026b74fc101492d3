package org.reelhouse.popularity;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.spark.ml.regression.RandomForestRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.config.PopularitySettings;

/**
 * One unit and its forest.
 *
 * @param categories that are features
 * @param forest as MLlib fitted it, to be saved
 * @param model the same forest ready to predict
 * @param importances by permutation among held-out titles; empty where there are none
 */
record Fitted(
    String unit,
    Categories categories,
    RandomForestRegressionModel forest,
    UnitModel model,
    Map<Feature, Permutation.Importance> importances) {

  /** Impurity decrease as MLlib normalises it, summed over the inputs of each feature; ranked. */
  List<SavedUnit.Driver> drivers() {
    List<Map.Entry<Feature, Double>> ranked =
        model.perFeature(forest.featureImportances()).entrySet().stream()
            .sorted(
                Comparator.comparingDouble((Map.Entry<Feature, Double> entry) -> -entry.getValue())
                    .thenComparing(entry -> entry.getKey().name()))
            .toList();
    return IntStream.range(0, ranked.size())
        .mapToObj(place -> driver(ranked.get(place).getKey(), ranked.get(place).getValue(), place))
        .toList();
  }

  private SavedUnit.Driver driver(Feature feature, double importance, int place) {
    Permutation.Importance shuffled = importances.get(feature);
    return new SavedUnit.Driver(
        feature.name(),
        importance,
        place + 1,
        shuffled == null ? null : shuffled.mean(),
        shuffled == null ? null : shuffled.spread());
  }

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
                Categories ofTraining = Categories.of(unit, categories);
                List<Feature> features = Features.with(ofTraining);
                Dataset<Row> ofUnit = titles.where(col("unit").equalTo(unit));
                Dataset<Row> examples = keep.apply(Learner.examples(ofUnit, features, settings));
                fitted.add(
                    new Fitter(ofTraining, features, examples, parts, settings)
                        .fit(unit, YearlyMeans.of(unit, years)));
              }
            });
    return fitted;
  }
}
