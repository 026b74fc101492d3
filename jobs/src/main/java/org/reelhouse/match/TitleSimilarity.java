package org.reelhouse.match;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * How alike the titles of two works are, from 0 to 1, over all their spellings.
 *
 * <p>The similarity of two spellings is the mean of Jaro-Winkler, which forgives slips of the pen,
 * and of the Dice coefficient over words, which sees that one word of a long title differs.
 *
 * @param value similarity of the two spellings that are most alike
 * @param numbersDiffer whether those carry different numbers, as the parts of a series do
 */
record TitleSimilarity(double value, boolean numbersDiffer) {
  private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();

  /** Jaro-Winkler at which two words are one misspelt word. */
  private static final double SAME_WORD = 0.92;

  static TitleSimilarity of(List<String> left, List<String> right) {
    TitleSimilarity best = new TitleSimilarity(0, false);
    for (String one : left) {
      for (String other : right) {
        TitleSimilarity similarity = of(new TitleKey(one), new TitleKey(other));
        best = similarity.isBetterThan(best) ? similarity : best;
      }
    }
    return best;
  }

  private boolean isBetterThan(TitleSimilarity other) {
    return numbersDiffer == other.numbersDiffer
        ? value > other.value
        : (other.value == 0 || other.numbersDiffer) && value > 0;
  }

  private static TitleSimilarity of(TitleKey left, TitleKey right) {
    if (left.compact().equals(right.compact())) {
      return new TitleSimilarity(1, false);
    }
    double letters = JARO_WINKLER.apply(left.text(), right.text());
    double value = (letters + dice(left.words(), right.words())) / 2;
    return new TitleSimilarity(value, !left.numbers().equals(right.numbers()));
  }

  private static double dice(List<String> left, List<String> right) {
    List<String> unpaired = new ArrayList<>(right);
    int paired = 0;
    for (String word : left) {
      if (removeAlike(word, unpaired)) {
        paired++;
      }
    }
    return 2.0 * paired / (left.size() + right.size());
  }

  private static boolean removeAlike(String word, List<String> candidates) {
    return candidates.remove(word)
        || candidates.stream()
            .filter(other -> isMisspelling(word, other))
            .findFirst()
            .map(candidates::remove)
            .orElse(false);
  }

  private static boolean isMisspelling(String word, String other) {
    return word.length() >= 4
        && other.length() >= 4
        && JARO_WINKLER.apply(word, other) >= SAME_WORD;
  }
}
