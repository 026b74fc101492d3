package org.reelhouse.match.comparison;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * How alike the titles of two works are, from 0 to 1, over all their spellings.
 *
 * <p>The similarity of two spellings is the mean of Jaro-Winkler, which forgives slips of the pen,
 * and of the Dice coefficient over words, which sees that one word of a long title differs. Words
 * that many titles have count a quarter. Where less than half of the words agree it is half of the
 * latter.
 *
 * @param value similarity of the two spellings that are most alike
 * @param numbers what the numbers say that those carry, as the parts of a series do
 * @param contained share of the words of one of those that the other makes up which it begins or
 *     ends with; 0 if it does neither
 */
public record TitleSimilarity(double value, Numbers numbers, double contained) {

  /** What the numbers in two titles say. */
  public enum Numbers {
    AGREE,
    /** Only one of the titles has one. */
    ONE_SIDED,
    /** Only one has one, but both end in one subtitle, which names the part as well. */
    ONE_SIDED_BEFORE_SUBTITLE,
    DIFFER
  }

  private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();

  /** Jaro-Winkler at which two words are one misspelt word. */
  private static final double SAME_WORD = 0.92;

  private static final int MIN_MISSPELT = 4;

  /** A tenth for each of the first four letters that agree. */
  private static final double MOST_BONUS = 0.4;

  /**
   * Share of words below which letters are not looked at: they alone make no titles alike, since
   * the mean of both is then below all that counts.
   */
  private static final double LEAST_WORDS = 0.5;

  private static final double EQUAL_BUT_FOR_ARTICLE_AND_FIRST_NUMBER = 0.97;

  /** Shorter titles stand at the edge of another by chance. */
  private static final int MIN_CONTAINED = 8;

  private static final int LETTERS_PER_SLIP = 10;

  private static final double SLIP = 0.97;

  private static final double COMMON_WEIGHT = 0.25;

  /** Articles and what catalogues add or leave out. */
  private static final Set<String> COMMON =
      Set.of(
          "the",
          "a",
          "an",
          "of",
          "and",
          "in",
          "to",
          "le",
          "la",
          "les",
          "l",
          "el",
          "los",
          "las",
          "lo",
          "il",
          "i",
          "gli",
          "un",
          "une",
          "una",
          "uno",
          "der",
          "die",
          "das",
          "ein",
          "eine",
          "de",
          "du",
          "des",
          "no",
          "o",
          "os",
          "as",
          "movie",
          "film",
          "animation",
          "tv",
          "ova",
          "ona",
          "special",
          "specials",
          "gekijouban",
          "season",
          "part",
          "series",
          "1");

  private static final Set<String> ARTICLES =
      Set.of(
          "the", "a", "an", "le", "la", "les", "el", "los", "las", "il", "lo", "gli", "un", "une",
          "una", "uno", "der", "die", "das", "ein", "eine", "os", "het", "een", "de", "den", "det");

  /** By what follows from them where the rank is equal, so that no order of titles shows. */
  private static final Comparator<TitleSimilarity> BY_RANK =
      Comparator.comparingDouble(TitleSimilarity::rank)
          .thenComparingDouble(TitleSimilarity::value)
          .thenComparingDouble(TitleSimilarity::contained)
          .thenComparing(TitleSimilarity::numbers, Comparator.reverseOrder());

  public static TitleSimilarity of(List<TitleKey> left, List<TitleKey> right) {
    TitleSimilarity best = new TitleSimilarity(-1, Numbers.DIFFER, 0);
    for (TitleKey one : left) {
      for (TitleKey other : right) {
        TitleSimilarity similarity = of(one, other);
        if (BY_RANK.compare(similarity, best) > 0) {
          best = similarity;
        }
        if (best.value == 1) {
          return best;
        }
      }
    }
    return best;
  }

  /** Spellings that agree in their numbers go before those that do not. */
  private double rank() {
    double contradicted =
        switch (numbers) {
          case AGREE -> 0;
          case ONE_SIDED -> 0.25;
          case ONE_SIDED_BEFORE_SUBTITLE -> 0.1;
          case DIFFER -> 0.999;
        };
    return Math.max(value, contained > 0 ? 0.7 : 0) - contradicted;
  }

  public static TitleSimilarity of(TitleKey left, TitleKey right) {
    if (left.compact().equals(right.compact())) {
      return new TitleSimilarity(1, Numbers.AGREE, 0);
    }
    List<String> ours = left.words();
    List<String> theirs = right.words();
    Numbers numbers = numbers(left, right);
    if (bare(ours).equals(bare(theirs))) {
      return new TitleSimilarity(EQUAL_BUT_FOR_ARTICLE_AND_FIRST_NUMBER, numbers, 0);
    }
    boolean inOrder = left.text().compareTo(right.text()) <= 0; // pairing words greedily has one
    double words = inOrder ? dice(left, right) : dice(right, left);
    double letters = words < LEAST_WORDS ? 0 : letters(left.text(), right.text(), inOrder);
    return new TitleSimilarity(
        Math.max((letters + words) / 2, misspelt(left, right)), numbers, contained(ours, theirs));
  }

