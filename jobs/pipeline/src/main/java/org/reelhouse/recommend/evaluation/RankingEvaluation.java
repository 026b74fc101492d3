package org.reelhouse.recommend.evaluation;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sort_array;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.reelhouse.PipelineException;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.recommend.catalogue.Catalogue;
import org.reelhouse.recommend.catalogue.Titles;
import org.reelhouse.recommend.lists.Choice;
import org.reelhouse.recommend.lists.Recommender;
import org.reelhouse.recommend.lists.Viewer;
import org.reelhouse.recommend.model.RankingModel;
import org.reelhouse.recommend.model.SavedRanking;
import org.reelhouse.recommend.observations.Observations;
import org.reelhouse.sampling.HashSample;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * How good the lists are that users get, on ratings that the ranking model did not learn from. The
 * model and the lists are those that the job recommend would serve if the training ratings were
 * those of its lake: by the same classes under the same settings. All titles of the training part
 * are ranked but those the user rated there; every held-out title is relevant, whatever its rating.
 *
 * @param trained training ratings
 * @param users measured: those with training ratings and with a relevant title, or some of them
 *     where there are very many
 * @param newUsers with a relevant title and without training ratings; all get popular titles, and
 *     none is in the means
 * @param models ours first, then its factors alone and the popular titles
 * @param parameters of our model, as in {@code ops.model_version}
 * @param fitSeconds wall-clock time from the ratings in memory to the fitted model
 */
