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
 * A title as words that spelling does not change: lower case, without accents, punctuation, leading
 * article and what catalogues add in brackets ("(TV)", "(2011)"), with "and" for an ampersand and
 * plain numbers for parts and seasons ("II", "Part 2", "Part Two", "2nd Season" and "(2)" are all
 * 2).
 *
 * @param text the words, separated by one space
 */
record TitleKey(String text) {
  private static final Pattern MARKS = Pattern.compile("[\\u0300-\\u036F]+");
  private static final Pattern APOSTROPHES = Pattern.compile("['’‘`´]");
  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
  private static final Pattern TRAILING_ARTICLE =
      Pattern.compile(
          "^(.+), (the|a|an|le|la|les|l'|el|los|las|il|der|die|das)$", Pattern.CASE_INSENSITIVE);
  private static final Pattern ORDINAL = Pattern.compile("(\\d+)(st|nd|rd|th)");

  /** What a catalogue adds to tell its own entries apart; kind and year say the same. */
  private static final Pattern ADDED =
      Pattern.compile(
          "(?<=\\S)\\s*[(\\[](tv|tv series|tv special|movie|film|ova|ona|special|music|(18|19|20)\\d\\d)[)\\]]?\\s*$",
          Pattern.CASE_INSENSITIVE);

  /** Letters that have no accent to lose. */
  private static final Map<String, String> LETTERS =
      Map.of(
          "æ", "ae", "Æ", "Ae", "œ", "oe", "Œ", "Oe", "ø", "o", "Ø", "O", "ß", "ss", "ł", "l", "Ł",
          "L", "đ", "d");

  private static final Map<String, String> SHORT = Map.of("dr", "doctor", "vs", "versus");

  private static final Set<String> ARTICLES = Set.of("the", "a", "an");
  private static final Set<String> PART_WORDS =
      Set.of("part", "season", "cour", "pt", "teil", "parte", "partie", "del", "vol", "volume");

  /** Names that say no more than the number of an episode does. */
  private static final Set<String> GENERIC =
      Set.of(
          "episode",
          "ep",
          "folge",
          "episodio",
          "episodi",
          "capitulo",
          "part",
          "teil",
          "del",
          "parte",
          "partie",
          "season",
          "afsnit",
          "avsnitt",
          "aflevering",
          "deel",
          "bolum",
          "odcinek",
          "epizoda",
          "epizod",
          "dil",
          "jakso",
          "osa",
          "серия",
          "эпизод",
          "pilot",
          "tba",
          "tbd",
          "untitled",
          "show",
          "programme",
          "program");

  private static final Pattern GENERIC_IN_JAPANESE = Pattern.compile("第?[0-9]+[話回]?");

  private static final Map<String, String> ORDINAL_WORDS =
      Map.of("first", "1", "second", "2", "third", "3", "fourth", "4", "fifth", "5", "sixth", "6");

  private static final Map<String, String> NUMBER_WORDS =
      Map.ofEntries(
          Map.entry("one", "1"),
          Map.entry("two", "2"),
          Map.entry("three", "3"),
          Map.entry("four", "4"),
          Map.entry("five", "5"),
          Map.entry("six", "6"),
          Map.entry("seven", "7"),
          Map.entry("eight", "8"),
          Map.entry("nine", "9"),
          Map.entry("ten", "10"),
          Map.entry("eleven", "11"),
          Map.entry("twelve", "12"),
          Map.entry("twenty", "20"),
          Map.entry("thirty", "30"));

  /** Roman numerals as titles use them; "I" alone is more often the pronoun. */
  private static final Map<String, String> ROMAN =
      Map.ofEntries(
          Map.entry("II", "2"),
          Map.entry("III", "3"),
          Map.entry("IV", "4"),
          Map.entry("V", "5"),
          Map.entry("VI", "6"),
          Map.entry("VII", "7"),
          Map.entry("VIII", "8"),
          Map.entry("IX", "9"),
          Map.entry("X", "10"),
          Map.entry("XI", "11"),
          Map.entry("XII", "12"),
          Map.entry("XIII", "13"));

  /** The key of a title. A title of signs only keeps them. */
  static TitleKey of(String title) {
    String plain = ADDED.matcher(plain(title)).replaceFirst("");
    List<String> words =
        withoutArticle(words(TRAILING_ARTICLE.matcher(plain).replaceFirst("$2 $1")));
    return new TitleKey(words.isEmpty() ? title.strip() : String.join(" ", numbered(words)));
  }

  /** A name or word in lower case, without accents, punctuation and double spaces. */
  static String fold(String name) {
    return String.join(" ", words(plain(name))).toLowerCase(Locale.ROOT);
  }

  private static String plain(String title) {
    String decomposed = Normalizer.normalize(title, Normalizer.Form.NFKD);
    String unmarked = MARKS.matcher(decomposed).replaceAll("");
    for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
      unmarked = unmarked.replace(letter.getKey(), letter.getValue());
    }
    return Normalizer.normalize(unmarked, Normalizer.Form.NFKC).strip();
  }

  private static List<String> words(String plain) {
    String joined = APOSTROPHES.matcher(plain).replaceAll("").replace("&", " and ");
    return Arrays.stream(SEPARATORS.split(joined, -1)).filter(word -> !word.isEmpty()).toList();
  }

  private static List<String> withoutArticle(List<String> words) {
    return words.size() > 1 && ARTICLES.contains(lower(words.get(0)))
        ? words.subList(1, words.size())
        : words;
  }

  private static List<String> numbered(List<String> words) {
    List<String> lower = words.stream().map(TitleKey::lower).toList();
    List<String> result = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      boolean beforePart = i + 1 < words.size() && PART_WORDS.contains(lower.get(i + 1));
      boolean afterPart = i > 0 && PART_WORDS.contains(lower.get(i - 1));
      if (beforePart && ORDINAL_WORDS.containsKey(lower.get(i))) {
        result.add(ORDINAL_WORDS.getOrDefault(lower.get(i), lower.get(i)));
      } else if (afterPart && lower.get(i).equals("i")) {
        result.add("1");
      } else {
        result.add(
            i > 0 && isRoman(words, i)
                ? ROMAN.getOrDefault(upper(words.get(i)), "")
                : number(lower.get(i)));
      }
    }
    return withoutPartWords(result);
  }

  /** Inside a title a numeral is written in capitals: "ii" is Japanese for good. */
  private static boolean isRoman(List<String> words, int place) {
    String word = words.get(place);
    return ROMAN.containsKey(word) || (place == words.size() - 1 && ROMAN.containsKey(upper(word)));
  }

  private static String number(String word) {
    if (NUMBER_WORDS.containsKey(word)) {
      return NUMBER_WORDS.getOrDefault(word, word);
    }
    if (SHORT.containsKey(word)) {
      return SHORT.getOrDefault(word, word);
    }
    String plain = ORDINAL.matcher(word).matches() ? word.replaceAll("\\D", "") : word;
    return isNumber(plain) && plain.length() < 10
        ? Integer.toString(Integer.parseInt(plain))
        : plain;
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
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

  static boolean isNumber(String word) {
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

  /** The numbers in order. */
  List<String> numbers() {
    return words().stream().filter(TitleKey::isNumber).toList();
  }

  /** Whether an episode of this title is told by its number alone, as "Episode #4.5" is. */
  boolean isGeneric() {
    return words().stream()
        .allMatch(
            word ->
                isNumber(word)
                    || GENERIC.contains(word)
                    || GENERIC_IN_JAPANESE.matcher(word).matches());
  }
}
