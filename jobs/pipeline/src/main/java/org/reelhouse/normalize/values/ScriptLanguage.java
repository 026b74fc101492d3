package org.reelhouse.normalize.values;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Letters that one of the languages of a script has and the others lack.
 *
 * @param language null where several languages have the letters
 */
record ScriptLanguage(String letters, @Nullable String language) {
  private static final List<ScriptLanguage> CYRILLIC =
      List.of(
          new ScriptLanguage("ў", "be"),
          new ScriptLanguage("ѓќѕ", "mk"),
          new ScriptLanguage("ђћљњџј", "sr"),
          new ScriptLanguage("әғқұһ", "kk"),
          new ScriptLanguage("өүң", null),
          new ScriptLanguage("іїєґ", "uk"));
  private static final List<ScriptLanguage> ARABIC =
      List.of(
          new ScriptLanguage("ێۆڕڵە", "ku"),
          new ScriptLanguage("ټډړږښې", "ps"),
          new ScriptLanguage("ٹڈڑںےہھ", "ur"),
          new ScriptLanguage("پچژگکی", "fa"));
  private static final List<ScriptLanguage> DEVANAGARI = List.of(new ScriptLanguage("ळ", "mr"));

  /** Russian has the hard sign before these vowels only; for Bulgarian it is one itself. */
  private static final Pattern BULGARIAN_VOWEL = Pattern.compile("ъ(?![еёюя])");

  /** Russian, where no letter speaks against it. */
  static @Nullable String cyrillic(String title) {
    String letters = title.toLowerCase(Locale.ROOT);
    return first(CYRILLIC, letters, BULGARIAN_VOWEL.matcher(letters).find() ? "bg" : "ru");
  }

  /** Arabic, where no letter speaks against it. */
  static @Nullable String arabic(String title) {
    return first(ARABIC, title, "ar");
  }

  /** Hindi, where no letter speaks against it. */
  static @Nullable String devanagari(String title) {
    return first(DEVANAGARI, title, "hi");
  }

  private static @Nullable String first(
      List<ScriptLanguage> telltales, String title, String otherwise) {
    for (ScriptLanguage telltale : telltales) {
      if (title.chars().anyMatch(letter -> telltale.letters.indexOf(letter) >= 0)) {
        return telltale.language;
      }
    }
    return otherwise;
  }
}
