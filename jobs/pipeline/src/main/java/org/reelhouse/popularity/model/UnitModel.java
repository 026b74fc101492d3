package org.reelhouse.popularity.model;

import java.io.Serializable;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.reelhouse.popularity.features.Feature;
import org.reelhouse.popularity.features.Features;
import org.reelhouse.popularity.features.TrackRecord;
import org.reelhouse.popularity.forest.Calibration;
import org.reelhouse.popularity.forest.Forest;

/**
 * All that predicts the popularity of titles of one unit.
 *
 * @param served fitted on the titles that are not held out, calibrated out of bag; it is evaluated
 *     and it serves
 * @param projection calibration for titles not yet released, from titles that came out after all
 *     that the early forest had learned from
 * @param early fitted on the titles released first, each later one corrected by what the years
 *     before it showed of its errors; it is evaluated only
 */
public record UnitModel(
    List<Feature> features,
    Learned served,
    Calibration projection,
    @Nullable Learned early,
    YearlyMeans years)
    implements Serializable {
  private static final int DRIVERS = 3;

  /** A feature and what it added to a log popularity. */
  private record Driver(Feature feature, double contribution) {
    String in(Row title) {
      return String.format(
          Locale.ROOT,
          "%s (%+.0f %%)",
          feature.wording().of(title),
          100 * Math.expm1(contribution));
    }
  }

  /**
   * The features that moved a prediction most, each with what it did to popularity + 1, such as
   * {@code budget $237,000,000 (+38 %)}.
   */
  public List<String> drivers(Row title, Forest.Prediction prediction) {
    return perFeature(prediction.contributions()).entrySet().stream()
        .map(entry -> new Driver(entry.getKey(), entry.getValue()))
        .filter(driver -> driver.contribution() != 0)
        .sorted(
            Comparator.comparingDouble((Driver driver) -> -Math.abs(driver.contribution()))
                .thenComparing(driver -> driver.feature().name()))
        .limit(DRIVERS)
        .map(driver -> driver.in(title))
        .toList();
  }

  /**
   * The last value known before the release of a title: {@link TrackRecord#LAST_VALUE}, else the
   * mean of the latest year before, else the mean of what was learned from.
   */
  public double lastValue(Row title, TrainingTitles training) {
    if (!Features.lacks(title, TrackRecord.LAST_VALUE)) {
      return title.<Double>getAs(TrackRecord.LAST_VALUE);
    }
    return Features.lacks(title, "release_year")
        ? training.mean()
        : years.before(title.<Integer>getAs("release_year"), training.mean());
  }

  /** Name of each number the forest sees, in their order. */
  public List<String> inputs() {
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
