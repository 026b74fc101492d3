package org.reelhouse.match.comparison;

import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Titles in alphabets and syllabaries as they are pronounced, in Latin letters: catalogues give one
 * or the other ("Брат", "Brat"). Signs that stand for words, as Chinese has them, are read
 * differently by each language, and scripts without vowels cannot be read; they are left out.
 */
final class Romanization {
  private static final Set<UnicodeScript> SPOKEN =
      EnumSet.of(
          UnicodeScript.ARMENIAN,
          UnicodeScript.CYRILLIC,
          UnicodeScript.GEORGIAN,
          UnicodeScript.GREEK,
          UnicodeScript.HANGUL,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA);

  private Romanization() {}

  /** The title in Latin letters, if all its letters are of a script that is spoken as written. */
  static Optional<String> of(String title) {
    boolean hasLetters = false;
    for (int i = 0; i < title.length(); i += Character.charCount(title.codePointAt(i))) {
      int sign = title.codePointAt(i);
      if (Character.isLetter(sign)) {
        UnicodeScript script = UnicodeScript.of(sign);
        if (!SPOKEN.contains(script) && !isLongVowel(sign)) {
          return Optional.empty();
        }
        hasLetters = true;
      }
    }
    return hasLetters ? Optional.of(Rules.LATIN.transliterate(title)) : Optional.empty();
  }

  /** The Japanese mark of a long vowel is of no script. */
  private static boolean isLongVowel(int sign) {
    return sign == 'ー';
  }

  /** Loaded with the first title that needs it. */
  private static final class Rules {
    /** Cyrillic as English catalogues have it (BGN/PCGN), then what that leaves. */
    private static final Transliterator LATIN =
        Transliterator.getInstance("Russian-Latin/BGN; Any-Latin; Latin-ASCII");
  }
}
