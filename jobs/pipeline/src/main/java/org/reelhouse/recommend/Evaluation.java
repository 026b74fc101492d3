package org.reelhouse.recommend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.reelhouse.models.Measure;
import org.reelhouse.recommend.RecommendSettings.Factors;

/**
 * Measures both models on ratings they were not trained on, beside what is trivial: the mean and
 * the biases alone, and the popular titles.
 */
final class Evaluation {
  // Of each factor, then of the popular titles.
  private static final StructType QUALITY =
      StructType.fromDDL(
          "user INT, choosing BOOLEAN, held_out INT, ndcg ARRAY<DOUBLE>, recall ARRAY<DOUBLE>");

  // How much the links may count beside the factors.
  private static final double[] LINKS_FACTORS = {0, 0.5, 1, 2, 4};
  private static final int DEFAULT_FACTOR = 2;

  /**
   * What was measured.
   *
   * @param linksFactor how much counts in a ranking what rated titles tell of others: what served
   *     best
   * @param factors of the rating model that erred least
   * @param weights of the parts of an expected rating
   */
  record Findings(
      List<Measure> metrics, double linksFactor, Factors factors, RatingWeights weights) {
    /** Nothing is measured yet. */
    static Findings none(Factors factors) {
      return new Findings(List.of(), LINKS_FACTORS[DEFAULT_FACTOR], factors, RatingWeights.DEFAULT);
    }
  }

  private record Ranking(List<Measure> metrics, double linksFactor) {}

  private Evaluation() {}

  /**
   * All measures.
   *
   * @param viewers training part, as {@link Models#viewers}
   * @param heldOut {@link Observations}, at least one
   * @param tried further factors of the rating model
   */
  static Findings of(
      Models models,
      Dataset<Row> viewers,
      Dataset<Row> heldOut,
      List<Factors> tried,
      RecommendSettings settings,
      UnaryOperator<Dataset<Row>> keep) {
    Ranking ranking = ranking(viewers, heldOut, models.catalogue(), settings);
    Dataset<Row> told =
        keep.apply(
            Neighbourhood.told(
                heldOut.select(col("user"), col("title"), col("rating"), choosing().as("choosing")),
                viewers,
                models.rating().neighbourhood()));
    RatingErrors errors = RatingErrors.least(models, told, tried, settings, keep);
    return new Findings(
        Stream.concat(errors.measures(split(settings)).stream(), ranking.metrics().stream())
            .toList(),
        ranking.linksFactor(),
        errors.model().fitted(),
        errors.weights());
  }

  /** Whether a user is one of the half that settings are chosen on; the others measure. */
  private static Column choosing() {
    return pmod(xxhash64(col("user"), lit(1)), lit(2)).equalTo(0);
  }

  /**
   * How well titles are ranked over all candidates but those in the training part; every held-out
   * title counts as relevant. How much the links count is chosen on one half of the users and
   * measured on the other.
   */
  private static Ranking ranking(
      Dataset<Row> viewers,
      Dataset<Row> heldOut,
      Broadcast<Catalogue> catalogue,
      RecommendSettings settings) {
    List<Row> qualities =
        viewers
            .join(relevant(heldOut, settings.evaluation().users()), "user")
            .mapPartitions(
                (MapPartitionsFunction<Row, Row>)
                    part -> qualities(part, catalogue.value(), settings),
                Encoders.row(QUALITY))
            .collectAsList()
            .stream()
            .sorted(Comparator.comparingInt(row -> row.getInt(0)))
            .toList();
    int chosen = chosen(qualities.stream().filter(row -> row.getBoolean(1)).toList());
    List<Row> measured = qualities.stream().filter(row -> !row.getBoolean(1)).toList();
    List<Measure> metrics = new ArrayList<>();
    if (!measured.isEmpty()) {
      add(metrics, RecommendJob.RANKING_MODEL, measured, chosen, settings);
      add(metrics, "als", measured, 0, settings);
      add(metrics, "popular", measured, LINKS_FACTORS.length, settings);
    }
    return new Ranking(metrics, LINKS_FACTORS[chosen]);
  }

