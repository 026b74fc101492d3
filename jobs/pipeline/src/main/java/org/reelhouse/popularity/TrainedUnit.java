package org.reelhouse.popularity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.reelhouse.models.Description;
import org.reelhouse.models.Distribution;
import org.reelhouse.models.Measure;
import org.reelhouse.models.Monitored;
import org.reelhouse.models.SampledRows;
import org.reelhouse.models.SavedVersion;
import org.reelhouse.models.TrainedModel;
import org.reelhouse.popularity.evaluation.ForestEvaluation;
import org.reelhouse.popularity.features.Feature;
import org.reelhouse.popularity.forest.Calibration;
import org.reelhouse.popularity.model.Fitted;
import org.reelhouse.popularity.model.Levels;
import org.reelhouse.popularity.model.SavedUnit;
import org.reelhouse.popularity.model.UnitModel;
import org.reelhouse.storage.ModelFolder;
import org.reelhouse.tables.Silver;

/** The model of one unit of popularity: a random forest. */
record TrainedUnit(String unit, Units units) implements TrainedModel<Fitted> {
  private static final int LAYOUT = 1;

  @Override
  public String name() {
    return ForestEvaluation.modelName(unit);
  }

  @Override
  public Optional<Fitted> fit() {
    return Optional.of(units.fit(unit));
  }

  @Override
  public List<Measure> measure(Fitted fitted) {
    return units.measures(unit);
  }

  /** Parameters are what a reader of the saved forest needs: its inputs in order, the levels. */
  @Override
  public Description describe(Fitted fitted) {
    UnitModel model = fitted.model();
    PopularitySettings settings = units.settings();
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
    return new Description(model.served().training().titles(), parameters);
  }

  @Override
  public int layout() {
    return LAYOUT;
  }

  @Override
  public void save(Fitted fitted, ModelFolder folder) {
    SavedUnit.save(fitted, folder);
  }

  @Override
  public Fitted open(SavedVersion saved) {
    return SavedUnit.open(unit, name(), saved.folder());
  }

  /** The first number that each feature gives, and what is predicted, as in the table. */
  @Override
  public Monitored monitor(Fitted fitted) {
    SampledRows inputs = units.sampledTitles().where(title -> unit.equals(title.getAs("unit")));
    List<Distribution> distributions = new ArrayList<>();
    for (Feature feature : fitted.model().features()) {
      distributions.add(inputs.of(feature.name(), feature.readings().get(0)::of));
    }
    distributions.add(
        units
            .sampledPredictions()
            .where(prediction -> unit.equals(prediction.getAs("source")))
            .of("predicted"));
    return new Monitored(Silver.TITLE, distributions);
  }
}
