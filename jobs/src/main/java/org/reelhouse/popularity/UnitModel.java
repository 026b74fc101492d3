package org.reelhouse.popularity;

import java.io.Serializable;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * All that predicts the popularity of titles of one unit.
 *
 * @param forest fitted on the titles that are not held out; it is evaluated and it serves
 * @param earlyForest fitted on the titles released first; it is evaluated only
 */
record UnitModel(
    List<Feature> features,
    Forest forest,
    Training training,
    @Nullable Forest earlyForest,
    @Nullable Training earlyTraining)
    implements Serializable {
  /** Of a normal distribution, 80 % lie within so many standard deviations. */
  private static final double DEVIATIONS = 1.2816;

  private static final int DRIVERS = 3;

  /** A feature and what it added to a log popularity. */
  private record Driver(Feature feature, double contribution) {}

  static double lower(Forest.Prediction prediction) {
    return Math.max(0, prediction.mean() - DEVIATIONS * prediction.deviation());
  }

  static double upper(Forest.Prediction prediction) {
    return prediction.mean() + DEVIATIONS * prediction.deviation();
  }

  /** The features that moved a prediction most, such as {@code budget 237,000,000 (+)}. */
  List<String> drivers(Row title, Forest.Prediction prediction) {
    return perFeature(prediction.contributions()).entrySet().stream()
        .map(entry -> new Driver(entry.getKey(), entry.getValue()))
        .filter(driver -> driver.contribution() != 0)
        .sorted(
            Comparator.comparingDouble((Driver driver) -> -Math.abs(driver.contribution()))
                .thenComparing(driver -> driver.feature().name()))
        .limit(DRIVERS)
        .map(
            driver ->
                driver.feature().wording().of(title)
                    + (driver.contribution() > 0 ? " (+)" : " (-)"))
        .toList();
  }

  /** Name of each number the forest sees, in their order. */
  List<String> inputs() {
    return features.stream()
        .flatMap(feature -> feature.readings().stream().map(reading -> feature.name()))
        .toList();
  }

  /** Sums numbers of the forest's inputs, such as importances, over the inputs of each feature. */
  Map<Feature, Double> perFeature(Vector inputs) {
    Map<Feature, Double> sums = new LinkedHashMap<>();
    int next = 0;
    for (Feature feature : features) {
      double sum = 0;
      for (int i = 0; i < feature.readings().size(); i++) {
        sum += inputs.apply(next++);
      }
      sums.put(feature, sum);
    }
    return sums;
  }
}
