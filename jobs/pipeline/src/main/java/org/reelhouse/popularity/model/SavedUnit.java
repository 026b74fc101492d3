package org.reelhouse.popularity.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.apache.spark.ml.regression.RandomForestRegressionModel;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.reelhouse.PipelineException;
import org.reelhouse.popularity.features.Categories;
import org.reelhouse.popularity.features.Features;
import org.reelhouse.popularity.forest.Calibration;
import org.reelhouse.popularity.forest.Forest;
import org.reelhouse.popularity.forest.LaterTitleBias;
import org.reelhouse.storage.ModelFolder;

/**
 * What it takes beside the saved forest to predict by it again.
 *
 * @param inputs names of the numbers that the forest sees, in their order
 * @param training what the forest learned from
 * @param released calibration for released titles
 * @param projection calibration for titles not yet released
 * @param drivers of {@code gold.popularity_driver}
 */
public record SavedUnit(
    Categories categories,
    List<String> inputs,
    TrainingTitles training,
    Calibration released,
    Calibration projection,
    YearlyMeans years,
    List<Driver> drivers) {
  private static final String FOREST = "forest";
  private static final String FILE = "unit.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * How much a feature counts in the whole forest.
   *
   * @param rank from 1, by importance
   * @param permutation increase of the error when it is shuffled; null without held-out titles
   * @param spread of these increases
   */
  public record Driver(
      String feature,
      double importance,
      int rank,
      @Nullable Double permutation,
      @Nullable Double spread) {
    public Row row(String unit) {
      return RowFactory.create(unit, feature, importance, rank, permutation, spread);
    }
  }

  /** Saves what was fitted in this run. */
  public static void save(Fitted fitted, ModelFolder folder) {
    UnitModel model = fitted.model();
    folder.save(FOREST, fitted.forest());
    SavedUnit unit =
        new SavedUnit(
            fitted.categories(),
            model.inputs(),
            model.served().training(),
            model.served().calibration(),
            model.projection(),
            model.years(),
            fitted.drivers());
    try {
      folder.save(FILE, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(unit));
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /**
   * A saved unit, which can predict but no longer be measured.
   *
   * @param model its name, for the message
   * @throws PipelineException if it was saved by code with other features
   */
  public static Fitted open(String unit, String model, ModelFolder folder) {
    SavedUnit saved;
    try {
      saved = JSON.readValue(folder.text(FILE), SavedUnit.class);
    } catch (JsonProcessingException failure) {
      throw new PipelineException(
          "Cannot serve a saved version of %s: it was saved by another version of Reelhouse. Let one of this version serve with reelhouse models promote."
              .formatted(model),
          failure);
    }
    RandomForestRegressionModel forest = folder.model(FOREST, RandomForestRegressionModel.read());
    UnitModel opened =
        new UnitModel(
            Features.with(saved.categories()),
            new Learned(Forest.of(forest), saved.training(), saved.released(), LaterTitleBias.NONE),
            saved.projection(),
            null,
            saved.years());
    if (!opened.inputs().equals(saved.inputs())) {
      throw new PipelineException(
          "Cannot serve a saved version of %s: it has other features than this version of Reelhouse. Let a newer one serve with reelhouse models promote."
              .formatted(model));
    }
    return new Fitted(unit, saved.categories(), forest, opened, saved.drivers());
  }
}
