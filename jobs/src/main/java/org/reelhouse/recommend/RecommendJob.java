package org.reelhouse.recommend;

import static java.util.Map.entry;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.Job;
import org.reelhouse.Tally;
import org.reelhouse.config.RecommendSettings;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.Gold;
import org.reelhouse.lake.Lake;
import org.reelhouse.lake.Ops;
import org.reelhouse.lake.SideBySide;
import org.reelhouse.lake.Silver;
import org.reelhouse.lake.Table;

/**
 * Recommends titles to every user and finds similar titles. A ranking model chooses the titles, a
 * rating model says what the user would think of them; both are measured on held-out ratings first
 * and then fitted to all.
 *
 * <p>Without any ratings the tables become empty, and {@code ops.job_run} says that none were read.
 */
public final class RecommendJob implements Job {
  static final String RATING_MODEL = "recommend-rating";
  static final String RANKING_MODEL = "recommend-ranking";

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
        Gold.USER_AUDIENCE);
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
        Ops.MODEL_METRIC);
  }

  @Override
  public List<Tally> run(Lake lake, Settings all) {
    RecommendSettings settings = all.recommend();
    Dataset<Row> ratings = lake.read(Silver.RATING);
    Dataset<Row> users = lake.keep(Observations.users(ratings));
    Dataset<Row> titles = lake.keep(Observations.titles(ratings));
    Dataset<Row> observations = lake.keep(Observations.of(ratings, users, titles, settings));
    SharedTitles catalogue =
        SharedTitles.reading(
            ratings.sparkSession(),
            () -> TitleReader.read(lake, titles, Set.of(TitleFilter.ANY), settings));
    Size size = Size.of(observations);
    Candidates candidates = new Candidates(titles, catalogue, settings.candidates());
    Ledger ledger = new Ledger(lake, name());
    Evaluation.Ranking measured = measured(lake, observations, size, candidates, settings);
    ledger.metrics(measured.metrics(), settings.evaluation().share());
    if (size.isEmpty()) {
      publishNothing(lake, ledger);
    } else {
      Models models =
          Models.fit(
              observations,
              size,
              candidates,
              linksFactor(measured, settings),
              settings,
              lake::keep);
      Dataset<Row> viewers =
          lake.keep(models.viewers(observations).join(users.select("user", "user_id"), "user"));
      long chosen =
          publish(lake, ledger, models, viewers, observations, candidates, size.rows(), settings);
      noteShortLists(lake, users.count(), chosen, settings.perUser());
    }
    return tallies(lake, size, catalogue.get());
  }

  /** Fits models to some users' ratings without those held out and measures them there. */
  private static Evaluation.Ranking measured(
      Lake lake,
      Dataset<Row> observations,
      Size size,
      Candidates candidates,
      RecommendSettings settings) {
    Dataset<Row> measured =
        lake.keep(
            Observations.ofSomeUsers(
                observations, size.rows(), settings.evaluation().maxRatings(), settings.seed()));
    if (!size.canBeSplit() || !Size.of(measured).canBeSplit()) {
      return Evaluation.Ranking.NONE;
    }
    Dataset<Row> training = measured.where(not(col("held_out")));
    Dataset<Row> heldOut = measured.where(col("held_out"));
    Models models =
        Models.fit(
            training,
            Size.of(training),
            candidates,
            linksFactor(Evaluation.Ranking.NONE, settings),
            settings,
            lake::keep);
    return Evaluation.of(models, models.viewers(training), heldOut, settings);
  }

  private static double linksFactor(Evaluation.Ranking measured, RecommendSettings settings) {
    return settings.titleLinks().maxRatings() == 0 ? 0 : measured.linksFactor();
  }

  /** Returns the rows of recommendations. */
  private static long publish(
      Lake lake,
      Ledger ledger,
      Models models,
      Dataset<Row> viewers,
      Dataset<Row> observations,
      Candidates candidates,
      long rows,
      RecommendSettings settings) {
    Dataset<Row> chosen = Recommendations.chosen(viewers, models.catalogue(), settings);
    return SideBySide.run(
            List.of(
                entry(
                    Gold.RECOMMENDATION,
                    () ->
                        lake.replace(
                            Gold.RECOMMENDATION, Recommendations.rated(chosen, models.rating()))),
                entry(
                    Gold.SIMILAR_TITLE,
                    () ->
                        lake.replace(
                            Gold.SIMILAR_TITLE,
                            SimilarTitles.rows(
                                viewers.sparkSession(), models.catalogue(), settings))),
                entry(
                    Gold.USER_AUDIENCE,
                    () -> Audiences.publish(lake, viewers, models.catalogue(), settings)),
                entry(Ops.MODEL_VERSION, () -> ledger.models(models, rows, settings)),
                entry(
                    Gold.RECOMMENDATION_TITLE,
                    () ->
                        lake.replace(
                            Gold.RECOMMENDATION_TITLE,
                            RecommendationTitles.rows(
                                models, observations, candidates.numbered())))))
        .getOrDefault(Gold.RECOMMENDATION, 0L);
  }

  private static void noteShortLists(Lake lake, long users, long rows, int perUser) {
    long missing = users * perUser - rows;
    if (missing > 0) {
      lake.note(
          "%,d places of %,d lists of %d stay empty: too few titles that pass recommend.filter are unseen"
              .formatted(missing, users, perUser));
    }
  }

  private static void publishNothing(Lake lake, Ledger ledger) {
    for (Table table :
        List.of(
            Gold.RECOMMENDATION,
            Gold.RECOMMENDATION_TITLE,
            Gold.SIMILAR_TITLE,
            Gold.AUDIENCE,
            Gold.USER_AUDIENCE)) {
      lake.replace(table, lake.frame(List.of(), table.schema()));
    }
    ledger.noModels();
  }

  private static List<Tally> tallies(Lake lake, Size size, Titles titles) {
    long read = lake.count(Silver.RATING);
    long all = lake.count(Silver.TITLE);
    long known = Math.min(all, titles.size());
    return List.of(
        new Tally(Silver.RATING.name(), read, read, size.rows(), 0, 0),
        new Tally(Silver.TITLE.name(), all, known, known, 0, 0));
  }
}
