package org.reelhouse.match;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sets that only ever grow together (union-find with path halving). */
final class DisjointSets<T> {
  private final Map<T, T> parents = new HashMap<>();

  /** The present representative of the set a member is in. A new member is alone. */
  T find(T member) {
    T current = member;
    T parent = parents.computeIfAbsent(current, key -> key);
    while (!parent.equals(current)) {
      T grandparent = parents.getOrDefault(parent, parent);
      parents.put(current, grandparent);
      current = grandparent;
      parent = parents.getOrDefault(current, current);
    }
    return current;
  }

  /** Joins two sets; the representative of the first is that of both. */
  void union(T one, T other) {
    T first = find(one);
    T second = find(other);
    parents.put(second, first);
  }

  List<T> members() {
    return List.copyOf(parents.keySet());
  }
}
