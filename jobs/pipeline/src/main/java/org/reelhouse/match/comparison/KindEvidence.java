package org.reelhouse.match.comparison;

import java.util.Map;

/** What the kinds of two source titles say about their being the same work. */
final class KindEvidence {
  private static final Map<String, Weight> EQUAL =
      Map.of("movie", Weight.MOVIES, "series", Weight.SERIES, "episode", Weight.EPISODES);

  /** Names in string order. */
  private static final Map<String, Weight> DIFFERENT =
      Map.ofEntries(
          Map.entry("movie|series", Weight.MOVIE_AND_SERIES),
          Map.entry("episode|movie", Weight.EPISODE_AND_MOVIE),
          Map.entry("episode|special", Weight.EPISODE_AND_SPECIAL),
          Map.entry("episode|series", Weight.EPISODE_AND_SERIES),
          Map.entry("movie|short", Weight.MOVIE_AND_SHORT),
          Map.entry("movie|special", Weight.MOVIE_AND_SPECIAL),
          Map.entry("movie|ova", Weight.MOVIE_AND_OVA),
          Map.entry("movie|ona", Weight.MOVIE_AND_ONA),
          Map.entry("ona|series", Weight.ONA_AND_SERIES),
          Map.entry("ona|ova", Weight.ONA_AND_OVA),
          Map.entry("ona|special", Weight.ONA_AND_SPECIAL),
          Map.entry("ova|special", Weight.OVA_AND_SPECIAL),
          Map.entry("ova|series", Weight.OVA_AND_SERIES),
          Map.entry("series|special", Weight.SERIES_AND_SPECIAL),
          Map.entry("series|short", Weight.SERIES_AND_SHORT));

  private static final String UNKNOWN = "unknown";

  private KindEvidence() {}

  static Evidence compare(String left, String right) {
    if (left.equals(UNKNOWN) || right.equals(UNKNOWN)) {
      return Evidence.NONE;
    }
    if (left.equals(right)) {
      return new Evidence(EQUAL.getOrDefault(left, Weight.RARE_KIND_EQUAL), () -> "both " + left);
    }
    String pair = left.compareTo(right) < 0 ? left + "|" + right : right + "|" + left;
    return new Evidence(
        DIFFERENT.getOrDefault(pair, Weight.OTHER_KINDS), () -> "kind " + left + " and " + right);
  }
}
