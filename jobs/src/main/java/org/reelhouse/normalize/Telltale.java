package org.reelhouse.normalize;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Letters that one of the languages of a script has and the others lack.
 *
 * @param language null where several languages have the letters
 */
record Telltale(String letters, @Nullable String language) {
  private static final List<Telltale> CYRILLIC =
      List.of(
          new Telltale("ў", "be"),
          new Telltale("ѓќѕ", "mk"),
          new Telltale("ђћљњџј", "sr"),
          new Telltale("әғқұһ", "kk"),
          new Telltale("өүң", null),
          new Telltale("іїєґ", "uk"));
  private static final List<Telltale> ARABIC =
      List.of(
          new Telltale("ێۆڕڵە", "ku"),
          new Telltale("ټډړږښې", "ps"),
          new Telltale("ٹڈڑںےہھ", "ur"),
          new Telltale("پچژگکی", "fa"));
  private static final List<Telltale> DEVANAGARI = List.of(new Telltale("ळ", "mr"));

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

  private static @Nullable String first(List<Telltale> telltales, String title, String otherwise) {
    for (Telltale telltale : telltales) {
      if (title.chars().anyMatch(letter -> telltale.letters.indexOf(letter) >= 0)) {
        return telltale.language;
      }
    }
    return otherwise;
  }
}