  /** The place of the factor with the best mean; where there is nobody to choose on, that of 1. */
  private static int chosen(List<Row> qualities) {
    int best = DEFAULT_FACTOR;
    for (int factor = 0; !qualities.isEmpty() && factor < LINKS_FACTORS.length; factor++) {
      if (mean(qualities, "ndcg", factor) > mean(qualities, "ndcg", best)) {
        best = factor;
      }
    }
    return best;
  }

  private static void add(
      List<Measure> metrics,
      String model,
      List<Row> qualities,
      int place,
      RecommendSettings settings) {
    long rows = qualities.stream().mapToLong(row -> row.getInt(2)).sum();
    for (String measure : List.of("ndcg", "recall")) {
      metrics.add(
          new Measure(
              model,
              measure + "@" + settings.evaluation().cutoff(),
              split(settings),
              mean(qualities, measure, place),
              rows,
              Measure.ALL));
    }
  }

  private static String split(RecommendSettings settings) {
    return "random %d %%".formatted(Math.round(settings.evaluation().share() * 100));
  }

  private static double mean(List<Row> qualities, String measure, int place) {
    double sum = 0;
    for (Row row : qualities) {
      sum += row.<Double>getList(row.fieldIndex(measure)).get(place);
    }
    return sum / qualities.size();
  }

  /** The held-out titles of some users, who are chosen by a hash. */
  private static Dataset<Row> relevant(Dataset<Row> heldOut, int users) {
    return heldOut
        .groupBy("user")
        .agg(sort_array(collect_set("title")).as("relevant"))
        .withColumn("choosing", choosing())
        .orderBy(xxhash64(col("user")), col("user"))
        .limit(users);
  }

  private static Iterator<Row> qualities(
      Iterator<Row> viewers, Catalogue catalogue, RecommendSettings settings) {
    Recommender recommender = new Recommender(catalogue, settings);
    Iterable<Row> part = () -> viewers;
    return StreamSupport.stream(part.spliterator(), false)
        .map(viewer -> quality(viewer, recommender, catalogue, settings.evaluation().cutoff()))
        .iterator();
  }

  private static Row quality(Row row, Recommender recommender, Catalogue catalogue, int cutoff) {
    Viewer viewer = Viewer.of(row);
    Set<Integer> relevant = new HashSet<>(row.<Integer>getList(row.fieldIndex("relevant")));
    List<List<Choice>> lists = new ArrayList<>();
    float[] byFactors = catalogue.factors().scores(Objects.requireNonNull(viewer.factors()));
    float[] told = catalogue.told(viewer.seen(catalogue.titles()));
    for (double factor : LINKS_FACTORS) {
      lists.add(recommender.choose(viewer, () -> sum(byFactors, told, (float) factor), cutoff));
    }
    lists.add(recommender.popular(viewer, cutoff));
    List<Double> ndcg = new ArrayList<>();
    List<Double> recall = new ArrayList<>();
    for (List<Choice> list : lists) {
      List<Integer> numbers = numbers(catalogue.titles(), list);
      ndcg.add(RankingQuality.ndcg(numbers, relevant, cutoff));
      recall.add(RankingQuality.recall(numbers, relevant));
    }
    return RowFactory.create(
        row.getAs("user"),
        row.getAs("choosing"),
        relevant.size(),
        ndcg.toArray(Double[]::new),
        recall.toArray(Double[]::new));
  }

  private static float[] sum(float[] byFactors, float[] told, float factor) {
    float[] sum = byFactors.clone();
    for (int position = 0; position < sum.length; position++) {
      sum[position] += factor * told[position];
    }
    return sum;
  }

  private static List<Integer> numbers(Titles titles, List<Choice> choices) {
    List<Integer> numbers = new ArrayList<>();
    choices.forEach(choice -> numbers.add(titles.number(choice.position())));
    return numbers;
  }
}
