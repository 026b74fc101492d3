package org.reelhouse.match.comparison;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
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
 */
public final class TitleKey {
  private static final Pattern MARKS = Pattern.compile("[\\u0300-\\u036F]+");

  /** What joins a word and is left out of it. */
  private static final String APOSTROPHES = "'’‘`´";

  private static final Pattern TRAILING_ARTICLE =
      Pattern.compile(
          "^(.+), (the|a|an|le|la|les|l'|el|los|las|il|der|die|das)$", Pattern.CASE_INSENSITIVE);
  private static final Pattern ORDINAL = Pattern.compile("(\\d+)(st|nd|rd|th)");

  /** What a catalogue adds to distinguish its own entries; kind and year say the same. */
  private static final Pattern ADDED =
      Pattern.compile(
          "(?<=\\S)\\s*[(\\[](tv|tv series|tv special|movie|film|ova|ona|special|music|(18|19|20)\\d\\d)[)\\]]?\\s*$",
          Pattern.CASE_INSENSITIVE);

  /** Letters that have no accent to lose. */
  private static final Map<String, String> LETTERS =
      Map.ofEntries(
          Map.entry("æ", "ae"),
          Map.entry("Æ", "Ae"),
          Map.entry("œ", "oe"),
          Map.entry("Œ", "Oe"),
          Map.entry("ø", "o"),
          Map.entry("Ø", "O"),
          Map.entry("ß", "ss"),
          Map.entry("ẞ", "SS"),
          Map.entry("ł", "l"),
          Map.entry("Ł", "L"),
          Map.entry("đ", "d"),
          Map.entry("Đ", "D"),
          Map.entry("ı", "i"));

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

  private final String text;
  private final List<String> words;
  private final List<String> numbers;
  private final String compact;
  private final LetterSet letters;
  private final List<LetterSet> lettersOfWords;

  private TitleKey(String text, List<String> words) {
    this.text = text;
    this.words = words;
    this.numbers = words.stream().filter(TitleKey::isNumber).toList();
    this.compact = text.replace(" ", "");
    this.letters = LetterSet.of(compact);
    this.lettersOfWords = words.stream().map(LetterSet::of).toList();
  }

  /** The key with a given {@link #text}. */
  public static TitleKey ofText(String text) {
    return new TitleKey(text, List.of(text.split(" ", -1)));
  }

  /** The key of a title. A title of signs only keeps them. */
  public static TitleKey of(String title) {
    String plain = plain(title);
    String own =
        plain.indexOf('(') < 0 && plain.indexOf('[') < 0
            ? plain
            : ADDED.matcher(plain).replaceFirst("");
    List<String> words =
        withoutArticle(
            words(
                own.indexOf(',') < 0 ? own : TRAILING_ARTICLE.matcher(own).replaceFirst("$2 $1")));
    return ofText(words.isEmpty() ? title.strip() : String.join(" ", numbered(words)));
  }

  /** A name or word in lower case, without accents, punctuation and double spaces. */
  public static String fold(String name) {
    return String.join(" ", words(plain(name))).toLowerCase(Locale.ROOT);
  }

  private static String plain(String title) {
    if (StandardCharsets.US_ASCII.newEncoder().canEncode(title)) {
      return title.strip();
    }
    String decomposed = Normalizer.normalize(title, Normalizer.Form.NFKD);
    String unmarked = MARKS.matcher(decomposed).replaceAll("");
    for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
      unmarked = unmarked.replace(letter.getKey(), letter.getValue());
    }
    return Normalizer.normalize(unmarked, Normalizer.Form.NFKC).strip();
  }

  private static List<String> words(String plain) {
    String text = plain.replace("&", " and ");
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int sign = text.codePointAt(i);
      if (isPartOfWord(sign)) {
        word.appendCodePoint(sign);
      } else if (APOSTROPHES.indexOf(sign) < 0 && !word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }

  /** Letters, numbers and the marks that combine with them. */
  private static boolean isPartOfWord(int sign) {
    return switch (Character.getType(sign)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER,
          Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
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
    String plain =
        Character.isDigit(word.charAt(0)) && ORDINAL.matcher(word).matches()
            ? word.replaceAll("\\D", "")
            : word;
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

  /** The words, separated by one space. */
  public String text() {
    return text;
  }

  /** The words without spaces, so that "Spider-Man" and "Spiderman" are one. */
  public String compact() {
    return compact;
  }

  public List<String> words() {
    return words;
  }

  LetterSet letters() {
    return letters;
  }

  /** Those of each of the {@link #words}. */
  List<LetterSet> lettersOfWords() {
    return lettersOfWords;
  }

  /** The numbers in order. */
  List<String> numbers() {
    return numbers;
  }

  /** Whether an episode of this title is named by its number alone, as "Episode #4.5" is. */
  boolean isGeneric() {
    return words().stream()
        .allMatch(
            word ->
                isNumber(word)
                    || GENERIC.contains(word)
                    || GENERIC_IN_JAPANESE.matcher(word).matches());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TitleKey key && text.equals(key.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
