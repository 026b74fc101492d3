package org.reelhouse.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names of countries and languages in the languages that most catalogues are written in, from
 * Java's data. They are loaded when a label is met that nothing else knows.
 */
final class ForeignNames {
  private static final List<Locale> LANGUAGES =
      Stream.of("de", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "tr", "zh", "zh-Hant")
          .map(Locale::forLanguageTag)
          .toList();

  private ForeignNames() {}

  static @Nullable String country(String key) {
    return OfCountries.CODES.get(key);
  }

  static @Nullable String language(String key) {
    return OfLanguages.CODES.get(key);
  }

  private static final class OfCountries {
    static final Map<String, String> CODES =
        codes(Locale.getISOCountries(), "und-%s", Locale::getDisplayCountry);
  }

  private static final class OfLanguages {
    static final Map<String, String> CODES =
        codes(Languages.codes().toArray(String[]::new), "%s", Locale::getDisplayLanguage);
  }

  /** Of two codes with one name in several languages, that of the first language stays. */
  private static Map<String, String> codes(
      String[] codes, String tag, BiFunction<Locale, Locale, String> name) {
    Map<String, String> found = new HashMap<>();
    for (Locale language : LANGUAGES) {
      for (String code : codes) {
        Locale named = Locale.forLanguageTag(tag.formatted(code));
        found.putIfAbsent(Label.key(name.apply(named, language)), code);
      }
    }
    return found;
  }
}
