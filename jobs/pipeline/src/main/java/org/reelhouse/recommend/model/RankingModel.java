package org.reelhouse.recommend.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reelhouse.recommend.catalogue.Catalogue;
import org.reelhouse.recommend.catalogue.Titles;
import org.reelhouse.recommend.links.Links;
import org.reelhouse.recommend.links.TitleLinks;
import org.reelhouse.recommend.links.TopScores;
import org.reelhouse.recommend.links.Vector;
import org.reelhouse.recommend.observations.Rated;

/**
 * Ranks titles by what users chose to watch and rate. The score of a title is the product of the
 * factors of user and title in each ALS on implicit preferences, what the titles that the user
 * rated add to it ({@link TitleLinks}), and what its popularity of late adds. The factors of
 * several ALS stand one after the other, so that their products add up.
 *
 * <p>Nothing is kept of users: their factors follow from what they rated until now. So the users of
 * the run that fitted the model and those of later ones are served alike.
 */
public final class RankingModel implements LinkedTitles {
  /** In {@code ops.model_version}. */
  public static final String NAME = "recommend-ranking";

  private static final long serialVersionUID = 1L;

  private final Catalogue catalogue;
  private final ArrayList<RankingFoldIn> foldIns;
  private final FactorTable factors;
  private final TitleLinks links;
  private final float[] recent;

  /**
   * How much counts beside the factors.
   *
   * @param links what rated titles add
   * @param recent popularity of late, that of the most popular title being 1
   */
  public record Weights(double links, double recent) implements Serializable {
    /** Where nothing can be measured. */
    public static final Weights DEFAULT = new Weights(1, 0);
  }

  /**
   * A model.
   *
   * @param foldIns one for each ALS
   * @param links what a rated title adds to the scores of others
   * @param recent what the popularity of late adds to the score of the title at each position; of
   *     no length where nothing is added
   */
  public RankingModel(
      Catalogue catalogue, List<RankingFoldIn> foldIns, TitleLinks links, float[] recent) {
    this(catalogue, foldIns, table(catalogue.titles(), foldIns), links, recent.clone());
  }

  private RankingModel(
      Catalogue catalogue,
      List<RankingFoldIn> foldIns,
      FactorTable factors,
      TitleLinks links,
      float[] recent) {
    this.catalogue = catalogue;
    this.foldIns = new ArrayList<>(foldIns);
    this.factors = factors;
    this.links = links;
    this.recent = recent;
  }

  private static FactorTable table(Titles titles, List<RankingFoldIn> foldIns) {
    List<@Nullable Vector> vectors = new ArrayList<>(Collections.nCopies(titles.rated(), null));
    for (int position = 0; position < titles.rated(); position++) {
      Integer number = titles.number(position);
      vectors.set(position, number == null ? null : title(number, foldIns));
    }
    return new FactorTable(vectors, foldIns.stream().mapToInt(one -> one.titles().rank()).sum());
  }

  private static @Nullable Vector title(int number, List<RankingFoldIn> foldIns) {
    List<float[]> parts = new ArrayList<>();
    for (RankingFoldIn one : foldIns) {
      float[] part = one.titles().of(number);
      if (part == null) {
        return null;
      }
      parts.add(part);
    }
    return Vector.joined(parts);
  }

  /** The same with other weights of what is added. */
  public RankingModel weighed(Weights weights) {
    float[] weighed = new float[weights.recent() == 0 ? 0 : recent.length];
    for (int position = 0; position < weighed.length; position++) {
      weighed[position] = (float) (weights.recent() * recent[position]);
    }
    return new RankingModel(catalogue, foldIns, factors, links.scaled(weights.links()), weighed);
  }

  /** The factors of the title with a number, or empty where it has none. */
  @Nullable Vector title(int number) {
    return title(number, foldIns);
  }

  /** The factors of a user, or empty if the model knows none of the titles rated. */
  public @Nullable Vector user(List<Rated> rated) {
    List<float[]> parts = new ArrayList<>();
    for (RankingFoldIn one : foldIns) {
      float[] part = one.user(rated);
      if (part == null) {
        return null;
      }
      parts.add(part);
    }
    return Vector.joined(parts);
  }

  /** Factors of each ALS. */
  List<Integer> ranks() {
    return foldIns.stream().map(one -> one.titles().rank()).toList();
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  @Override
  public Titles titles() {
    return catalogue.titles();
  }

  /** The factors of the rated titles. */
  public FactorTable factors() {
    return factors;
  }

  /** Whether the model says anything about a title. */
  public boolean knows(int position) {
    return position < factors.size() && factors.knows(position);
  }

  /**
   * The scores of the titles for a user, one for each position that somebody rated.
   *
   * @param user factors of the user
   * @param rated positions of what the user rated
   */
  public float[] scores(Vector user, BitSet rated) {
    float[] scores = factors.scores(user);
    links.addTo(scores, rated);
    for (int position = 0; position < recent.length; position++) {
      scores[position] += recent[position];
    }
    return scores;
  }

  /** The scores of one user with several weights. */
  public final class Scores {
    private final float[] byFactors;
    private final float[] byLinks = new float[factors.size()];

    private Scores(Vector user, BitSet rated) {
      byFactors = factors.scores(user);
      links.addTo(byLinks, rated);
    }

    /** As {@link #scores} of this model {@link #weighed}. */
    public float[] with(Weights weights) {
      float[] scores = byFactors.clone();
      for (int position = 0; position < scores.length; position++) {
        scores[position] +=
            (float) (weights.links() * byLinks[position] + weights.recent() * recent(position));
      }
      return scores;
    }
  }

  /** What the scores of a user are made of. */
  public Scores scoresOf(Vector user, BitSet rated) {
    return new Scores(user, rated);
  }

  /** What is added to the score of the title at a position for its popularity of late. */
  float recent(int position) {
    return position < recent.length ? recent[position] : 0;
  }

  /** Whether popularity of late adds anything. */
  public boolean isOfLate() {
    return recent.length > 0;
  }

  @Override
  public Links.To influences(int position) {
    return links.influences(position);
  }

  /** The titles that the same users chose, best first; only those with enough ratings. */
  public TopScores alike(int position, int count, int leastRatings) {
    TopScores top = new TopScores(count);
    float[] cosines = factors.cosines(position);
    float least = top.least();
    for (int other = 0; other < cosines.length; other++) {
      // Nearly all fall short of the best so far, which is the cheapest to ask.
      if (cosines[other] > least && other != position && catalogue.ratings(other) >= leastRatings) {
        top.offer(other, cosines[other]);
        least = top.least();
      }
    }
    return top;
  }
}
