package org.reelhouse.normalize.values;

import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of months in the languages of catalogues, from Java's data; loaded when first met. */
final class ForeignMonths {
  private static final int SHORTEST = 3;
  private static final List<Name> NAMES = names();

  private ForeignMonths() {}

  private record Name(String name, Month month) {}

  /**
   * The month whose name, in full or shortened, this is in German, Spanish, French, Italian, Dutch
   * or Portuguese, with or without accents; null if there is none, or more than one.
   */
  static @Nullable Month of(String name) {
    String start = plain(name);
    Set<Month> months = EnumSet.noneOf(Month.class);
    for (Name known : NAMES) {
      if (start.length() >= SHORTEST && known.name().startsWith(start)) {
        months.add(known.month());
      }
    }
    return months.size() == 1 ? months.iterator().next() : null;
  }

  private static List<Name> names() {
    List<Name> names = new ArrayList<>();
    for (String language : List.of("de", "es", "fr", "it", "nl", "pt")) {
      for (Month month : Month.values()) {
        String name = month.getDisplayName(TextStyle.FULL, Locale.forLanguageTag(language));
        names.add(new Name(plain(name), month));
      }
    }
    return names;
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
