package org.reelhouse.themes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Chooses the terms that tell what themes are about.
 *
 * <p>A term's distinctness is its part in the relative entropy of theme and corpus, p ln(p / P),
 * with p and P the shares of titles there that hold it: a frequent term that is as frequent
 * everywhere scores nothing. It belongs to the theme where it scores most and stands on top of no
 * other. One after another, terms are taken that are distinct and often stand in the same texts as
 * those taken before: together they are read as one subject.
 */
final class TopTerms {
  static final int COUNT = 10;

  /** Terms to choose from: later ones are hardly distinct. */
  private static final int CANDIDATES = 60;

  /** How much the mean cautious NPMI with the terms taken counts beside ln of the distinctness. */
  private static final double COHERENCE = 3;

  private final List<String> terms;
  private final CoOccurrence pairs;

  private TopTerms(List<String> terms, CoOccurrence pairs) {
    this.terms = terms;
    this.pairs = pairs;
  }

  /** For each theme its terms, the best first: indices in the vocabulary. */
  static List<List<Integer>> of(
      List<Profile> themes, Profile corpus, List<String> terms, CoOccurrence pairs) {
    double[][] scores =
        themes.stream().map(theme -> scores(theme, corpus)).toArray(double[][]::new);
    int[] owners = owners(scores, terms.size());
    TopTerms chooser = new TopTerms(terms, pairs);
    return IntStream.range(0, scores.length)
        .mapToObj(theme -> chooser.chosen(candidates(scores[theme], owners, theme), scores[theme]))
        .toList();
  }

  private static double[] scores(Profile theme, Profile corpus) {
    return IntStream.range(0, theme.terms())
        .mapToDouble(
            term -> {
              double share = theme.share(term);
              return share <= 0 ? 0 : share * Math.log(share / corpus.share(term));
            })
        .toArray();
  }

  /** The theme in which each term scores most, the first of equal ones. */
  private static int[] owners(double[][] scores, int terms) {
    int[] owners = new int[terms];
    for (int theme = 1; theme < scores.length; theme++) {
      for (int term = 0; term < terms; term++) {
        if (scores[theme][term] > scores[owners[term]][term]) {
          owners[term] = theme;
        }
      }
    }
    return owners;
  }

  private static List<Integer> candidates(double[] scores, int[] owners, int theme) {
    return IntStream.range(0, scores.length)
        .filter(term -> owners[term] == theme && scores[term] > 0)
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer term) -> -scores[term]).thenComparing(term -> term))
        .limit(CANDIDATES)
        .toList();
  }

  private List<Integer> chosen(List<Integer> candidates, double[] scores) {
    List<Integer> chosen = new ArrayList<>();
    List<Integer> left = new ArrayList<>(candidates);
    Set<String> words = new HashSet<>();
    while (chosen.size() < COUNT && !left.isEmpty()) {
      int best = best(left, chosen, scores);
      chosen.add(best);
      words.addAll(words(best));
      // "high school", "high" and "school" together would say one thing three times.
      left.removeIf(term -> words(term).stream().anyMatch(words::contains));
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
        .mapToDouble(other -> pairs.cautiousMutualInformation(term, other))
        .average()
        .orElse(0);
  }

  private List<String> words(int term) {
    return Arrays.asList(terms.get(term).split(" ", -1));
  }
}
