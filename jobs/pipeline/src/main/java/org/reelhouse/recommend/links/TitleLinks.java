package org.reelhouse.recommend.links;

import java.io.Serializable;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.spark.sql.SparkSession;
import org.reelhouse.recommend.RecommendSettings;

/**
 * The influence of a rated title on the choice of others: {@link RidgeWeights} learned from the
 * ratings of some users. Titles are named by their positions.
 */
public final class TitleLinks implements Serializable {
  private static final long serialVersionUID = 1L;
  public static final Links.To NOTHING = new Links.To(new int[0], new float[0]);

  /** No links. */
  public static final TitleLinks NONE = new TitleLinks(new Links(List.of()), 0);

  private final SparseMatrix influences;

  /**
   * Links.
   *
   * @param influencing for each of the titles those that have an influence on it
   */
  public TitleLinks(Links influencing, int titles) {
    influences = influencing.reversed(titles);
  }

  private TitleLinks(SparseMatrix influences) {
    this.influences = influences;
  }

  /**
   * Learns links.
   *
   * @param chosen users by titles
   */
  public static TitleLinks learn(
      SparkSession spark, SparseMatrix chosen, RecommendSettings settings) {
    RecommendSettings.TitleLinks own = settings.design().titleLinks();
    SparseMatrix byTitle = chosen.transposed();
    Cooccurrence near = new Cooccurrence(byTitle, chosen, own.perTitle(), own.popularityPower());
    RidgeWeights weights = new RidgeWeights(near, new Raters(byTitle), own.ridge());
    Links influencing =
        Links.find(spark, chosen.columns(), new OfRated(weights, byTitle, settings.similarFrom()));
    return new TitleLinks(influencing, chosen.columns());
  }

  /** Spares titles that hardly anybody rated: too little is known of them. */
  private record OfRated(Links.Rule rule, SparseMatrix byTitle, int least) implements Links.Rule {
    @Override
    public IntFunction<Links.To> finder() {
      IntFunction<Links.To> finder = rule.finder();
      return title -> byTitle.count(title) < least ? NOTHING : finder.apply(title);
    }
  }

  /** The same links with other weights. */
  public TitleLinks scaled(double factor) {
    float[] weights = new float[influences.size()];
    for (int entry = 0; entry < weights.length; entry++) {
      weights[entry] = (float) (factor * influences.value(entry));
    }
    return new TitleLinks(influences.withValues(weights));
  }

  /** Adds to the scores of titles the influence of the titles that a user rated. */
  public void addTo(float[] scores, BitSet rated) {
    for (int title = rated.nextSetBit(0);
        title >= 0 && title < influences.rows();
        title = rated.nextSetBit(title + 1)) {
      for (int entry = influences.start(title); entry < influences.end(title); entry++) {
        scores[influences.column(entry)] += influences.value(entry);
      }
    }
  }

  /** The influence of one title on another. */
  public float weight(int from, int to) {
    int entry = from < influences.rows() ? influences.find(from, to) : -1;
    return entry < 0 ? 0 : influences.value(entry);
  }

  /** The titles that a title has an influence on. */
  public Links.To influences(int title) {
    int size = title < influences.rows() ? influences.count(title) : 0;
    int[] titles = new int[size];
    float[] weights = new float[size];
    for (int i = 0; i < size; i++) {
      titles[i] = influences.column(influences.start(title) + i);
      weights[i] = influences.value(influences.start(title) + i);
    }
    return new Links.To(titles, weights);
  }

  /**
   * Links as they were saved.
   *
   * @param influences for each title those that it has an influence on
   */
  public static TitleLinks of(Links influences, int titles) {
    return new TitleLinks(influences.reversed(titles).transposed());
  }
}
