package org.reelhouse.clustering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which group of an earlier run a group of this run continues, so that its id survives: one to one,
 * the pairs that share the greatest part of their members (Jaccard index) first.
 *
 * @param previous id of each earlier group to its number of members
 */
public record GroupLineage(Map<String, Long> previous) {
  /** The least Jaccard index of two groups that are taken for one. */
  private static final double LEAST_JACCARD = 1.0 / 3;

  private record Pair(int group, String id, double jaccard) {}

  /**
   * The ids of the groups of this run.
   *
   * @param sizes members of each group
   * @param shared for each group, how many members it shares with earlier groups, by their id
   * @return the id of the earlier group that each continues; null where it is new
   */
  public List<@Nullable String> ids(List<Long> sizes, List<Map<String, Long>> shared) {
    List<@Nullable String> ids = new ArrayList<>();
    sizes.forEach(size -> ids.add(null));
    Set<String> taken = new HashSet<>();
    for (Pair pair : closestFirst(sizes, shared)) {
      if (ids.get(pair.group()) == null && taken.add(pair.id())) {
        ids.set(pair.group(), pair.id());
      }
    }
    return ids;
  }

  /** Equal ones in the order of the groups and ids. */
  private List<Pair> closestFirst(List<Long> sizes, List<Map<String, Long>> shared) {
    List<Pair> pairs = new ArrayList<>();
    for (int group = 0; group < sizes.size(); group++) {
      for (Map.Entry<String, Long> common : shared.get(group).entrySet()) {
        Long before = previous.get(common.getKey());
        if (before != null) {
          double all = sizes.get(group) + before - common.getValue();
          pairs.add(new Pair(group, common.getKey(), common.getValue() / all));
        }
      }
    }
    return pairs.stream()
        .filter(pair -> pair.jaccard() >= LEAST_JACCARD)
        .sorted(
            Comparator.comparingDouble((Pair pair) -> -pair.jaccard())
                .thenComparing(Pair::group)
                .thenComparing(Pair::id))
        .toList();
  }
}
