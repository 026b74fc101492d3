package org.reelhouse.config;

/**
 * How themes are found.
 *
 * @param themes number of themes at the lower level
 * @param parents number of themes at the upper level
 * @param vocabulary terms at most, the most frequent
 * @param minTitles titles that a term must occur in
 * @param maxShare share of the titles beyond which a term says nothing
 * @param iterations of k-means for each bisection
 * @param seed of everything random
 * @param partitions slices of the training rows, as in {@link RecommendSettings}
 */
public record ThemesSettings(
    int themes,
    int parents,
    int vocabulary,
    int minTitles,
    double maxShare,
    int iterations,
    long seed,
    int partitions) {
  public ThemesSettings {
    Require.between("themes", themes, 2, 10_000);
    Require.between("parents", parents, 1, themes);
    Require.between("vocabulary", vocabulary, 10, 1_000_000);
    Require.atLeast("min-titles", minTitles, 1);
    Require.between("max-share", maxShare, 0.001, 1);
    Require.between("iterations", iterations, 1, 1000);
    Require.between("partitions", partitions, 1, 100_000);
  }
}
