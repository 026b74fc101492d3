package org.reelhouse.recommend.evaluation;

import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.sort_array;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
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
import org.reelhouse.models.Measure;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.recommend.catalogue.Titles;
import org.reelhouse.recommend.links.Vector;
import org.reelhouse.recommend.lists.Choice;
import org.reelhouse.recommend.lists.Recommender;
import org.reelhouse.recommend.lists.Viewer;
import org.reelhouse.recommend.model.RankingModel;
import org.reelhouse.recommend.model.RankingModel.Weights;
import org.reelhouse.recommend.observations.Observations;
import org.reelhouse.sampling.HashSample;

/**
 * How well titles are ranked over all but those that the users rated otherwise; every held-out
 * title counts as relevant. How much is added to the factors is chosen on one half of the users and
 * measured on the other.
 *
 * @param tried weights, of which each user has a quality
 * @param qualities of the users, in their order
 */
record RankingTrials(List<Weights> tried, List<Row> qualities, int cutoff) {
  private static final double[] LINKS = {0, 0.5, 1, 2, 4};
  private static final double[] RECENT = {0, 0.5, 1, 2, 4, 8};
  private static final double[] NOT_RECENT = {0};

  // Of each weights, then of the popular titles.
  private static final StructType QUALITY =
      StructType.fromDDL(
          "user INT, choosing BOOLEAN, held_out INT, ndcg ARRAY<DOUBLE>, recall ARRAY<DOUBLE>");

  /**
   * Measures with all weights.
   *
   * @param heldOut rows of user and title
   * @param perUser what each user rated otherwise, as {@link Observations#perUser}
   */
  static RankingTrials of(
      RankingModel model, Dataset<Row> heldOut, Dataset<Row> perUser, RecommendSettings settings) {
    List<Weights> tried = tried(model.isOfLate());
    Broadcast<RankingModel> everywhere =
        JavaSparkContext.fromSparkContext(heldOut.sparkSession().sparkContext()).broadcast(model);
    List<Row> qualities =
        perUser
            .join(relevant(heldOut, settings.evaluation().users()), "user")
            .mapPartitions(
                (MapPartitionsFunction<Row, Row>)
                    users -> qualities(users, everywhere.value(), tried, settings),
                Encoders.row(QUALITY))
            .collectAsList()
            .stream()
            .sorted(Comparator.comparingInt(row -> row.getInt(0)))
            .toList();
    return new RankingTrials(tried, qualities, settings.evaluation().cutoff());
  }

  private static List<Weights> tried(boolean recent) {
    List<Weights> tried = new ArrayList<>();
    for (double late : recent ? RECENT : NOT_RECENT) {
      for (double links : LINKS) {
        tried.add(new Weights(links, late));
      }
    }
    return List.copyOf(tried);
  }

  /** The held-out titles of some users, who are chosen by a hash. */
  private static Dataset<Row> relevant(Dataset<Row> heldOut, int users) {
    Dataset<Row> perUser =
        heldOut.groupBy("user").agg(sort_array(collect_set("title")).as("relevant"));
    return HashSample.first(users, perUser, "user")
        .withColumn("choosing", HeldOutRatings.choosing());
  }

  private static Iterator<Row> qualities(
      Iterator<Row> users, RankingModel model, List<Weights> tried, RecommendSettings settings) {
    Recommender recommender = new Recommender(model, settings);
    Iterable<Row> part = () -> users;
    return StreamSupport.stream(part.spliterator(), false)
        .map(user -> quality(user, recommender, tried, settings.evaluation().cutoff()))
        .iterator();
  }

  private static Row quality(Row user, Recommender recommender, List<Weights> tried, int cutoff) {
    RankingModel model = recommender.model();
    Titles titles = model.titles();
    Viewer viewer = Viewer.of(user, model);
    Set<Integer> relevant = new HashSet<>(user.<Integer>getList(user.fieldIndex("relevant")));
    Vector factors = viewer.factors();
    RankingModel.Scores scores =
        factors == null ? null : model.scoresOf(factors, viewer.seen(titles));
    List<List<Choice>> lists = new ArrayList<>();
    for (Weights weights : tried) {
      lists.add(
          recommender.choose(viewer, () -> Objects.requireNonNull(scores).with(weights), cutoff));
    }
    lists.add(recommender.popular(viewer, cutoff));
    List<Double> ndcg = new ArrayList<>();
    List<Double> recall = new ArrayList<>();
    for (List<Choice> list : lists) {
      List<Integer> numbers = numbers(titles, list);
      ndcg.add(RankingQuality.ndcg(numbers, relevant, cutoff));
      recall.add(RankingQuality.recall(numbers, relevant));
    }
    return RowFactory.create(
        user.getAs("user"),
        user.getAs("choosing"),
        relevant.size(),
        ndcg.toArray(Double[]::new),
        recall.toArray(Double[]::new));
  }

  private static List<Integer> numbers(Titles titles, List<Choice> choices) {
    List<Integer> numbers = new ArrayList<>();
    choices.forEach(choice -> numbers.add(titles.number(choice.position())));
    return numbers;
  }

  /** Those with the best mean; the default where there is nobody to choose on. */
  Weights weights() {
    return tried.get(best());
  }

  private int best() {
    List<Row> choosing = qualities.stream().filter(row -> row.getBoolean(1)).toList();
    int best = tried.indexOf(Weights.DEFAULT);
    for (int place = 0; !choosing.isEmpty() && place < tried.size(); place++) {
      if (mean(choosing, "ndcg", place) > mean(choosing, "ndcg", best)) {
        best = place;
      }
    }
    return best;
  }

  /** nDCG and recall of the model, of its factors alone and of the popular titles. */
  List<Measure> measures(String split) {
    List<Row> measured = qualities.stream().filter(row -> !row.getBoolean(1)).toList();
    List<Measure> measures = new ArrayList<>();
    if (!measured.isEmpty()) {
      add(measures, RankingModel.NAME, split, measured, best());
      add(measures, "als", split, measured, tried.indexOf(new Weights(0, 0)));
      add(measures, "popular", split, measured, tried.size());
    }
    return measures;
  }

  private void add(
      List<Measure> measures, String model, String split, List<Row> measured, int place) {
    long rows = measured.stream().mapToLong(row -> row.getInt(2)).sum();
    for (String measure : List.of("ndcg", "recall")) {
      measures.add(
          new Measure(
              model,
              measure + "@" + cutoff,
              split,
              mean(measured, measure, place),
              rows,
              Measure.ALL));
    }
  }

  private static double mean(List<Row> qualities, String measure, int place) {
    double sum = 0;
    for (Row row : qualities) {
      sum += row.<Double>getList(row.fieldIndex(measure)).get(place);
    }
    return sum / qualities.size();
  }
}
