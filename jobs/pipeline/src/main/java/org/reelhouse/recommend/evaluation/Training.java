package org.reelhouse.recommend.evaluation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.recommend.RecommendSettings.Factors;
import org.reelhouse.recommend.catalogue.Observed;
import org.reelhouse.recommend.model.RankingModel;
import org.reelhouse.recommend.model.RatingModel;
import org.reelhouse.recommend.model.Trainer;

/**
 * What both models of a run share: they are fitted to all ratings with what was chosen where they
 * were measured, on ratings held out. Each step is done once, when it is first asked for.
 */
public final class Training {
  private final Observed observed;
  private final Optional<Factors> kept;
  private final RecommendSettings settings;
  private final Trainer trainer;
  private @Nullable Evaluation evaluation;

  /**
   * The training of one run.
   *
   * @param observed at least one rating
   * @param kept factors of the rating model from an earlier run; without them several are tried
   */
  public Training(Observed observed, Optional<Factors> kept, RecommendSettings settings) {
    this.observed = observed;
    this.kept = kept;
    this.settings = settings;
    trainer = new Trainer(observed, observed.ratings(), observed.size().rows(), settings);
  }

  public Observed observed() {
    return observed;
  }

  public RecommendSettings settings() {
    return settings;
  }

  /** What was measured on ratings held out, and chosen there. */
  public Evaluation evaluation() {
    if (evaluation == null) {
      evaluation = new Evaluation(observed, kept, settings);
    }
    return evaluation;
  }

  /** The rating model of all ratings. */
  public RatingModel rating() {
    return trainer.rating(evaluation().factors(), evaluation().ratingWeights());
  }

  /** The ranking model of all ratings. */
  public RankingModel ranking() {
    return trainer.ranking().weighed(evaluation().rankingWeights());
  }
}
