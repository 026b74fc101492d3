package org.reelhouse.match.comparison;

import java.util.Map;

/** What the kinds of two source titles say about their being the same work. */
final class KindEvidence {
  /** Films are most titles, so that two are films says little; two OVAs say more. */
  private static final Map<String, Double> EQUAL =
      Map.of("movie", 0.5, "series", 0.8, "episode", 0.5);

  private static final double RARE_KIND_EQUAL = 1.8;

  /**
   * Catalogues disagree about these, also whether a television film in parts is a series. Names in
   * string order.
   */
  private static final Map<String, Double> DIFFERENT =
      Map.ofEntries(
          Map.entry("movie|series", -2.0),
          Map.entry("episode|movie", -2.0),
          Map.entry("episode|special", -2.0),
          Map.entry("episode|series", -8.0),
          Map.entry("movie|short", -0.5),
          Map.entry("movie|special", -1.0),
          Map.entry("movie|ova", -1.0),
          Map.entry("movie|ona", -2.0),
          Map.entry("ona|series", -1.0),
          Map.entry("ona|ova", -1.0),
          Map.entry("ona|special", -1.0),
          Map.entry("ova|special", -1.0),
          Map.entry("ova|series", -2.5),
          Map.entry("series|special", -1.5),
          Map.entry("series|short", -3.0));

  private static final double OTHERWISE = -1.5;

  private static final String UNKNOWN = "unknown";

  private KindEvidence() {}

  static Evidence compare(String left, String right) {
    if (left.equals(UNKNOWN) || right.equals(UNKNOWN)) {
      return Evidence.NONE;
    }
    if (left.equals(right)) {
      return new Evidence(EQUAL.getOrDefault(left, RARE_KIND_EQUAL), () -> "both " + left);
    }
    String pair = left.compareTo(right) < 0 ? left + "|" + right : right + "|" + left;
    return new Evidence(
        DIFFERENT.getOrDefault(pair, OTHERWISE), () -> "kind " + left + " and " + right);
  }
}
