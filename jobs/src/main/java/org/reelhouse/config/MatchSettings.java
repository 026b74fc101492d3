package org.reelhouse.config;

import org.jspecify.annotations.Nullable;

/**
 * How source titles are matched.
 *
 * @param threshold least probability at which two source titles are one
 * @param maxBlock source titles that a block may hold; larger blocks are passed over and counted
 * @param overrides path or URI of the file of decisions by people; null for the one built in
 * @param reviewRows doubtful pairs that are listed for people
 */
public record MatchSettings(
    double threshold, int maxBlock, @Nullable String overrides, int reviewRows) {
  public MatchSettings {
    Require.between("threshold", threshold, 0, 1);
    Require.between("max-block", maxBlock, 2, 100_000);
    Require.between("review-rows", reviewRows, 0, 100_000);
  }
}
