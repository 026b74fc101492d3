package org.reelhouse.popularity;

import java.util.Map;
import java.util.TreeMap;
import org.reelhouse.config.Require;
import org.reelhouse.recommend.RecommendSettings;

/**
 * How popularity is predicted.
 *
 * @param units name to unit; each gets a forest of its own
 * @param minTitles released titles with a popularity that a unit needs to be learned
 * @param heldOut share of these titles that training does not see
 * @param trees of one forest
 * @param depth of one tree
 * @param minLeaf training titles in a leaf, at least
 * @param seed of everything random
 * @param partitions slices of the training rows, as in {@link RecommendSettings}
 */
public record PopularitySettings(
    Map<String, PopularityUnit> units,
    int minTitles,
    double heldOut,
    int trees,
    int depth,
    int minLeaf,
    long seed,
    int partitions) {
  public PopularitySettings {
    units = Require.full("units", units);
    Require.atLeast("min-titles", minTitles, 50);
    Require.between("held-out", heldOut, 0.01, 0.9);
    Require.between("trees", trees, 1, 1000);
    Require.between("depth", depth, 1, 30);
    Require.atLeast("min-leaf", minLeaf, 1);
    Require.between("partitions", partitions, 1, 100_000);
  }

  /** These settings with other units. */
  public PopularitySettings withUnits(Map<String, PopularityUnit> others) {
    return new PopularitySettings(
        others, minTitles, heldOut, trees, depth, minLeaf, seed, partitions);
  }

  /** The units in the order of their names. */
  public Map<String, PopularityUnit> unitsByName() {
    return new TreeMap<>(units);
  }
}
