package org.reelhouse.config;

/**
 * How titles are recommended.
 *
 * @param perUser titles for each user
 * @param similar titles for each title
 * @param seed of everything random
 * @param partitions slices of the training rows; part of the model's definition like its seed, and
 *     independent of the cluster, so that results do not depend on it
 */
public record RecommendSettings(int perUser, int similar, long seed, int partitions) {
  public RecommendSettings {
    Require.between("per-user", perUser, 1, 1000);
    Require.between("similar", similar, 1, 1000);
    Require.between("partitions", partitions, 1, 100_000);
  }
}
