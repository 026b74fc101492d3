package org.reelhouse.popularity;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.reelhouse.lake.Lake;
import org.reelhouse.models.Measure;
import org.reelhouse.models.SampledRows;
import org.reelhouse.models.Serving;
import org.reelhouse.popularity.evaluation.ForestEvaluation;
import org.reelhouse.popularity.features.Categories;
import org.reelhouse.popularity.features.Feature;
import org.reelhouse.popularity.features.Features;
import org.reelhouse.popularity.features.TrackRecord;
import org.reelhouse.popularity.features.UnitTitles;
import org.reelhouse.popularity.forest.Learner;
import org.reelhouse.popularity.model.Fitted;
import org.reelhouse.popularity.model.Fitter;
import org.reelhouse.popularity.model.Parts;
import org.reelhouse.popularity.model.TrainingTitles;
import org.reelhouse.popularity.model.UnitModel;
import org.reelhouse.popularity.model.YearlyMeans;

/**
 * The units of one run that have enough titles for a forest. Each is fitted by itself; all are
 * measured, and predict, in one pass over the titles.
 */
final class Units {
  private static final String TITLE = "title_id";

  private final Lake lake;
  private final Dataset<Row> titles;
  private final PopularitySettings settings;
  private final int sample;
  private final SortedMap<String, Parts> parts = new TreeMap<>();
  private final List<Row> categories;
  private final List<Row> years;
  private final Map<String, Fitted> fitted = new HashMap<>();
  private @Nullable Dataset<Row> measured;
  private @Nullable List<Measure> measures;
  private @Nullable Dataset<Row> predictions;
  private @Nullable SampledRows sampledTitles;
  private @Nullable SampledRows sampledPredictions;

  /**
   * The units of some titles.
   *
   * @param titles as made by {@link UnitTitles}, {@link TrainingTitles} and {@link TrackRecord}
   * @param sample about how many titles of each unit are monitored
   */
  Units(Lake lake, Dataset<Row> titles, PopularitySettings settings, int sample) {
    this.lake = lake;
    this.titles = titles;
    this.settings = settings;
    this.sample = sample;
    Parts.perUnit(TrainingTitles.summaries(titles))
        .forEach(
            (unit, ofUnit) -> {
              if (ofUnit.training().titles() >= settings.minTitles() * (1 - settings.heldOut())) {
                parts.put(unit, ofUnit);
              }
            });
    this.categories = Categories.counts(titles).collectAsList();
    this.years = YearlyMeans.sums(titles).collectAsList();
  }

  /** In order. */
  List<String> names() {
    return List.copyOf(parts.keySet());
  }

  PopularitySettings settings() {
    return settings;
  }

  /** Fits the forest of a unit. */
  Fitted fit(String unit) {
    Categories ofTraining = Categories.of(unit, categories);
    List<Feature> features = Features.with(ofTraining);
    Dataset<Row> examples =
        lake.keep(Learner.examples(titles.where(col("unit").equalTo(unit)), features, settings));
    Fitted unitFitted =
        new Fitter(
                ofTraining, features, examples, Objects.requireNonNull(parts.get(unit)), settings)
            .fit(unit, YearlyMeans.of(unit, years));
    fitted.put(unit, unitFitted);
    return unitFitted;
  }

  /** The measures of a unit, once all were fitted. */
  List<Measure> measures(String unit) {
    if (measures == null) {
      measures = ForestEvaluation.metrics(measured());
    }
    String model = ForestEvaluation.modelName(unit);
    return measures.stream()
        .filter(measure -> measure.model().equals(model) || measure.model().startsWith(model + " "))
        .toList();
  }

  private Dataset<Row> measured() {
    if (measured == null) {
      measured = lake.keep(Predictions.of(titles, models(fitted)));
    }
    return measured;
  }

  /**
   * The predictions by the versions that serve. Those of this run predicted all titles when they
   * were measured.
   *
   * @param serving unit to the version that serves
   */
  Dataset<Row> predictions(Map<String, Serving.Version<Fitted>> serving) {
    Set<String> others = new HashSet<>(fitted.keySet());
    Map<String, Fitted> earlier = new HashMap<>();
    serving.forEach(
        (unit, version) -> {
          if (version.isNew()) {
            others.remove(unit);
          } else {
            earlier.put(unit, version.model());
          }
        });
    predictions =
        others.isEmpty()
            ? measured()
            : lake.keep(
                measured()
                    .where(not(col("source").isin(others.toArray())))
                    .union(Predictions.of(titles, models(earlier))));
    return predictions;
  }

  /** Some of the titles with their features. */
  SampledRows sampledTitles() {
    if (sampledTitles == null) {
      sampledTitles = sampled(titles);
    }
    return sampledTitles;
  }

  /** What the versions that serve predict of them. */
  SampledRows sampledPredictions() {
    if (sampledPredictions == null) {
      sampledPredictions =
          sampled(Objects.requireNonNull(predictions).select(TITLE, "source", "predicted"));
    }
    return sampledPredictions;
  }

  private SampledRows sampled(Dataset<Row> rows) {
    return SampledRows.of(
        rows, TITLE, Objects.requireNonNull(predictions).count(), sample * fitted.size());
  }

  private static Map<String, UnitModel> models(Map<String, Fitted> fitted) {
    Map<String, UnitModel> models = new HashMap<>();
    fitted.forEach((unit, ofUnit) -> models.put(unit, ofUnit.model()));
    return models;
  }
}
