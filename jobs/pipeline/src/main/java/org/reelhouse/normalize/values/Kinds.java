package org.reelhouse.normalize.values;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kinds of titles. */
public final class Kinds {
  public static final String MOVIE = "movie";
  public static final String SERIES = "series";
  static final String SPECIAL = "special";
  static final String OVA = "ova";
  static final String ONA = "ona";
  static final String MUSIC = "music";
  public static final String SHORT = "short";

  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("movie", MOVIE),
          Map.entry("movies", MOVIE),
          Map.entry("feature film", MOVIE),
          Map.entry("video", MOVIE),
          Map.entry("pelicula", MOVIE),
          Map.entry("película", MOVIE),
          Map.entry("film", MOVIE),
          Map.entry("tv movie", MOVIE),
          Map.entry("tvmovie", MOVIE),
          Map.entry("tv", SERIES),
          Map.entry("tv show", SERIES),
          Map.entry("tv series", SERIES),
          Map.entry("tvseries", SERIES),
          Map.entry("tv mini series", SERIES),
          Map.entry("tvminiseries", SERIES),
          Map.entry("tv miniseries", SERIES),
          Map.entry("mini series", SERIES),
          Map.entry("miniseries", SERIES),
          Map.entry("limited series", SERIES),
          Map.entry("tv short", SERIES),
          Map.entry("docuseries", SERIES),
          Map.entry("web series", SERIES),
          Map.entry("serie", SERIES),
          Map.entry("scripted", SERIES),
          Map.entry("tv shows", SERIES),
          Map.entry("show", SERIES),
          Map.entry("series", SERIES),
          Map.entry("special", SPECIAL),
          Map.entry("tv special", SPECIAL),
          Map.entry("tvspecial", SPECIAL),
          Map.entry("ova", OVA),
          Map.entry("oav", OVA),
          Map.entry("ona", ONA),
          Map.entry("music", MUSIC),
          Map.entry("music video", MUSIC),
          Map.entry("short", SHORT),
          Map.entry("short film", SHORT),
          Map.entry("tvshort", SHORT),
          Map.entry("pv", SHORT),
          Map.entry("cm", SHORT));

  private Kinds() {}

  /** The kind a source's word means, null for a word it does not know. */
  public static @Nullable String of(@Nullable String word) {
    String known = Texts.known(word);
    return known == null
        ? null
        : KINDS.get(known.toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' '));
  }
}
