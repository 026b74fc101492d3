package org.reelhouse.popularity.model;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.ml.regression.RandomForestRegressionModel;
import org.jspecify.annotations.Nullable;
import org.reelhouse.popularity.features.Categories;
import org.reelhouse.popularity.features.Feature;
import org.reelhouse.popularity.forest.Permutation;

/**
 * The forest of one unit, fitted in this run or opened.
 *
 * @param categories that are features
 * @param forest as MLlib fitted it, to be saved
 * @param model the same forest ready to predict; an opened one can no longer be measured
 * @param drivers the features, by importance
 */
public record Fitted(
    String unit,
    Categories categories,
    RandomForestRegressionModel forest,
    UnitModel model,
    List<SavedUnit.Driver> drivers) {

  /**
   * What was fitted in this run.
   *
   * @param importances by permutation among held-out titles; empty where there are none
   */
  static Fitted of(
      String unit,
      Categories categories,
      RandomForestRegressionModel forest,
      UnitModel model,
      Map<Feature, Permutation.Importance> importances) {
    return new Fitted(unit, categories, forest, model, drivers(forest, model, importances));
  }

  /** Impurity decrease as MLlib normalises it, summed over the inputs of each feature; ranked. */
  private static List<SavedUnit.Driver> drivers(
      RandomForestRegressionModel forest,
      UnitModel model,
      Map<Feature, Permutation.Importance> importances) {
    List<Map.Entry<Feature, Double>> ranked =
        model.perFeature(forest.featureImportances()).entrySet().stream()
            .sorted(
                Comparator.comparingDouble((Map.Entry<Feature, Double> entry) -> -entry.getValue())
                    .thenComparing(entry -> entry.getKey().name()))
            .toList();
    return IntStream.range(0, ranked.size())
        .mapToObj(
            place ->
                driver(
                    ranked.get(place).getValue(),
                    place,
                    ranked.get(place).getKey(),
                    importances.get(ranked.get(place).getKey())))
        .toList();
  }

  private static SavedUnit.Driver driver(
      double importance, int place, Feature feature, Permutation.@Nullable Importance shuffled) {
    return new SavedUnit.Driver(
        feature.name(),
        importance,
        place + 1,
        shuffled == null ? null : shuffled.mean(),
        shuffled == null ? null : shuffled.spread());
  }
}
