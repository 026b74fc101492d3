package org.reelhouse.normalize.values;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Identifiers of titles elsewhere, in the one spelling of {@code external_ids}. */
public final class ExternalIds {
  private static final Pattern IMDB = Pattern.compile("(?:tt)?0*([1-9][0-9]{0,9})");
  private static final Pattern NUMBER = Pattern.compile("0*([1-9][0-9]{0,17})(?:\\.0)?");

  private static final int IMDB_DIGITS = 7;

  private ExternalIds() {}

  /** An identifier of one of the systems of {@code external_ids}; null if it is none. */
  public static @Nullable String of(String system, @Nullable String text) {
    return switch (system) {
      case "imdb" -> imdb(text);
      case "tmdb", "tmdb_tv", "mal" -> number(text);
      default -> null;
    };
  }

  /** {@code tt} and at least seven digits; null if the text is no identifier of IMDb. */
  public static @Nullable String imdb(@Nullable String text) {
    Matcher matcher = IMDB.matcher(text == null ? "" : text.strip());
    if (!matcher.matches()) {
      return null;
    }
    String digits = matcher.group(1);
    return "tt" + "0".repeat(Math.max(0, IMDB_DIGITS - digits.length())) + digits;
  }

  /** Digits without leading zeros, as of TMDB and MyAnimeList; null if the text is none. */
  public static @Nullable String number(@Nullable String text) {
    Matcher matcher = NUMBER.matcher(text == null ? "" : text.strip());
    return matcher.matches() ? matcher.group(1) : null;
  }
}
