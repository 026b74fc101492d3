package org.reelhouse.recommend;

import java.io.Serializable;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.spark.sql.SparkSession;

/**
 * Which rated titles tell that a user will choose a title, and how much each of them does: {@link
 * RidgeWeights} learned from the ratings of some users. Titles are named by their positions.
 */
final class TitleLinks implements Serializable {
  private static final long serialVersionUID = 1L;
  static final Links.To NOTHING = new Links.To(new int[0], new float[0]);

  /** No links. */
  static final TitleLinks NONE = new TitleLinks(new Links(List.of()), 0);

  private final RatingMatrix told;

  /**
   * Links.
   *
   * @param telling for each of the titles those that tell of it
   */
  TitleLinks(Links telling, int titles) {
    told = telling.reversed(titles);
  }

  private TitleLinks(RatingMatrix told) {
    this.told = told;
  }

  /**
   * Learns links.
   *
   * @param chosen users by titles
   */
  static TitleLinks learn(SparkSession spark, RatingMatrix chosen, RecommendSettings settings) {
    RecommendSettings.TitleLinks own = settings.titleLinks();
    RatingMatrix byTitle = chosen.transposed();
    Cooccurrence near =
        new Cooccurrence(
            byTitle, chosen, own.perTitle(), settings.rankingBlend().popularityPower());
    RidgeWeights weights = new RidgeWeights(near, new Raters(byTitle), own.ridge());
    Links telling =
        Links.find(spark, chosen.columns(), new OfRated(weights, byTitle, settings.similarFrom()));
    return new TitleLinks(telling, chosen.columns());
  }

  /** Spares titles that hardly anybody rated: nobody can tell what tells of them. */
  private record OfRated(Links.Rule rule, RatingMatrix byTitle, int least) implements Links.Rule {
    @Override
    public IntFunction<Links.To> finder() {
      IntFunction<Links.To> finder = rule.finder();
      return title -> byTitle.count(title) < least ? NOTHING : finder.apply(title);
    }
  }

  /** The same links with other weights. */
  TitleLinks scaled(double factor) {
    float[] weights = new float[told.size()];
    for (int entry = 0; entry < weights.length; entry++) {
      weights[entry] = (float) (factor * told.value(entry));
    }
    return new TitleLinks(told.withValues(weights));
  }

  /** Adds to the scores of titles what the titles that a user rated tell of them. */
  void addTo(float[] scores, BitSet rated) {
    for (int title = rated.nextSetBit(0);
        title >= 0 && title < told.rows();
        title = rated.nextSetBit(title + 1)) {
      for (int entry = told.start(title); entry < told.end(title); entry++) {
        scores[told.column(entry)] += told.value(entry);
      }
    }
  }

  /** What one title tells of another, 0 for nothing. */
  float weight(int from, int to) {
    int entry = from < told.rows() ? told.find(from, to) : -1;
    return entry < 0 ? 0 : told.value(entry);
  }

  /** The titles that a title tells of. */
  Links.To toldBy(int title) {
    int size = title < told.rows() ? told.count(title) : 0;
    int[] titles = new int[size];
    float[] weights = new float[size];
    for (int i = 0; i < size; i++) {
      titles[i] = told.column(told.start(title) + i);
      weights[i] = told.value(told.start(title) + i);
    }
    return new Links.To(titles, weights);
  }

  /**
   * Links as they were saved.
   *
   * @param toldBy for each title those that it tells of
   */
  static TitleLinks of(Links toldBy, int titles) {
    return new TitleLinks(toldBy.reversed(titles).transposed());
  }
}
