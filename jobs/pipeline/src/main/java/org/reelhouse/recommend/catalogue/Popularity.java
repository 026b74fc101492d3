package org.reelhouse.recommend.catalogue;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.reelhouse.recommend.catalogue.RatedTitle.RatingSum;

/**
 * The titles by popularity among the users of each source: first those they rated, then those rated
 * elsewhere, then those nobody rated in an order that is given.
 *
 * <p>Popularity is the number of ratings times their damped mean, in tenths: {@code n · (sum + d ·
 * mean) / (n + d) / 10}. Titles rated elsewhere are scaled to stay below.
 */
public final class Popularity implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double DAMPING = 10;
  private static final String OVERALL = "";
  private static final RatingSum NONE = new RatingSum(0, 0);

  private final HashMap<String, Ranked> bySource = new HashMap<>();

  /**
   * The orders of titles.
   *
   * @param rated by source, how the titles at the first positions were rated
   * @param order all positions, in the order of those that nobody rated
   */
  Popularity(List<Map<String, RatingSum>> rated, int[] order) {
    List<RatingSum> together =
        rated.stream()
            .map(sources -> sources.values().stream().reduce(NONE, RatingSum::plus))
            .toList();
    RatingSum all = together.stream().reduce(NONE, RatingSum::plus);
    double mean = all.count() == 0 ? 0 : all.sum() / all.count();
    double[] overall = together.stream().mapToDouble(title -> popularity(title, mean)).toArray();
    int[] unrated =
        Arrays.stream(order)
            .filter(position -> position >= overall.length || overall[position] == 0)
            .toArray();
    bySource.put(OVERALL, ranked(overall, overall, unrated));
    for (String source : sources(rated)) {
      double[] scores =
          rated.stream()
              .mapToDouble(title -> popularity(title.getOrDefault(source, NONE), mean))
              .toArray();
      bySource.put(source, ranked(scores, filled(scores, overall), unrated));
    }
  }

  /** The order for users of a source; over all sources for one that nobody rated in. */
  public Ranked in(String source) {
    Ranked overall = java.util.Objects.requireNonNull(bySource.get(OVERALL));
    return bySource.getOrDefault(source, overall);
  }

  static double popularity(RatingSum rated, double mean) {
    long count = rated.count();
    return count * (rated.sum() + DAMPING * mean) / (count + DAMPING) / 10;
  }

  private static Set<String> sources(List<Map<String, RatingSum>> rated) {
    Set<String> sources = new TreeSet<>();
    rated.forEach(title -> sources.addAll(title.keySet()));
    return sources;
  }

  /** The scores, with those of titles rated elsewhere in place of zeros and below all others. */
  private static double[] filled(double[] scores, double[] overall) {
    double least = Arrays.stream(scores).filter(score -> score > 0).min().orElse(1);
    double most = Arrays.stream(overall).max().orElse(1);
    return IntStream.range(0, scores.length)
        .mapToDouble(i -> scores[i] > 0 ? scores[i] : overall[i] / most * least / 2)
        .toArray();
  }

  private static Ranked ranked(double[] own, double[] scores, int[] unrated) {
    IntStream rated =
        IntStream.range(0, scores.length)
            .filter(position -> scores[position] > 0)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
            .mapToInt(Integer::intValue);
    BitSet here = new BitSet(own.length);
    IntStream.range(0, own.length).filter(position -> own[position] > 0).forEach(here::set);
    return new Ranked(IntStream.concat(rated, Arrays.stream(unrated)).toArray(), scores, here);
  }

  /** Positions, most popular first. */
  public static final class Ranked implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int[] positions;
    private final double[] scores;
    private final BitSet here;

    private Ranked(int[] positions, double[] scores, BitSet here) {
      this.positions = positions;
      this.scores = scores;
      this.here = here;
    }

    /** Whether users of the source rated the title at a position. */
    public boolean isRatedHere(int position) {
      return here.get(position);
    }

    public int size() {
      return positions.length;
    }

    public int position(int place) {
      return positions[place];
    }

    /** Popularity of the title at a position; 0 if nobody rated it. */
    public double scoreOf(int position) {
      return position < scores.length ? scores[position] : 0;
    }
  }
}
