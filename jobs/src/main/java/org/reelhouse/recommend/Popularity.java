package org.reelhouse.recommend;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.reelhouse.recommend.Candidate.Given;

/**
 * The candidates by popularity among the users of each source: first the titles they rated, then
 * those rated elsewhere, then those nobody rated in the order in which they were given.
 *
 * <p>Popularity is the number of ratings times their damped mean, in tenths: {@code n · (sum + d ·
 * mean) / (n + d) / 10}. Titles rated elsewhere are scaled to stay below.
 */
final class Popularity implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double DAMPING = 10;
  private static final String OVERALL = "";

  private final HashMap<String, Ranked> bySource = new HashMap<>();

  Popularity(List<Candidate> candidates) {
    Given all = candidates.stream().map(Candidate::overall).reduce(new Given(0, 0), Given::plus);
    double mean = all.count() == 0 ? 0 : all.sum() / all.count();
    double[] overall =
        candidates.stream().mapToDouble(title -> popularity(title.overall(), mean)).toArray();
    bySource.put(OVERALL, ranked(overall));
    for (String source : sources(candidates)) {
      double[] scores =
          candidates.stream()
              .mapToDouble(title -> popularity(title.given().getOrDefault(source, NONE), mean))
              .toArray();
      bySource.put(source, ranked(filled(scores, overall)));
    }
  }

  private static final Given NONE = new Given(0, 0);

  /** The order for users of a source; over all sources for one that nobody rated in. */
  Ranked in(String source) {
    Ranked overall = java.util.Objects.requireNonNull(bySource.get(OVERALL));
    return bySource.getOrDefault(source, overall);
  }

  static double popularity(Given given, double mean) {
    long count = given.count();
    return count * (given.sum() + DAMPING * mean) / (count + DAMPING) / 10;
  }

  private static Set<String> sources(List<Candidate> candidates) {
    Set<String> sources = new TreeSet<>();
    candidates.forEach(title -> sources.addAll(title.given().keySet()));
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

  private static Ranked ranked(double[] scores) {
    int[] positions =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    return new Ranked(positions, scores);
  }

  /** Positions, most popular first. */
  static final class Ranked implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int[] positions;
    private final double[] scores;

    private Ranked(int[] positions, double[] scores) {
      this.positions = positions;
      this.scores = scores;
    }

    int size() {
      return positions.length;
    }

    int position(int place) {
      return positions[place];
    }

    /** Popularity of the title at a place. */
    double score(int place) {
      return scores[positions[place]];
    }
  }
}
