package org.reelhouse.recommend.evaluation;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sort_array;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.reelhouse.PipelineException;
import org.reelhouse.Report;
import org.reelhouse.lake.Lake;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.recommend.catalogue.Catalogue;
import org.reelhouse.recommend.catalogue.ContentIndex;
import org.reelhouse.recommend.catalogue.Observed;
import org.reelhouse.recommend.catalogue.Popularity;
import org.reelhouse.recommend.catalogue.Titles;
import org.reelhouse.recommend.lists.SimilarTitles;
import org.reelhouse.recommend.lists.Viewer;
import org.reelhouse.recommend.lists.Wishes;
import org.reelhouse.recommend.model.RankingModel;
import org.reelhouse.recommend.model.Trainer;
import org.reelhouse.recommend.observations.Observations;
import org.reelhouse.recommend.observations.Rated;
import org.reelhouse.recommend.observations.Size;
import org.reelhouse.sampling.HashSample;
import org.reelhouse.tables.Silver;

/**
 * How well similar titles predict what else a user rates. Of each user, one title that the training
 * part says the user liked best is looked up; the titles similar to it, without those of the
 * training part, are the list; the held-out titles of the user are to be found. Lists by behaviour
 * and content alone and the popular titles stand beside.
 *
 * @param users whose lists were measured
 * @param ndcg way of finding titles to the mean nDCG
 * @param titles that can be recommended
 * @param withNeighbours those of them that have as many similar titles as asked for
 * @param unrated those that nobody rated
 * @param unratedWithNeighbours those of them that have as many similar titles as asked for
 */
public record SimilarEvaluation(
    int users,
    Map<String, Double> ndcg,
    int titles,
    int withNeighbours,
    int unrated,
    int unratedWithNeighbours) {

  /**
   * Measures on the ratings of a lake, of which the job's held-out share is left aside.
   *
   * @throws PipelineException if there are too few to hold some out
   */
  public static SimilarEvaluation of(Lake lake, RecommendSettings settings) {
    Observed observed = Observed.read(lake, settings);
    if (!observed.size().canBeSplit()) {
      throw new PipelineException(
          "Cannot measure similar titles: %s has too few ratings to hold some out. Use a lake with more, or a greater recommend.evaluation.share."
              .formatted(Silver.RATING));
    }
    Dataset<Row> observations = observed.ratings();
    Dataset<Row> training = observations.where(not(col("held_out")));
    Size size = observed.size();
    RankingModel model =
        new Trainer(observed, training, size.rows() - size.heldOut(), settings).ranking();
    Dataset<Row> relevant =
        observations
            .where(col("held_out"))
            .groupBy("user")
            .agg(sort_array(collect_set("title")).as("relevant"));
    List<Row> tried =
        HashSample.first(
                settings.evaluation().users(),
                Observations.perUser(training).join(relevant, "user"),
                "user")
            .collectAsList();
    return of(tried, model, settings);
  }

  /** All that was measured. */
  public Report report() {
    return Report.EMPTY
        .with("users", users)
        .with("titles", titles)
        .with("titles_with_neighbours", withNeighbours, "as many similar titles as asked for")
        .with("unrated", unrated, "titles that nobody rated")
        .with("unrated_with_neighbours", unratedWithNeighbours)
        .with("ndcg", ndcg);
  }

  private static SimilarEvaluation of(
      List<Row> users, RankingModel model, RecommendSettings settings) {
    Titles titles = model.titles();
    int cutoff = settings.evaluation().cutoff();
    SimilarTitles blend = new SimilarTitles(model, settings);
    ContentIndex.Finder content = titles.content().finder();
    Map<String, Double> sums = new LinkedHashMap<>();
    int measured = 0;
    for (Row user : users) {
      Viewer viewer = viewer(user);
      Integer liked = likedBest(viewer, titles);
      if (liked != null && model.knows(liked)) {
        measured++;
        Set<Integer> relevant = new HashSet<>(user.<Integer>getList(user.fieldIndex("relevant")));
        BitSet seen = viewer.seen(titles);
        int most = cutoff + seen.cardinality();
        Map<String, int[]> lists = new LinkedHashMap<>();
        lists.put(
            "blend",
            blend.of(liked, most).stream().mapToInt(SimilarTitles.Similar::position).toArray());
        lists.put("behaviour", model.alike(liked, most, settings.similarFrom()).positions());
        lists.put("content", content.similar(liked, most).positions());
        lists.put("popular", popular(model.catalogue(), viewer.source(), most));
        lists.forEach(
            (name, list) ->
                sums.merge(
                    name,
                    RankingQuality.ndcg(numbers(list, seen, titles, cutoff), relevant, cutoff),
                    Double::sum));
      }
    }
    int number = measured;
    sums.replaceAll((name, sum) -> sum / number);
    List<Integer> served =
        IntStream.range(0, titles.size())
            .filter(title -> blend.of(title, settings.similar()).size() == settings.similar())
            .boxed()
            .toList();
    return new SimilarEvaluation(
        measured,
        sums,
        titles.size(),
        served.size(),
        titles.size() - titles.rated(),
        (int) served.stream().filter(title -> title >= titles.rated()).count());
  }

  private static Viewer viewer(Row user) {
    List<Rated> rated =
        user.<Row>getList(user.fieldIndex("rated")).stream()
            .map(title -> new Rated(title.getInt(0), title.getFloat(1)))
            .toList();
    return new Viewer(user.getAs("source"), rated, null, Wishes.NONE);
  }

  /** The title rated highest; of several the first by number, which is any. */
  private static @Nullable Integer likedBest(Viewer viewer, Titles titles) {
    return viewer.rated().stream()
        .max(
            Comparator.comparingDouble(Rated::rating)
                .thenComparing(Comparator.comparingInt(Rated::number).reversed()))
        .map(rated -> titles.position(rated.number()))
        .orElse(null);
  }

  private static int[] popular(Catalogue catalogue, String source, int count) {
    Popularity.Ranked ranked = catalogue.popularity().in(source);
    return IntStream.range(0, Math.min(count, ranked.size())).map(ranked::position).toArray();
  }

  /** The unseen titles of a list by number; -1 for one that nobody rated. */
  private static List<Integer> numbers(int[] list, BitSet seen, Titles titles, int cutoff) {
    List<Integer> numbers = new ArrayList<>();
    Arrays.stream(list)
        .filter(position -> !seen.get(position))
        .limit(cutoff)
        .forEach(
            position -> {
              Integer number = titles.number(position);
              numbers.add(number == null ? -1 : number);
            });
    return numbers;
  }
}
