package org.reelhouse.reference;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How labels compare: without regard to case, accents, punctuation and spaces. */
final class Label {
  private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");
  private static final Pattern NEITHER_LETTER_NOR_DIGIT =
      Pattern.compile("[^\\p{L}\\p{M}\\p{N}+]+");

  private static final Pattern IN_PARENTHESES = Pattern.compile("[(\\[（][^()\\[\\]（）]*[)\\]）]");

  private Label() {}

  /** The label without what it says in parentheses, as the region in "Spanish (Mexico)". */
  static String withoutParentheses(String label) {
    return IN_PARENTHESES.matcher(label).replaceAll(" ").strip();
  }

  /** Equal for labels that read alike; {@code &} reads "and". */
  static String key(String label) {
    String decomposed = Normalizer.normalize(label.replace("&", " and "), Normalizer.Form.NFKD);
    String plain = ACCENTS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    return NEITHER_LETTER_NOR_DIGIT.matcher(plain).replaceAll(" ").strip();
  }
}
