package org.reelhouse.ratings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.reelhouse.raw.RawLayout;

/**
 * The published layouts of ratings. Cells are user, title, rating and, where there is one, time.
 */
enum RatingFormat {
  /**
   * MovieLens: seconds since 1970 as time; commas with a header as in ml-latest, or {@code ::} or
   * tabs without one as in ml-1m and ml-100k.
   */
  MOVIELENS("movielens", ",") {
    @Override
    RawLayout layout(String separator) {
      List<String> columns = List.of("userId", "movieId", "rating", "timestamp");
      return new RawLayout.Delimited(separator, separator.equals(","), columns, List.of());
    }
  },

  /**
   * MyAnimeList: no times; tabs with the header of the .dat dump, or commas with that of the .csv.
   */
  MAL("mal-ratings", "\t") {
    @Override
    RawLayout layout(String separator) {
      List<String> columns =
          separator.equals("\t")
              ? List.of("User_ID", "Anime_ID", "Feedback")
              : List.of("user_id", "anime_id", "rating");
      return new RawLayout.Delimited(separator, true, columns, List.of());
    }
  };

  private final String title;
  private final String usualSeparator;

  RatingFormat(String title, String usualSeparator) {
    this.title = title;
    this.usualSeparator = usualSeparator;
  }

  /** How the bytes of a file become records. */
  abstract RawLayout layout(String separator);

  /** The name that the settings call it by. */
  String title() {
    return title;
  }

  String usualSeparator() {
    return usualSeparator;
  }

  /** The format that the settings call so, if it is one of ratings. */
  static Optional<RatingFormat> named(String name) {
    return Arrays.stream(values()).filter(format -> format.title.equals(name)).findFirst();
  }
}
