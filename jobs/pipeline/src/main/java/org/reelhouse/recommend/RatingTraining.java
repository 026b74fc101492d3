package org.reelhouse.recommend;

import java.util.List;
import java.util.Optional;
import org.reelhouse.models.Description;
import org.reelhouse.models.Measure;
import org.reelhouse.models.Monitored;
import org.reelhouse.models.SavedVersion;
import org.reelhouse.models.TrainedModel;
import org.reelhouse.recommend.evaluation.Training;
import org.reelhouse.recommend.model.Layouts;
import org.reelhouse.recommend.model.RatingModel;
import org.reelhouse.recommend.model.SavedRating;
import org.reelhouse.storage.ModelFolder;

/** The model of the rating that a user would give. */
record RatingTraining(Training training, Monitoring monitoring)
    implements TrainedModel<RatingModel> {
  @Override
  public String name() {
    return RatingModel.NAME;
  }

  @Override
  public Optional<RatingModel> fit() {
    return training.observed().size().isEmpty() ? Optional.empty() : Optional.of(training.rating());
  }

  @Override
  public List<Measure> measure(RatingModel fitted) {
    return training.evaluation().ofRating();
  }

  @Override
  public Description describe(RatingModel fitted) {
    return new Description(
        training.observed().size().rows(),
        SavedRating.parameters(fitted, training.evaluation().factors(), training.settings()));
  }

  @Override
  public int layout() {
    return Layouts.PRESENT;
  }

  @Override
  public boolean opens(int layout) {
    return layout <= Layouts.PRESENT;
  }

  @Override
  public void save(RatingModel fitted, ModelFolder folder) {
    SavedRating.save(fitted, training.observed().numbered(), folder);
  }

  @Override
  public RatingModel open(SavedVersion saved) {
    return SavedRating.open(saved.folder(), saved.parameters(), training.observed());
  }

  @Override
  public Monitored monitor(RatingModel serving) {
    return monitoring.with("predicted_rating");
  }
}
