package org.reelhouse.normalize.values;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reelhouse.reference.Kind;

/** Reads the words of the sources for the kinds of titles. */
public final class Kinds {
  private static final Map<String, Kind> BY_WORD =
      Map.ofEntries(
          Map.entry("movie", Kind.MOVIE),
          Map.entry("movies", Kind.MOVIE),
          Map.entry("feature film", Kind.MOVIE),
          Map.entry("video", Kind.MOVIE),
          Map.entry("pelicula", Kind.MOVIE),
          Map.entry("película", Kind.MOVIE),
          Map.entry("film", Kind.MOVIE),
          Map.entry("tv movie", Kind.MOVIE),
          Map.entry("tvmovie", Kind.MOVIE),
          Map.entry("tv", Kind.SERIES),
          Map.entry("tv show", Kind.SERIES),
          Map.entry("tv series", Kind.SERIES),
          Map.entry("tvseries", Kind.SERIES),
          Map.entry("tv mini series", Kind.SERIES),
          Map.entry("tvminiseries", Kind.SERIES),
          Map.entry("tv miniseries", Kind.SERIES),
          Map.entry("mini series", Kind.SERIES),
          Map.entry("miniseries", Kind.SERIES),
          Map.entry("limited series", Kind.SERIES),
          Map.entry("tv short", Kind.SERIES),
          Map.entry("docuseries", Kind.SERIES),
          Map.entry("web series", Kind.SERIES),
          Map.entry("serie", Kind.SERIES),
          Map.entry("scripted", Kind.SERIES),
          Map.entry("tv shows", Kind.SERIES),
          Map.entry("show", Kind.SERIES),
          Map.entry("series", Kind.SERIES),
          Map.entry("special", Kind.SPECIAL),
          Map.entry("tv special", Kind.SPECIAL),
          Map.entry("tvspecial", Kind.SPECIAL),
          Map.entry("ova", Kind.OVA),
          Map.entry("oav", Kind.OVA),
          Map.entry("ona", Kind.ONA),
          Map.entry("music", Kind.MUSIC),
          Map.entry("music video", Kind.MUSIC),
          Map.entry("short", Kind.SHORT),
          Map.entry("short film", Kind.SHORT),
          Map.entry("tvshort", Kind.SHORT),
          Map.entry("pv", Kind.SHORT),
          Map.entry("cm", Kind.SHORT));

  private Kinds() {}

  /** The kind a source's word means, null for a word it does not know. */
  public static @Nullable Kind of(@Nullable String word) {
    String known = Texts.known(word);
    return known == null
        ? null
        : BY_WORD.get(known.toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' '));
  }
}
