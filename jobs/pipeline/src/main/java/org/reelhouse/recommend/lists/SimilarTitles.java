package org.reelhouse.recommend.lists;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.recommend.catalogue.Catalogue;
import org.reelhouse.recommend.catalogue.ContentIndex;
import org.reelhouse.recommend.catalogue.Titles;
import org.reelhouse.recommend.links.TopScores;
import org.reelhouse.recommend.model.RankingModel;

/**
 * Finds the titles that are similar to one: {@code s = w · behaviour + (1 - w) · content},
 * behaviour being the cosine of the factors, content that of {@link ContentIndex}. The more ratings
 * the less rated of the two has, the more behaviour counts: {@code w = most · n / (n + damping)};
 * nothing with fewer than {@code similar-from}. Compared are the nearest by either. Used by one
 * thread alone.
 */
public final class SimilarTitles {
  private static final StructType SIMILAR =
      StructType.fromDDL(
          "title_id STRING, rank INT, similar_title_id STRING, similarity DOUBLE, behaviour DOUBLE, content DOUBLE");

  /** Times as many titles as asked for are compared, of those near by behaviour and by content. */
  private static final int COMPARED = 2;

  private final RankingModel model;
  private final Catalogue catalogue;
  private final ContentIndex content;
  private final ContentIndex.Finder finder;
  private final RecommendSettings.SimilarTitles settings;
  private final int leastRatings;

  public SimilarTitles(RankingModel model, RecommendSettings settings) {
    this.model = model;
    catalogue = model.catalogue();
    content = catalogue.titles().content();
    finder = content.finder();
    this.settings = settings.similarTitles();
    leastRatings = settings.similarFrom();
  }

  /**
   * One similar title.
   *
   * @param behaviour empty where one of both has too few ratings
   */
  public record Similar(
      int position, double similarity, @Nullable Double behaviour, double content) {}

  /** The titles most similar to one, best first; fewer only where it shares nothing with others. */
  public List<Similar> of(int title, int count) {
    boolean known = isKnown(title);
    int compared = COMPARED * count;
    int[] alike = known ? model.alike(title, compared, leastRatings).positions() : new int[0];
    int[] near = finder.similar(title, compared).positions();
    int[] others =
        IntStream.concat(Arrays.stream(alike), Arrays.stream(near)).sorted().distinct().toArray();
    TopScores top = new TopScores(Math.min(count, others.length));
    for (int other : others) {
      top.offer(other, (float) compare(title, other, known).similarity());
    }
    return Arrays.stream(top.positions()).mapToObj(other -> compare(title, other, known)).toList();
  }

  private Similar compare(int title, int other, boolean known) {
    double near = content.similarity(title, other);
    if (!known || !isKnown(other)) {
      return new Similar(other, near, null, near);
    }
    double alike = model.factors().cosine(title, other);
    double ratings = Math.min(catalogue.ratings(title), catalogue.ratings(other));
    double weight = settings.behaviour() * ratings / (ratings + settings.damping());
    return new Similar(other, weight * alike + (1 - weight) * near, alike, near);
  }

  private boolean isKnown(int title) {
    return model.knows(title) && catalogue.ratings(title) >= leastRatings;
  }

  /** The rows of {@code gold.similar_title}. */
  public static Dataset<Row> rows(
      SparkSession spark, Broadcast<RankingModel> model, RecommendSettings settings) {
    // The rated titles come first and cost more: an interleaved order gives all slices their part.
    int slices = settings.partitions();
    int size = model.value().titles().size();
    return spark
        .range(0, slices, 1, slices)
        .mapPartitions(
            (MapPartitionsFunction<Long, Row>)
                part -> rows(part, model.value(), size, slices, settings),
            Encoders.row(SIMILAR));
  }

  private static Iterator<Row> rows(
      Iterator<Long> slice, RankingModel model, int size, int slices, RecommendSettings settings) {
    SimilarTitles similar = new SimilarTitles(model, settings);
    Iterable<Long> part = () -> slice;
    return StreamSupport.stream(part.spliterator(), false)
        .flatMap(first -> Stream.iterate(first.intValue(), at -> at < size, at -> at + slices))
        .flatMap(title -> rows(title, similar, settings.similar(), model.titles()))
        .iterator();
  }

  private static Stream<Row> rows(int title, SimilarTitles similar, int count, Titles titles) {
    List<Similar> others = similar.of(title, count);
    return IntStream.range(0, others.size())
        .mapToObj(
            place ->
                RowFactory.create(
                    titles.titleId(title),
                    place + 1,
                    titles.titleId(others.get(place).position()),
                    others.get(place).similarity(),
                    others.get(place).behaviour(),
                    others.get(place).content()));
  }
}
