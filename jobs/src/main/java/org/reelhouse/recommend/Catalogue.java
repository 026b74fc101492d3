package org.reelhouse.recommend;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The titles that can be recommended, as every executor holds them. A title is named by its
 * position in the order of title ids, so that the lower position wins a tie.
 */
final class Catalogue implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<String> titleIds = new ArrayList<>();
  private final List<@Nullable Integer> numbers = new ArrayList<>();
  private final long[] ratings;
  private final HashMap<Integer, Integer> positions = new HashMap<>();
  private final FactorTable factors;
  private final Popularity popularity;

  /**
   * A catalogue.
   *
   * @param rank of the ranking model
   */
  Catalogue(List<Candidate> candidates, int rank) {
    List<Candidate> sorted =
        candidates.stream().sorted(Comparator.comparing(Candidate::titleId)).toList();
    List<@Nullable Vector> rows = new ArrayList<>();
    ratings = sorted.stream().mapToLong(title -> title.overall().count()).toArray();
    for (Candidate title : sorted) {
      if (title.number() != null) {
        positions.put(title.number(), titleIds.size());
      }
      titleIds.add(title.titleId());
      numbers.add(title.number());
      rows.add(title.factors());
    }
    factors = new FactorTable(rows, rank);
    popularity = new Popularity(sorted);
  }

  int size() {
    return titleIds.size();
  }

  String titleId(int position) {
    return titleIds.get(position);
  }

  @Nullable Integer number(int position) {
    return numbers.get(position);
  }

  /** The position of the title with a number, or empty if it is no candidate. */
  @Nullable Integer position(int number) {
    return positions.get(number);
  }

  /** Ratings that a title has in all sources. */
  long ratings(int position) {
    return ratings[position];
  }

  FactorTable factors() {
    return factors;
  }

  Popularity popularity() {
    return popularity;
  }

  /** The titles most similar to one, best first; only those with enough ratings, never itself. */
  TopScores similar(int position, int count, int leastRatings) {
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
