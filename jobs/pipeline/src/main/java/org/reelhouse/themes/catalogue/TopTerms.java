package org.reelhouse.themes.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.reelhouse.text.EnglishStems;
import org.reelhouse.themes.corpus.CoOccurrence;

/**
 * Chooses the terms that tell what themes are about.
 *
 * <p>A term's distinctness is its part in the relative entropy of theme and corpus, p ln(p / P),
 * with p and P the shares of titles there that hold it: a frequent term that is as frequent
 * everywhere scores nothing. It may stand on top of the theme where it scores most and of those
 * where it scores nearly as much. One after another, terms are taken that are distinct and can be
 * expected to stand in the same texts as those taken before: together they are read as one subject.
 */
final class TopTerms {
  static final int COUNT = 10;

  /** Terms to choose from: later ones are hardly distinct. */
  private static final int CANDIDATES = 60;

  /**
   * Share of its best score that a term needs in a theme. Where each term was one theme's alone,
   * small themes were left with words that seldom meet.
   */
  private static final double SHARED = 0.5;

  /** How much the mean expected NPMI with the terms taken counts beside ln of the distinctness. */
  private static final double COHERENCE = 5;

  private final List<String> terms;
  private final CoOccurrence pairs;

  private TopTerms(List<String> terms, CoOccurrence pairs) {
    this.terms = terms;
    this.pairs = pairs;
  }

  /** For each theme its terms, the best first: indices in the vocabulary. */
  static List<List<Integer>> of(
      List<ThemeProfile> themes, ThemeProfile corpus, List<String> terms, CoOccurrence pairs) {
    double[][] scores =
        themes.stream().map(theme -> scores(theme, corpus)).toArray(double[][]::new);
    double[] best = best(scores, terms.size());
    TopTerms chooser = new TopTerms(terms, pairs);
    return IntStream.range(0, scores.length)
        .mapToObj(theme -> chooser.chosen(candidates(scores[theme], best), scores[theme]))
        .toList();
  }

  private static double[] scores(ThemeProfile theme, ThemeProfile corpus) {
    return IntStream.range(0, theme.terms())
        .mapToDouble(
            term -> {
              double share = theme.share(term);
              return share <= 0 ? 0 : share * Math.log(share / corpus.share(term));
            })
        .toArray();
  }

  private static double[] best(double[][] scores, int terms) {
    double[] best = new double[terms];
    for (double[] ofTheme : scores) {
      for (int term = 0; term < terms; term++) {
        best[term] = Math.max(best[term], ofTheme[term]);
      }
    }
    return best;
  }

  private static List<Integer> candidates(double[] scores, double[] best) {
    return IntStream.range(0, scores.length)
        .filter(term -> scores[term] > 0 && scores[term] >= SHARED * best[term])
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer term) -> -scores[term]).thenComparing(term -> term))
        .limit(CANDIDATES)
        .toList();
  }

  private List<Integer> chosen(List<Integer> candidates, double[] scores) {
    List<Integer> chosen = new ArrayList<>();
    List<Integer> left = new ArrayList<>(candidates);
    Set<String> said = new HashSet<>();
    while (chosen.size() < COUNT && !left.isEmpty()) {
      int best = best(left, chosen, scores);
      chosen.add(best);
      said.addAll(stems(best));
      // "high school", "high" and "school" together would say one thing three times.
      left.removeIf(term -> stems(term).stream().anyMatch(said::contains));
    }
    return chosen;
  }

  private int best(List<Integer> left, List<Integer> chosen, double[] scores) {
    int best = left.get(0);
    double most = Double.NEGATIVE_INFINITY;
    for (int term : left) {
      double value = Math.log(scores[term]) + COHERENCE * coherence(term, chosen);
      if (value > most) {
        best = term;
        most = value;
      }
    }
    return best;
  }

  private double coherence(int term, List<Integer> chosen) {
    return chosen.stream()
        .mapToDouble(other -> pairs.expectedMutualInformation(term, other))
        .average()
        .orElse(0);
  }

  /** Of the words of a term: "marry" and "married" say the same. */
  private List<String> stems(int term) {
    return Arrays.stream(terms.get(term).split(" ", -1)).map(EnglishStems::ofWord).toList();
  }
}