public record RankingEvaluation(
    long trained,
    int users,
    int newUsers,
    List<ModelQuality> models,
    Map<String, String> parameters,
    double fitSeconds) {
  private static final int MOST_USERS = 20_000;
  private static final StructType LISTS =
      StructType.fromDDL("user INT, rated INT, relevant ARRAY<INT>, lists ARRAY<ARRAY<INT>>");

  /** The names of the models. */
  private static final List<String> MODELS = List.of(RankingModel.NAME, "als", "popular");

  /**
   * The quality of one model's lists of k titles.
   *
   * @param ndcg mean over users of Σ 1/log2(place + 1) over relevant titles in the list, over the
   *     same sum of the best list possible
   * @param recall mean share of the relevant titles that is in the list
   * @param map mean of the precisions down to each relevant title, over min(k, relevant)
   * @param hitRate share of users with a relevant title in the list
   * @param coverage share of the training part's titles that are in any list
   * @param novelty mean over all places of -log2(share of the training users who rated the title)
   * @param ndcgByUser nDCG of cold users, with fewer than 20 training ratings, and of warm ones
   * @param recallByTitle share of the relevant titles that is found among the popular, the middling
   *     and the rare: the most rated titles with a third of the training ratings, the next third,
   *     the rest
   */
  public record ModelQuality(
      String model,
      double ndcg,
      double recall,
      double map,
      double hitRate,
      double coverage,
      double novelty,
      Map<String, Double> ndcgByUser,
      Map<String, Double> recallByTitle) {}

  /**
   * Learns from some ratings and measures on others, which are as old as these. All held-out titles
   * count, also those without training ratings, which nobody can find.
   *
   * @param training rows of user_id, title_id, rating, rated_at
   */
  public static RankingEvaluation of(
      Dataset<Row> training, Dataset<Row> test, RecommendSettings settings) {
    Fold fold = Fold.of(training, test, settings);
    return of(fold, fold.test(), settings);
  }

  /**
   * Learns from all but the newest ratings and measures on these, as far as users and titles have
   * training ratings.
   *
   * @param settings whose share of the ratings is held out
   */
  public static RankingEvaluation byTime(Dataset<Row> ratings, RecommendSettings settings) {
    Dataset<Row> parted =
        ratings.withColumn(
            "newest",
            Observations.isNewest(
                ratings, col("rated_at").cast("bigint"), settings.evaluation().share()));
    Fold fold =
        Fold.of(
            parted.where(not(col("newest"))).drop("newest"),
            parted.where(col("newest")).drop("newest"),
            settings);
    Dataset<Row> known = fold.observed().ratings().select("title").distinct();
    return of(fold, fold.test().join(known, "title"), settings);
  }

  private static RankingEvaluation of(Fold fold, Dataset<Row> test, RecommendSettings settings) {
    Dataset<Row> relevant =
        fold.observed()
            .keep()
            .apply(test.groupBy("user").agg(sort_array(collect_set("title")).as("relevant")));
    Dataset<Row> measured =
        HashSample.first(
            MOST_USERS,
            Observations.perUser(fold.observed().ratings()).join(relevant, "user"),
            "user");
    if (measured.isEmpty()) {
      throw new PipelineException(
          "Cannot evaluate: no user has ratings both to learn from and to measure on. Give other files, or another --time-split.");
    }
    long start = System.nanoTime();
    Training training = fold.training(settings);
    RankingModel model = training.ranking();
    double seconds = (System.nanoTime() - start) / 1e9;
    List<Row> lists = lists(measured, model, settings);
    Dataset<Row> trained = fold.observed().ratings().select("user").distinct();
    return new RankingEvaluation(
        fold.observed().size().rows(),
        lists.size(),
        (int) relevant.join(trained, new String[] {"user"}, "left_anti").count(),
        qualities(lists, model.catalogue(), trained.count(), settings.evaluation().cutoff()),
        SavedRanking.parameters(model, settings, training.evaluation().rankingWeights()),
        seconds);
  }

  /** The lists of all models for each user, in the order of users. */
  private static List<Row> lists(
      Dataset<Row> users, RankingModel model, RecommendSettings settings) {
    Broadcast<RankingModel> everywhere =
        JavaSparkContext.fromSparkContext(users.sparkSession().sparkContext()).broadcast(model);
    return users
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) part -> lists(part, everywhere.value(), settings),
            Encoders.row(LISTS))
        .collectAsList()
        .stream()
        .sorted(Comparator.comparingInt(row -> row.getInt(0)))
        .toList();
  }

  private static Iterator<Row> lists(
      Iterator<Row> users, RankingModel model, RecommendSettings settings) {
    Recommender recommender = new Recommender(model, settings);
    RankingModel factors = model.weighed(new RankingModel.Weights(0, 0));
    Recommender byFactors = new Recommender(factors, settings);
    int cutoff = settings.evaluation().cutoff();
    Iterable<Row> part = () -> users;
    return StreamSupport.stream(part.spliterator(), false)
        .map(
            user -> {
              Viewer viewer = Viewer.of(user, model);
              return RowFactory.create(
                  user.getAs("user"),
                  viewer.rated().size(),
                  user.<Integer>getList(user.fieldIndex("relevant")).toArray(Integer[]::new),
                  new Integer[][] {
                    numbers(recommender.choose(viewer, cutoff), model.titles()),
                    numbers(byFactors.choose(viewer, cutoff), model.titles()),
                    numbers(recommender.popular(viewer, cutoff), model.titles())
                  });
            })
        .iterator();
  }

  private static Integer[] numbers(List<Choice> choices, Titles titles) {
    return choices.stream().map(choice -> titles.number(choice.position())).toArray(Integer[]::new);
  }

  private static List<ModelQuality> qualities(
      List<Row> lists, Catalogue catalogue, long raters, int cutoff) {
    Map<String, RankingTally> tallies = new LinkedHashMap<>();
    MODELS.forEach(model -> tallies.put(model, new RankingTally(catalogue, raters, cutoff)));
    for (Row user : lists) {
      Set<Integer> relevant = new HashSet<>(user.<Integer>getList(2));
      List<Seq<Integer>> ofUser = user.getList(3);
      int place = 0;
      for (RankingTally tally : tallies.values()) {
        List<Integer> list = new ArrayList<>(CollectionConverters.asJava(ofUser.get(place++)));
        tally.add(user.getInt(1), list, relevant);
      }
    }
    List<ModelQuality> qualities = new ArrayList<>();
    tallies.forEach((model, tally) -> qualities.add(tally.quality(model)));
    return qualities;
  }
}
