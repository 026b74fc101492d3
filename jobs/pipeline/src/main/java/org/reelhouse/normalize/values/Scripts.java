package org.reelhouse.normalize.values;

import java.lang.Character.UnicodeScript;
import java.nio.charset.Charset;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the script of a title says of its language. */
public final class Scripts {
  /** Scripts that films are titled in by one language, all but always. */
  private static final Map<UnicodeScript, String> OF_ONE_LANGUAGE =
      Map.ofEntries(
          Map.entry(UnicodeScript.ARMENIAN, "hy"),
          Map.entry(UnicodeScript.BENGALI, "bn"),
          Map.entry(UnicodeScript.ETHIOPIC, "am"),
          Map.entry(UnicodeScript.GEORGIAN, "ka"),
          Map.entry(UnicodeScript.GREEK, "el"),
          Map.entry(UnicodeScript.GUJARATI, "gu"),
          Map.entry(UnicodeScript.GURMUKHI, "pa"),
          Map.entry(UnicodeScript.HEBREW, "he"),
          Map.entry(UnicodeScript.KANNADA, "kn"),
          Map.entry(UnicodeScript.KHMER, "km"),
          Map.entry(UnicodeScript.LAO, "lo"),
          Map.entry(UnicodeScript.MALAYALAM, "ml"),
          Map.entry(UnicodeScript.MYANMAR, "my"),
          Map.entry(UnicodeScript.SINHALA, "si"),
          Map.entry(UnicodeScript.TAMIL, "ta"),
          Map.entry(UnicodeScript.TELUGU, "te"),
          Map.entry(UnicodeScript.THAI, "th"),
          Map.entry(UnicodeScript.TIBETAN, "bo"));

  private static final Charset JAPANESE_SET = Charset.forName("x-JIS0208");
  private static final Charset SIMPLIFIED_SET = Charset.forName("GB2312");
  private static final Charset TRADITIONAL_SET = Charset.forName("Big5");

  /** A sign of repetition and the like, which the character sets place differently. */
  private static final String SIGNS = "々〇〆";

  private static final char JAPANESE_REPETITION = '々';

  private Scripts() {}

  /** The language that only one is written so; null where several are, as in Latin letters. */
  public static @Nullable String language(@Nullable String title) {
    if (title == null || isLatin(title)) {
      return null;
    }
    Map<UnicodeScript, Integer> letters = letters(title);
    if (letters.containsKey(UnicodeScript.HIRAGANA)
        || letters.containsKey(UnicodeScript.KATAKANA)) {
      return "ja";
    }
    if (letters.containsKey(UnicodeScript.HANGUL)) {
      return "ko";
    }
    return letters.containsKey(UnicodeScript.HAN) ? ofHan(title) : ofMost(letters, title);
  }

  /** Most titles are, and need no more than a look. */
  private static boolean isLatin(String title) {
    for (int i = 0; i < title.length(); i++) {
      if (title.charAt(i) >= '\u0370') {
        return false;
      }
    }
    return true;
  }

  private static Map<UnicodeScript, Integer> letters(String title) {
    Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
    title
        .codePoints()
        .filter(Character::isLetter)
        .forEach(letter -> letters.merge(UnicodeScript.of(letter), 1, Integer::sum));
    return letters;
  }

  /**
   * Each country simplified other characters, and its national character set has only those in its
   * own use: what one set has and the others lack reveals the language.
   */
  private static @Nullable String ofHan(String title) {
    if (title.indexOf(JAPANESE_REPETITION) >= 0) {
      return "ja";
    }
    StringBuilder characters = new StringBuilder();
    title
        .codePoints()
        .filter(letter -> UnicodeScript.of(letter) == UnicodeScript.HAN)
        .filter(letter -> SIGNS.indexOf(letter) < 0)
        .forEach(characters::appendCodePoint);
    boolean japanese = JAPANESE_SET.newEncoder().canEncode(characters);
    boolean chinese =
        SIMPLIFIED_SET.newEncoder().canEncode(characters)
            || TRADITIONAL_SET.newEncoder().canEncode(characters);
    return japanese == chinese ? null : japanese ? "ja" : "zh";
  }

  /** By the script of more than half of the letters: a title in Latin may hold a Greek one. */
  private static @Nullable String ofMost(Map<UnicodeScript, Integer> letters, String title) {
    int all = letters.values().stream().mapToInt(Integer::intValue).sum();
    for (Map.Entry<UnicodeScript, Integer> script : letters.entrySet()) {
      if (2 * script.getValue() > all) {
        return of(script.getKey(), title);
      }
    }
    return null;
  }

  private static @Nullable String of(UnicodeScript script, String title) {
    return switch (script) {
      case CYRILLIC -> ScriptLanguage.cyrillic(title);
      case ARABIC -> ScriptLanguage.arabic(title);
      case DEVANAGARI -> ScriptLanguage.devanagari(title);
      default -> OF_ONE_LANGUAGE.get(script);
    };
  }
}
