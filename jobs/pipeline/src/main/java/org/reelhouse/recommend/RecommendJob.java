package org.reelhouse.recommend;

import static java.util.Map.entry;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.Job;
import org.reelhouse.Tally;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.Lake;
import org.reelhouse.lake.SideBySide;
import org.reelhouse.models.Distribution;
import org.reelhouse.models.ModelVersions;
import org.reelhouse.models.ModelsSettings;
import org.reelhouse.models.SampledRows;
import org.reelhouse.models.Trained;
import org.reelhouse.models.Watched;
import org.reelhouse.recommend.RecommendSettings.Factors;
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
  static final String RATING_MODEL = "recommend-rating";

  /** The model that chooses titles, two versions of which can share the users. */
  public static final String RANKING_MODEL = "recommend-ranking";

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
  public List<Tally> run(Lake lake, Settings all) {
    RecommendSettings settings = all.of(RecommendSettings.class);
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
    ModelVersions versions = ModelVersions.of(lake, this, all.of(ModelsSettings.class), settings);
    Optional<Factors> kept = SavedRating.keptFactors(versions, size.rows());
    Evaluation.Findings found = measured(lake, observations, size, candidates, kept, settings);
    versions.measured(found.metrics());
    if (size.isEmpty()) {
      publishNothing(lake);
    } else {
      Models models =
          Models.fit(
              observations,
              size,
              candidates,
              found.linksFactor(),
              found.factors(),
              found.weights(),
              settings,
              lake::keep);
      Served served = Served.of(versions, models, observations, users, candidates, lake::keep);
      long chosen =
          publish(
              lake,
              served,
              observations,
              titles,
              () -> save(versions, models, titles, size.rows(), found.linksFactor(), settings),
              settings);
      long viewers = users.count();
      noteShortLists(lake, viewers, chosen, settings.perUser());
      watch(versions, lake, served, viewers, all.of(ModelsSettings.class).drift().sample());
    }
    versions.publish();
    return tallies(lake, size, catalogue.get());
  }

  /**
   * Fits models to some users' ratings without those held out and measures them there.
   *
   * @param kept factors of the rating model from an earlier run; without them several are tried
   */
  private static Evaluation.Findings measured(
      Lake lake,
      Dataset<Row> observations,
      Size size,
      Candidates candidates,
      Optional<Factors> kept,
      RecommendSettings settings) {
    Evaluation.Findings none =
        Evaluation.Findings.none(kept.orElseGet(() -> settings.rating().factors()));
    Dataset<Row> measured =
        lake.keep(
            Observations.ofSomeUsers(
                observations, size.rows(), settings.evaluation().maxRatings(), settings.seed()));
    if (!size.canBeSplit() || !Size.of(measured).canBeSplit()) {
      return none;
    }
    Dataset<Row> training = measured.where(not(col("held_out")));
    Dataset<Row> heldOut = measured.where(col("held_out"));
    Models models =
        Models.fit(
            training,
            Size.of(training),
            candidates,
            none.linksFactor(),
            none.factors(),
            none.weights(),
            settings,
            lake::keep);
    List<Factors> tried = kept.isPresent() ? List.of() : settings.rating().tried();
    return Evaluation.of(models, models.viewers(training), heldOut, tried, settings, lake::keep);
  }

  private static void save(
      ModelVersions versions,
      Models models,
      Dataset<Row> titles,
      long rows,
      double linksFactor,
      RecommendSettings settings) {
    versions.save(
        new Trained(
            RATING_MODEL,
            rows,
            SavedRating.parameters(models.rating(), settings),
            folder -> SavedRating.save(models.rating(), titles, folder)));
    versions.save(
        new Trained(
            RANKING_MODEL,
            rows,
            SavedRanking.parameters(settings, linksFactor),
            folder -> SavedRanking.save(models, titles, folder)));
  }

  /** What users gave ratings, and what the models say of the first titles of their lists. */
  private static void watch(
      ModelVersions versions, Lake lake, Served served, long users, int most) {
    SampledRows viewers =
        SampledRows.of(
            served
                .rankings()
                .get(0)
                .viewers()
                .select(
                    col("user_id"),
                    size(col("rated")).as("ratings_per_user"),
                    expr("aggregate(rated, 0D, (sum, one) -> sum + one.rating) / size(rated)")
                        .as("mean_rating_per_user")),
            "user_id",
            users,
            most);
    SampledRows lists =
        SampledRows.of(
            lake.read(Gold.RECOMMENDATION)
                .where(col("rank").equalTo(1))
                .select("user_id", "score", "predicted_rating"),
            "user_id",
            users,
            most);
    List<Distribution> inputs =
        List.of(viewers.of("mean_rating_per_user"), viewers.of("ratings_per_user"));
    versions.watch(new Watched(RANKING_MODEL, Silver.RATING, with(inputs, lists.of("score"))));
    versions.watch(
        new Watched(RATING_MODEL, Silver.RATING, with(inputs, lists.of("predicted_rating"))));
  }

  private static List<Distribution> with(List<Distribution> inputs, Distribution prediction) {
    return Stream.concat(inputs.stream(), Stream.of(prediction)).toList();
  }

  /**
   * Publishes what the serving versions say, and saves the new ones meanwhile.
   *
   * @return the rows of recommendations
   */
  private static long publish(
      Lake lake,
      Served served,
      Dataset<Row> observations,
      Dataset<Row> titles,
      Runnable save,
      RecommendSettings settings) {
    RankingVersion first = served.rankings().get(0);
    Dataset<Row> chosen = Recommendations.chosen(served, settings);
    return SideBySide.run(
            List.of(
                entry(
                    Gold.RECOMMENDATION,
                    () ->
                        lake.replace(
                            Gold.RECOMMENDATION, Recommendations.rated(chosen, served.rating()))),
                entry(
                    Gold.SIMILAR_TITLE,
                    () ->
                        lake.replace(
                            Gold.SIMILAR_TITLE,
                            SimilarTitles.rows(
                                observations.sparkSession(), first.catalogue(), settings))),
                entry(
                    Gold.USER_AUDIENCE,
                    () -> Audiences.publish(lake, first.viewers(), first.catalogue(), settings)),
                entry(
                    Ops.MODEL_VERSION,
                    () -> {
                      save.run();
                      return 0L;
                    }),
                entry(
                    Gold.RECOMMENDATION_TITLE,
                    () ->
                        lake.replace(
                            Gold.RECOMMENDATION_TITLE,
                            RecommendationTitles.rows(served, observations, titles)))))
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

  private static List<Tally> tallies(Lake lake, Size size, Titles titles) {
    long read = lake.count(Silver.RATING);
    long all = lake.count(Silver.TITLE);
    long known = Math.min(all, titles.size());
    return List.of(
        new Tally(Silver.RATING.name(), read, read, size.rows(), 0, 0),
        new Tally(Silver.TITLE.name(), all, known, known, 0, 0));
  }
}
