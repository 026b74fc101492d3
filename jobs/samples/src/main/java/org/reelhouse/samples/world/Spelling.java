package org.reelhouse.samples.world;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How sources misspell and respell titles. */
public final class Spelling {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern ARTICLE =
      Pattern.compile("^(The|A|La|Le|El|Der|Die|Das) (.*)$", Pattern.DOTALL);

  private Spelling() {}

  /** A title as a source with its own habits spells it; mostly as it is. */
  public static String of(String title, Chance chance) {
    String spelled = title;
    if (chance.happens(0.3)) {
      spelled = withoutAccents(spelled);
    }
    if (chance.happens(0.5)) {
      spelled = otherNumeral(spelled);
    }
    if (chance.happens(0.3)) {
      spelled = spelled.replace(" and ", " & ");
    }
    if (chance.happens(0.15)) {
      spelled = spelled.replace(": ", " - ");
    }
    if (chance.happens(0.03)) {
      spelled = ARTICLE.matcher(spelled).replaceFirst("$2");
    }
    return rare(spelled, chance);
  }

  private static String rare(String title, Chance chance) {
    double unit = chance.unit();
    if (unit < 0.02) {
      return typo(title, chance);
    }
    if (unit < 0.03) {
      return title.toUpperCase(Locale.ROOT);
    }
    return unit < 0.04 ? title.replaceFirst(" ", "  ") + " " : title;
  }

  /** <em>Lantern of Oslo, The</em>, as libraries write it. */
  public static String articleLast(String title) {
    return ARTICLE.matcher(title).replaceFirst("$2, $1");
  }

  public static String withoutAccents(String title) {
    // Japanese voicing marks are marks too, and no accents.
    return title.chars().anyMatch(character -> character >= 0x3000)
        ? title
        : MARKS.matcher(Normalizer.normalize(title, Normalizer.Form.NFD)).replaceAll("");
  }

  /** HTML entities as MyAnimeList's lists write them. */
  public static String entities(String title) {
    return title.replace("&", "&amp;").replace("'", "&#039;").replace("\"", "&quot;");
  }

  private static String otherNumeral(String title) {
    if (title.endsWith(" II")) {
      return title.substring(0, title.length() - 2) + "2";
    }
    if (title.endsWith(" III")) {
      return title.substring(0, title.length() - 3) + "3";
    }
    return title.endsWith(" 2") ? title.substring(0, title.length() - 1) + "II" : title;
  }

  private static String typo(String title, Chance chance) {
    if (title.length() < 6) {
      return title;
    }
    int at = chance.between(2, title.length() - 3);
    return title.substring(0, at)
        + title.charAt(at + 1)
        + title.charAt(at)
        + title.substring(at + 2);
  }
}
