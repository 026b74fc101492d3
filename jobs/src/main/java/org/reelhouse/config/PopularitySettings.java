package org.reelhouse.config;

/**
 * How popularity is predicted.
 *
 * @param seed of everything random
 * @param partitions slices of the training rows, as in {@link RecommendSettings}
 */
public record PopularitySettings(long seed, int partitions) {
  public PopularitySettings {
    Require.between("partitions", partitions, 1, 100_000);
  }
}
