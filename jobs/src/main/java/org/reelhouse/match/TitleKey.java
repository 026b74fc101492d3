package org.reelhouse.match;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A title as words that spelling does not change: lower case, without accents, punctuation and
 * leading article, with "and" for an ampersand and plain numbers for parts and seasons ("II", "Part
 * 2", "2nd Season" and "(2)" are all 2).
 *
 * @param text the words, separated by one space
 */
record TitleKey(String text) {
  private static final Pattern MARKS = Pattern.compile("[\\u0300-\\u036F]+");
  private static final Pattern APOSTROPHES = Pattern.compile("['’‘`´]");
  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
  private static final Pattern TRAILING_ARTICLE =
      Pattern.compile("^(.+), (the|a|an|le|la|les|l'|el|los|las|il|der|die|das)$");
  private static final Pattern ORDINAL = Pattern.compile("(\\d+)(st|nd|rd|th)");
  private static final Set<String> ARTICLES = Set.of("the", "a", "an");
  private static final Set<String> PART_WORDS = Set.of("part", "season", "cour", "pt");
  private static final Map<String, String> ORDINAL_WORDS =
      Map.of("first", "1", "second", "2", "third", "3", "fourth", "4", "fifth", "5");

  /** Roman numerals as titles use them; "I" alone is more often the pronoun. */
  private static final Map<String, String> ROMAN =
      Map.ofEntries(
          Map.entry("ii", "2"),
          Map.entry("iii", "3"),
          Map.entry("iv", "4"),
          Map.entry("v", "5"),
          Map.entry("vi", "6"),
          Map.entry("vii", "7"),
          Map.entry("viii", "8"),
          Map.entry("ix", "9"),
          Map.entry("x", "10"),
          Map.entry("xi", "11"),
          Map.entry("xii", "12"),
          Map.entry("xiii", "13"));

  /** The key of a title. A title of signs only keeps them. */
  static TitleKey of(String title) {
    String lower = TRAILING_ARTICLE.matcher(plain(title)).replaceFirst("$1");
    List<String> words = withoutArticle(words(lower));
    return new TitleKey(words.isEmpty() ? title.strip() : String.join(" ", numbered(words)));
  }

  /** A name or word in lower case, without accents, punctuation and double spaces. */
  static String fold(String name) {
    return String.join(" ", words(plain(name)));
  }

  private static String plain(String title) {
    String decomposed = Normalizer.normalize(title, Normalizer.Form.NFKD);
    String unmarked = MARKS.matcher(decomposed).replaceAll("");
    return Normalizer.normalize(unmarked, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
  }

  private static List<String> words(String lower) {
    String joined = APOSTROPHES.matcher(lower).replaceAll("").replace("&", " and ");
    return Arrays.stream(SEPARATORS.split(joined, -1)).filter(word -> !word.isEmpty()).toList();
  }

  private static List<String> withoutArticle(List<String> words) {
    return words.size() > 1 && ARTICLES.contains(words.get(0))
        ? words.subList(1, words.size())
        : words;
  }

  private static List<String> numbered(List<String> words) {
    List<String> result = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      boolean beforePart = i + 1 < words.size() && PART_WORDS.contains(words.get(i + 1));
      result.add(number(words.get(i), i, beforePart));
    }
    return withoutPartWords(result);
  }

  private static String number(String word, int position, boolean beforePart) {
    if (beforePart && ORDINAL_WORDS.containsKey(word)) {
      return ORDINAL_WORDS.getOrDefault(word, word);
    }
    if (position > 0 && ROMAN.containsKey(word)) {
      return ROMAN.getOrDefault(word, word);
    }
    String plain = ORDINAL.matcher(word).matches() ? word.replaceAll("\\D", "") : word;
    return isNumber(plain) && plain.length() < 10
        ? Integer.toString(Integer.parseInt(plain))
        : plain;
  }

  private static List<String> withoutPartWords(List<String> words) {
    List<String> result = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      boolean besideNumber =
          (i > 0 && isNumber(words.get(i - 1)))
              || (i > 0 && i + 1 < words.size() && isNumber(words.get(i + 1)));
      if (!(besideNumber && PART_WORDS.contains(words.get(i)))) {
        result.add(words.get(i));
      }
    }
    return result;
  }

  private static boolean isNumber(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) < '0' || word.charAt(i) > '9') {
        return false;
      }
    }
    return !word.isEmpty();
  }

  /** The words without spaces, so that "Spider-Man" and "Spiderman" are one. */
  String compact() {
    return text.replace(" ", "");
  }

  List<String> words() {
    return List.of(text.split(" "));
  }

  /** The numbers in order, without a 1, which the first part often lacks. */
  List<String> numbers() {
    return words().stream().filter(TitleKey::isNumber).filter(word -> !word.equals("1")).toList();
  }
}
