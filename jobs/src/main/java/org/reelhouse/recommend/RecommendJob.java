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
    return Set.of(Silver.RATING, Silver.TITLE);
  }

  @Override
  public Set<Table> writes() {
    return Set.of(Gold.RECOMMENDATION, Gold.SIMILAR_TITLE, Ops.MODEL_VERSION, Ops.MODEL_METRIC);
  }

  @Override
  public List<Tally> run(Lake lake, Settings all) {
    RecommendSettings settings = all.recommend();
    Dataset<Row> ratings = lake.read(Silver.RATING);
    Dataset<Row> users = lake.keep(Observations.users(ratings));
    Dataset<Row> titles = lake.keep(Observations.titles(ratings));
    Dataset<Row> observations = lake.keep(Observations.of(ratings, users, titles, settings));
    Size size = Size.of(observations);
    Candidates candidates = Candidates.of(titles, lake.read(Silver.TITLE), settings);
    Ledger ledger = new Ledger(lake, name());
    ledger.metrics(
        metrics(lake, observations, size, candidates, settings), settings.evaluation().share());
    if (size.isEmpty()) {
      publishNothing(lake, ledger);
    } else {
      Models models = Models.fit(observations, candidates, settings, lake::keep);
      publish(
          lake,
          ledger,
          models,
          models.viewers(observations).join(users, "user"),
          size.rows(),
          settings);
    }
    return tallies(lake, size, candidates);
  }

  /** Fits models to some users' ratings without those held out and measures them there. */
  private static List<Metric> metrics(
      Lake lake,
      Dataset<Row> observations,
      Size size,
      Candidates candidates,
      RecommendSettings settings) {
    Dataset<Row> measured =
        lake.keep(Observations.ofSomeUsers(observations, size.rows(), settings));
    if (!size.canBeSplit() || !Size.of(measured).canBeSplit()) {
      return List.of();
    }
    Dataset<Row> training = measured.where(not(col("held_out")));
    Dataset<Row> heldOut = measured.where(col("held_out"));
    Models models = Models.fit(training, candidates, settings, lake::keep);
    return Evaluation.of(models, models.viewers(training), heldOut, settings);
  }

  private static void publish(
      Lake lake,
      Ledger ledger,
      Models models,
      Dataset<Row> viewers,
      long rows,
      RecommendSettings settings) {
    Dataset<Row> chosen = Recommendations.chosen(viewers, models.catalogue(), settings);
    SideBySide.run(
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
                        Recommendations.similar(
                            viewers.sparkSession(), models.catalogue(), settings))),
            entry(Ops.MODEL_VERSION, () -> ledger.models(models, rows, settings))));
  }

  private static void publishNothing(Lake lake, Ledger ledger) {
    for (Table table : List.of(Gold.RECOMMENDATION, Gold.SIMILAR_TITLE)) {
      lake.replace(table, lake.frame(List.of(), table.schema()));
    }
    ledger.noModels();
  }

  private static List<Tally> tallies(Lake lake, Size size, Candidates candidates) {
    long read = lake.count(Silver.RATING);
    long unrated = candidates.unrated().size();
    return List.of(
        new Tally(Silver.RATING.name(), read, read, size.rows(), 0, 0),
        new Tally(Silver.TITLE.name(), lake.count(Silver.TITLE), unrated, unrated, 0, 0));
  }
}
