package org.reelhouse.ratings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reelhouse.lake.RawLayout;

/** The layouts in which ratings are published. The cells are user, item, rating and time. */
enum RatingFormat {
  /**
   * MovieLens: comma-separated with a header, or with another separator and none ({@code ::} of
   * ml-1m, tab of ml-100k).
   */
  MOVIELENS("movielens") {
    @Override
    RawLayout layout(@Nullable String separator) {
      List<String> columns = List.of("userId", "movieId", "rating", "timestamp");
      return separator == null || separator.equals(",")
          ? RawLayout.Delimited.csv(columns, List.of())
          : new RawLayout.Delimited(separator, false, columns, List.of());
    }
  },

  /**
   * MyAnimeList: tab-separated with {@code User_ID}, {@code Anime_ID} and {@code Feedback}, or
   * comma-separated with {@code user_id}, {@code anime_id} and {@code rating}. There is no time,
   * and -1 or 0 stands for a title that was watched and not rated.
   */
  MAL_RATINGS("mal-ratings") {
    @Override
    RawLayout layout(@Nullable String separator) {
      return ",".equals(separator)
          ? RawLayout.Delimited.csv(List.of("user_id", "anime_id", "rating"), List.of())
          : new RawLayout.Delimited(
              separator == null ? "\t" : separator,
              true,
              List.of("User_ID", "Anime_ID", "Feedback"),
              List.of());
    }

    @Override
    boolean isNoRating(double value) {
      return value == -1 || value == 0;
    }
  };

  private final String word;

  RatingFormat(String word) {
    this.word = word;
  }

  /** The format of this name in {@code conf/sources.yaml}, if it is one of ratings. */
  static Optional<RatingFormat> named(String word) {
    return Arrays.stream(values()).filter(format -> format.word.equals(word)).findFirst();
  }

  /** How the bytes become records. */
  abstract RawLayout layout(@Nullable String separator);

  /** Whether the value says that the user gave no rating. */
  boolean isNoRating(double value) {
    return false;
  }
}
