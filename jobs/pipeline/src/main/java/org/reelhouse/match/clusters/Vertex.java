package org.reelhouse.match.clusters;

import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * A source title as the clustering sees it.
 *
 * @param reference source:source_id
 * @param ids external ids as {@code namespace=value}
 * @param apart references of those that a person decided to be another work
 */
public record Vertex(String reference, List<String> ids, Set<String> apart)
    implements Comparable<Vertex> {

  /** A source title of which nobody said anything. */
  public Vertex(String reference, List<String> ids) {
    this(reference, ids, Set.of());
  }

  /** Whether both carry the same external id. */
  public boolean sharesId(Vertex other) {
    return !Collections.disjoint(ids, other.ids);
  }

  /** Whether an external id differs from one of the same namespace there. */
  public boolean contradicts(Vertex other) {
    return contradict(ids, other.ids);
  }

  /** Whether one of some external ids differs from one of the same namespace among others. */
  public static boolean contradict(List<String> ids, List<String> others) {
    for (String id : ids) {
      if (!others.contains(id) && hasIdIn(others, id.substring(0, id.indexOf('=') + 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasIdIn(List<String> ids, String namespace) {
    for (String id : ids) {
      if (id.startsWith(namespace)) {
        return true;
      }
    }
    return false;
  }

  public boolean isOfSourceOf(Vertex other) {
    int end = reference.indexOf(':');
    return other.reference.indexOf(':') == end
        && other.reference.regionMatches(0, reference, 0, end);
  }

  @Override
  public int compareTo(Vertex other) {
    return reference.compareTo(other.reference);
  }
}
