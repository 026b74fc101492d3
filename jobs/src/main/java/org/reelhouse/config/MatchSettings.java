package org.reelhouse.config;

/**
 * How source titles are matched.
 *
 * @param threshold least probability at which two source titles are one
 * @param maxBlock source titles that a block may hold; larger blocks are passed over and counted
 */
public record MatchSettings(double threshold, int maxBlock) {
  public MatchSettings {
    Require.between("threshold", threshold, 0, 1);
    Require.between("max-block", maxBlock, 2, 100_000);
  }
}
