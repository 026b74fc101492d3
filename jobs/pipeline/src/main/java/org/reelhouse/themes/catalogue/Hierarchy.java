package org.reelhouse.themes.catalogue;

import java.util.ArrayList;
import java.util.List;

/**
 * Gathers themes under parents: agglomerative clustering of their profiles that always merges the
 * two whose union costs least (Ward 1963).
 */
final class Hierarchy {
  private Hierarchy() {}

  /**
   * Groups of themes.
   *
   * @return for each group the places of its themes in the list, ascending
   */
  static List<List<Integer>> groups(List<ThemeProfile> themes, int parents) {
    List<List<Integer>> groups = new ArrayList<>();
    List<ThemeProfile> profiles = new ArrayList<>(themes);
    for (int i = 0; i < themes.size(); i++) {
      groups.add(new ArrayList<>(List.of(i)));
    }
    while (groups.size() > parents) {
      int[] pair = cheapest(profiles);
      profiles.set(pair[0], profiles.get(pair[0]).plus(profiles.remove(pair[1])));
      groups.get(pair[0]).addAll(groups.remove(pair[1]));
    }
    groups.forEach(group -> group.sort(null));
    return groups;
  }

  private static int[] cheapest(List<ThemeProfile> profiles) {
    int[] best = {0, 1};
    double least = Double.POSITIVE_INFINITY;
    for (int left = 0; left < profiles.size(); left++) {
      for (int right = left + 1; right < profiles.size(); right++) {
        double cost = profiles.get(left).costOfMerging(profiles.get(right));
        if (cost < least) {
          least = cost;
          best = new int[] {left, right};
        }
      }
    }
    return best;
  }
}