  private static double letters(String left, String right, boolean inOrder) {
    return inOrder ? JARO_WINKLER.apply(left, right) : JARO_WINKLER.apply(right, left);
  }

  static Numbers numbers(TitleKey left, TitleKey right) {
    List<String> ours = left.numbers();
    List<String> theirs = right.numbers();
    if (ours.size() == theirs.size()) {
      return ours.equals(theirs) ? Numbers.AGREE : Numbers.DIFFER;
    }
    List<String> later = withoutOnes(ours);
    List<String> others = withoutOnes(theirs);
    if (later.equals(others)) {
      return Numbers.AGREE;
    }
    if (!isPart(later, others) && !isPart(others, later)) {
      return Numbers.DIFFER;
    }
    return endsAlike(left.words(), right.words())
        ? Numbers.ONE_SIDED_BEFORE_SUBTITLE
        : Numbers.ONE_SIDED;
  }

  private static boolean endsAlike(List<String> left, List<String> right) {
    String last = left.get(left.size() - 1);
    return !TitleKey.isNumber(last) && last.equals(right.get(right.size() - 1));
  }

  /** The first part often lacks its number. */
  private static List<String> withoutOnes(List<String> numbers) {
    return numbers.stream().filter(number -> !number.equals("1")).toList();
  }

  private static boolean isPart(List<String> some, List<String> all) {
    return some.size() < all.size() && all.containsAll(some);
  }

  /** Without the leading article, of any language, and the 1 that the first part often lacks. */
  private static List<String> bare(List<String> words) {
    int first = words.size() > 1 && ARTICLES.contains(words.get(0)) ? 1 : 0;
    int last = words.size() - 1;
    return words.subList(first, last > first && words.get(last).equals("1") ? last : last + 1);
  }

  private static double contained(List<String> left, List<String> right) {
    List<String> inner = left.size() < right.size() ? left : right;
    List<String> outer = left.size() < right.size() ? right : left;
    int rest = outer.size() - inner.size();
    boolean contained =
        rest > 0
            && String.join("", inner).length() >= MIN_CONTAINED
            && (outer.subList(0, inner.size()).equals(inner)
                || outer.subList(rest, outer.size()).equals(inner));
    return contained ? (double) inner.size() / outer.size() : 0;
  }

  /** A slip in one word of a few is a slip of the pen; 0 where more differs. */
  private static double misspelt(TitleKey left, TitleKey right) {
    int letters = Math.min(left.text().length(), right.text().length());
    int most = letters / LETTERS_PER_SLIP;
    if (left.letters().leastEdits(right.letters()) > most) {
      return 0;
    }
    int edits = new LevenshteinDistance(most).apply(left.text(), right.text());
    return edits < 0 ? 0 : SLIP - (double) edits / letters;
  }

  private static double dice(TitleKey left, TitleKey right) {
    boolean[] paired = new boolean[right.words().size()];
    double weight = 0;
    for (int i = 0; i < left.words().size(); i++) {
      int place = place(left.words().get(i), right.words(), paired);
      place = place < 0 ? misspelt(left, i, right, paired) : place;
      if (place >= 0) {
        paired[place] = true;
        weight += weight(left.words().get(i)) + weight(right.words().get(place));
      }
    }
    return weight / (weight(left.words()) + weight(right.words()));
  }

  private static int place(String word, List<String> others, boolean[] paired) {
    for (int i = 0; i < paired.length; i++) {
      if (!paired[i] && word.equals(others.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static int misspelt(TitleKey left, int word, TitleKey right, boolean[] paired) {
    for (int i = 0; i < paired.length; i++) {
      if (!paired[i]
          && isSameWord(left.lettersOfWords().get(word), right.lettersOfWords().get(i))
          && JARO_WINKLER.apply(left.words().get(word), right.words().get(i)) >= SAME_WORD) {
        return i;
      }
    }
    return -1;
  }

  /** Whether two words may be one; Winkler's bonus closes at most four tenths of the gap to 1. */
  private static boolean isSameWord(LetterSet left, LetterSet right) {
    return left.length() >= MIN_MISSPELT
        && right.length() >= MIN_MISSPELT
        && 1 - (1 - left.mostJaro(right)) * (1 - MOST_BONUS) >= SAME_WORD;
  }

  private static double weight(List<String> words) {
    double sum = 0;
    for (String word : words) {
      sum += weight(word);
    }
    return sum;
  }

  private static double weight(String word) {
    return COMMON.contains(word) ? COMMON_WEIGHT : 1;
  }
}
