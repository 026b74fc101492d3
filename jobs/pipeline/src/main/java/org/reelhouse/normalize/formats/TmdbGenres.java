package org.reelhouse.normalize.formats;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The genres that lists of titles name by number only.
 *
 * @see <a href="https://developer.themoviedb.org/reference/genre-movie-list">TMDB's genres of
 *     films</a> and <a href="https://developer.themoviedb.org/reference/genre-tv-list">of
 *     series</a>
 */
final class TmdbGenres {
  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(12, "Adventure"),
          Map.entry(14, "Fantasy"),
          Map.entry(16, "Animation"),
          Map.entry(18, "Drama"),
          Map.entry(27, "Horror"),
          Map.entry(28, "Action"),
          Map.entry(35, "Comedy"),
          Map.entry(36, "History"),
          Map.entry(37, "Western"),
          Map.entry(53, "Thriller"),
          Map.entry(80, "Crime"),
          Map.entry(99, "Documentary"),
          Map.entry(878, "Science Fiction"),
          Map.entry(9648, "Mystery"),
          Map.entry(10402, "Music"),
          Map.entry(10749, "Romance"),
          Map.entry(10751, "Family"),
          Map.entry(10752, "War"),
          Map.entry(10759, "Action & Adventure"),
          Map.entry(10762, "Kids"),
          Map.entry(10763, "News"),
          Map.entry(10764, "Reality"),
          Map.entry(10765, "Sci-Fi & Fantasy"),
          Map.entry(10766, "Soap"),
          Map.entry(10767, "Talk"),
          Map.entry(10768, "War & Politics"),
          Map.entry(10770, "TV Movie"));

  private TmdbGenres() {}

  /** The name of a genre; null for a number that TMDB has not published. */
  static @Nullable String name(int number) {
    return NAMES.get(number);
  }
}
