package org.reelhouse.recommend.evaluation;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.reelhouse.models.Measure;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.recommend.RecommendSettings.Factors;
import org.reelhouse.recommend.catalogue.Observed;
import org.reelhouse.recommend.model.RankingModel;
import org.reelhouse.recommend.model.RatingWeights;
import org.reelhouse.recommend.model.Trainer;
import org.reelhouse.recommend.observations.Observations;
import org.reelhouse.recommend.observations.Size;

/**
 * Fits models to ratings of some users without those held out, and measures them on these, beside
 * what is trivial: the mean and the biases alone, and the popular titles. What is chosen on the way
 * is what the models of all ratings are fitted with. Each model is measured once, when it is first
 * asked for; with too few ratings to hold some out nothing is measured, and defaults are chosen.
 */
public final class Evaluation {
  private final Optional<Factors> kept;
  private final RecommendSettings settings;
  private final @Nullable Part part;
  private @Nullable RankingTrials ranking;
  private @Nullable RatingTrials rating;

  /**
   * The ratings that take part.
   *
   * @param trainer of those that are not held out
   * @param perUser what each user rated of these
   */
  private record Part(Trainer trainer, Dataset<Row> heldOut, Dataset<Row> perUser) {
    static @Nullable Part of(Observed observed, RecommendSettings settings) {
      Dataset<Row> measured = observed.ratings();
      Size size = observed.size();
      int most = settings.evaluation().maxRatings();
      if (size.rows() > most) {
        measured =
            observed
                .keep()
                .apply(
                    Observations.ofSomeUsers(
                        observed.ratings(), size.rows(), most, settings.seed()));
        size = Size.of(measured);
      }
      if (!size.canBeSplit()) {
        return null;
      }
      Dataset<Row> training = measured.where(not(col("held_out")));
      return new Part(
          new Trainer(observed, training, size.rows() - size.heldOut(), settings),
          measured.where(col("held_out")),
          observed.keep().apply(Observations.perUser(training)));
    }
  }

  /**
   * The evaluation of the ratings of a run.
   *
   * @param kept factors of the rating model from an earlier run; without them several are tried
   */
  Evaluation(Observed observed, Optional<Factors> kept, RecommendSettings settings) {
    this.kept = kept;
    this.settings = settings;
    part = Part.of(observed, settings);
  }

  private Optional<RankingTrials> rankingTrials() {
    if (ranking == null && part != null) {
      ranking =
          RankingTrials.of(part.trainer().ranking(), part.heldOut(), part.perUser(), settings);
    }
    return Optional.ofNullable(ranking);
  }

  private Optional<RatingTrials> ratingTrials() {
    if (rating == null && part != null) {
      List<Factors> others = kept.isPresent() ? List.of() : settings.design().rating().tried();
      rating = RatingTrials.least(part.trainer(), first(), others, part.heldOut(), part.perUser());
    }
    return Optional.ofNullable(rating);
  }

  /** The factors of the rating model that are tried first. */
  private Factors first() {
    return kept.orElseGet(() -> settings.design().rating().factors());
  }

  /** Measures of the ranking model. */
  public List<Measure> ofRanking() {
    return rankingTrials().map(trials -> trials.measures(split())).orElse(List.of());
  }

  /** Measures of the rating model. */
  public List<Measure> ofRating() {
    return ratingTrials().map(trials -> trials.measures(split())).orElse(List.of());
  }

  private String split() {
    RecommendSettings.Evaluation own = settings.evaluation();
    return "%s %d %%".formatted(own.heldOut(), Math.round(own.share() * 100));
  }

  /** How much counts beside the factors in a ranking. */
  public RankingModel.Weights rankingWeights() {
    return rankingTrials().map(RankingTrials::weights).orElse(RankingModel.Weights.DEFAULT);
  }

  /** The factors of the rating model that erred least. */
  public Factors factors() {
    return ratingTrials().map(RatingTrials::factors).orElseGet(this::first);
  }

  /** How much the parts of an expected rating count. */
  RatingWeights ratingWeights() {
    return ratingTrials().map(trials -> trials.model().weights()).orElse(RatingWeights.DEFAULT);
  }
}
