package org.reelhouse.recommend;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.reelhouse.Job;
import org.reelhouse.RunContext;
import org.reelhouse.Tally;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.Lake;
import org.reelhouse.lake.SideBySide;
import org.reelhouse.models.ModelsSettings;
import org.reelhouse.models.Rollout;
import org.reelhouse.models.TrainingRun;
import org.reelhouse.recommend.RecommendSettings.Factors;
import org.reelhouse.recommend.audience.AudienceTraining;
import org.reelhouse.recommend.audience.Audiences;
import org.reelhouse.recommend.catalogue.Observed;
import org.reelhouse.recommend.evaluation.Training;
import org.reelhouse.recommend.lists.SimilarTitles;
import org.reelhouse.recommend.model.RankingModel;
import org.reelhouse.recommend.model.RankingVersion;
import org.reelhouse.recommend.model.RatingModel;
import org.reelhouse.recommend.model.SavedRating;
import org.reelhouse.recommend.model.Served;
import org.reelhouse.tables.Gold;
import org.reelhouse.tables.Ops;
import org.reelhouse.tables.Silver;
import org.reelhouse.tables.Table;

/**
 * Recommends titles to every user and finds similar titles. A ranking model chooses the titles, a
 * rating model says what the user would think of them; both are measured on held-out ratings first
 * and then fitted to all.
 *
 * <p>Without any ratings the tables become empty, and {@code ops.job_run} says that none were read.
 */
public final class RecommendJob implements Job {
  /** The model that chooses titles, two versions of which can share the users. */
  public static final String RANKING_MODEL = RankingModel.NAME;

  @Override
  public String name() {
    return "recommend";
  }

  @Override
  public String description() {
    return "Recommends titles to every user and finds similar titles.";
  }

  @Override
  public Set<Table> reads() {
    return Set.of(
        Silver.RATING,
        Silver.TITLE,
        Silver.SOURCE_TITLE,
        Silver.TITLE_SOURCE,
        Gold.AUDIENCE,
        Gold.USER_AUDIENCE,
        Gold.RECOMMENDATION,
        Ops.MODEL_VERSION,
        Ops.MODEL_DECISION);
  }

  @Override
  public Set<Table> writes() {
    return Set.of(
        Gold.RECOMMENDATION,
        Gold.RECOMMENDATION_TITLE,
        Gold.SIMILAR_TITLE,
        Gold.AUDIENCE,
        Gold.USER_AUDIENCE,
        Ops.MODEL_VERSION,
        Ops.MODEL_METRIC,
        Ops.DATA_QUALITY);
  }

  @Override
  public List<Tally> run(Lake lake, RunContext context, Settings all) {
    RecommendSettings settings = all.of(RecommendSettings.class);
    TrainingRun run =
        TrainingRun.begin(lake, context, this, all.of(ModelsSettings.class), settings);
    Observed observed = Observed.read(lake, settings);
    Training training = new Training(observed, keptFactors(run, observed.size().rows()), settings);
    Monitoring monitoring =
        new Monitoring(lake, observed, all.of(ModelsSettings.class).drift().sample());
    RankingTraining ranking = new RankingTraining(training, monitoring);
    RatingTraining rating = new RatingTraining(training, monitoring);
    Rollout rollout = run.train(ranking, rating);
    Optional<Served> served = served(rollout, ranking, rating, observed);
    served.ifPresentOrElse(
        versions -> {
          long rows = publish(lake, versions, observed, rollout, all);
          noteShortLists(context, observed.users().count(), rows, settings.perUser());
        },
        () -> publishNothing(lake));
    rollout.publish();
    return tallies(lake, observed);
  }

  /**
   * The factors of the last version that was trained under the same settings, unless there are
   * twice as many ratings since.
   */
  static Optional<Factors> keptFactors(TrainingRun run, long ratings) {
    return run.lastUnderTheseSettings(RatingModel.NAME)
        .filter(version -> ratings < 2 * version.trainingRows())
        .map(version -> SavedRating.fitted(version.parameters()));
  }

  /** Empty without ratings, and where a gate lets no version serve. */
  private static Optional<Served> served(
      Rollout rollout, RankingTraining ranking, RatingTraining rating, Observed observed) {
    return rollout
        .serving(ranking)
        .flatMap(ranks -> rollout.serving(rating).map(rates -> Served.of(ranks, rates, observed)));
  }

  /**
   * Publishes what the serving versions say. The new ones are saved meanwhile, and audiences are
   * found among the users of the first.
   *
   * @return how many rows of recommendations there are
   */
  private static long publish(
      Lake lake, Served served, Observed observed, Rollout rollout, Settings all) {
    RecommendSettings settings = all.of(RecommendSettings.class);
    RankingVersion first = served.rankings().get(0);
    AudienceTraining audiences =
        new AudienceTraining(lake, first, settings, all.of(ModelsSettings.class).drift().sample());
    SparkSession spark = observed.ratings().sparkSession();
    Map<Table, Long> rows =
        SideBySide.run(
            List.of(
                entry(
                    Gold.RECOMMENDATION,
                    () ->
                        lake.replace(Gold.RECOMMENDATION, Recommendations.rows(served, settings))),
                entry(
                    Gold.SIMILAR_TITLE,
                    () ->
                        lake.replace(
                            Gold.SIMILAR_TITLE,
                            SimilarTitles.rows(spark, first.model(), settings))),
                entry(
                    Gold.USER_AUDIENCE,
                    () -> {
                      rollout.with(audiences).save();
                      return Audiences.publish(lake, rollout.serving(audiences), first, settings);
                    }),
                entry(
                    Gold.RECOMMENDATION_TITLE,
                    () ->
                        lake.replace(
                            Gold.RECOMMENDATION_TITLE,
                            RecommendationTitles.rows(served, observed)))));
    return rows.getOrDefault(Gold.RECOMMENDATION, 0L);
  }

  private static void noteShortLists(RunContext context, long users, long rows, int perUser) {
    long missing = users * perUser - rows;
    if (missing > 0) {
      context.note(
          "%,d places of %,d lists of %d stay empty: too few titles that pass recommend.filter are unseen"
              .formatted(missing, users, perUser));
    }
  }

  private static void publishNothing(Lake lake) {
    for (Table table :
        List.of(
            Gold.RECOMMENDATION,
            Gold.RECOMMENDATION_TITLE,
            Gold.SIMILAR_TITLE,
            Gold.AUDIENCE,
            Gold.USER_AUDIENCE)) {
      lake.replace(table, lake.frame(List.of(), table.schema()));
    }
  }

  private static List<Tally> tallies(Lake lake, Observed observed) {
    long read = lake.count(Silver.RATING);
    long all = lake.count(Silver.TITLE);
    long known = Math.min(all, observed.titles().get().size());
    return List.of(
        new Tally(Silver.RATING.name(), read, read, observed.size().rows(), 0, 0),
        new Tally(Silver.TITLE.name(), all, known, known, 0, 0));
  }
}
