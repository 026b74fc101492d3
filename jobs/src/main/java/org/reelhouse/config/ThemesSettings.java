package org.reelhouse.config;

/**
 * How themes are found.
 *
 * @param themes number of themes
 * @param seed of everything random
 * @param partitions slices of the training rows, as in {@link RecommendSettings}
 */
public record ThemesSettings(int themes, long seed, int partitions) {
  public ThemesSettings {
    Require.between("themes", themes, 2, 10_000);
    Require.between("partitions", partitions, 1, 100_000);
  }
}
