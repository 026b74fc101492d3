package org.reelhouse.recommend;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reelhouse.recommend.Candidate.Given;

/**
 * The titles that can be recommended, as one ranking model knows them and as every executor holds
 * them. A title is named by its position among {@link Titles}.
 */
final class Catalogue implements LinkedTitles {
  private static final long serialVersionUID = 1L;

  /** The titles, which several catalogues share. */
  interface Shared extends Supplier<Titles>, Serializable {}

  private final Shared titles;
  private final long[] ratings;
  private final FactorTable factors;
  private final Popularity popularity;
  private final TitleLinks links;

  /**
   * A catalogue.
   *
   * @param candidates the rated titles; those that are none of the titles are passed over
   * @param rank of the ranking model
   */
  Catalogue(Shared titles, List<Candidate> candidates, int rank) {
    this.titles = titles;
    Titles all = titles.get();
    List<@Nullable Vector> vectors = new ArrayList<>(Collections.nCopies(all.rated(), null));
    List<Map<String, Given>> given = new ArrayList<>(Collections.nCopies(all.rated(), Map.of()));
    ratings = new long[all.rated()];
    for (Candidate candidate : candidates) {
      Integer position = all.position(candidate.number());
      if (position != null) {
        vectors.set(position, candidate.factors());
        given.set(position, candidate.given());
        ratings[position] = candidate.overall().count();
      }
    }
    factors = new FactorTable(vectors, rank);
    popularity = new Popularity(given, all.byVotes());
    links = TitleLinks.NONE;
  }

  private Catalogue(Catalogue other, TitleLinks links) {
    titles = other.titles;
    ratings = other.ratings;
    factors = other.factors;
    popularity = other.popularity;
    this.links = links;
  }

  /** The same titles, of which some tell of others. */
  Catalogue with(TitleLinks links) {
    return new Catalogue(this, links);
  }

  @Override
  public Titles titles() {
    return titles.get();
  }

  /** Ratings that a title has in all sources. */
  long ratings(int position) {
    return position < ratings.length ? ratings[position] : 0;
  }

  /** Whether the ranking model says anything about a title. */
  boolean knows(int position) {
    return position < factors.size() && factors.knows(position);
  }

  /**
   * The scores of the titles for a viewer, one for each position that somebody rated: the product
   * of the factors and what the titles say that the viewer rated. Both are estimates of the
   * preference, about 0 to 1, so that they can be added.
   *
   * @param factors of the viewer
   */
  float[] scores(Vector factors, BitSet rated) {
    float[] scores = this.factors.scores(factors);
    links.addTo(scores, rated);
    return scores;
  }

  /** The second part of {@link #scores} alone. */
  float[] told(BitSet rated) {
    float[] told = new float[factors.size()];
    links.addTo(told, rated);
    return told;
  }

  @Override
  public Links.To toldBy(int position) {
    return links.toldBy(position);
  }

  /** The factors of the rated titles in the ranking model. */
  FactorTable factors() {
    return factors;
  }

  Popularity popularity() {
    return popularity;
  }

  /** The titles that the same users chose, best first; only those with enough ratings. */
  TopScores alike(int position, int count, int leastRatings) {
    TopScores top = new TopScores(count);
    float[] cosines = factors.cosines(position);
    float least = top.least();
    for (int other = 0; other < cosines.length; other++) {
      // Nearly all fall short of the best so far, which is the cheapest to ask.
      if (cosines[other] > least && other != position && ratings(other) >= leastRatings) {
        top.offer(other, cosines[other]);
        least = top.least();
      }
    }
    return top;
  }
}
