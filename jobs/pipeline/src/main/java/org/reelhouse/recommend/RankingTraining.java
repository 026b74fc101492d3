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
import org.reelhouse.recommend.model.RankingModel;
import org.reelhouse.recommend.model.SavedRanking;
import org.reelhouse.storage.ModelFolder;

/** The model of which titles a user would choose. */
record RankingTraining(Training training, Monitoring monitoring)
    implements TrainedModel<RankingModel> {
  @Override
  public String name() {
    return RankingModel.NAME;
  }

  @Override
  public Optional<RankingModel> fit() {
    return training.observed().size().isEmpty()
        ? Optional.empty()
        : Optional.of(training.ranking());
  }

  @Override
  public List<Measure> measure(RankingModel fitted) {
    return training.evaluation().ofRanking();
  }

  @Override
  public Description describe(RankingModel fitted) {
    return new Description(
        training.observed().size().rows(),
        SavedRanking.parameters(
            fitted, training.settings(), training.evaluation().rankingWeights()));
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
  public void save(RankingModel fitted, ModelFolder folder) {
    SavedRanking.save(fitted, training.observed().numbered(), folder);
  }

  @Override
  public RankingModel open(SavedVersion saved) {
    return SavedRanking.open(saved.folder(), saved.parameters(), training.observed());
  }

  @Override
  public Monitored monitor(RankingModel serving) {
    return monitoring.with("score");
  }
}
