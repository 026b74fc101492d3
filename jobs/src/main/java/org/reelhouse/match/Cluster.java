package org.reelhouse.match;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Source titles decided to be one work, with what forbids to add more. */
final class Cluster {
  private final Map<String, Set<String>> idsOfMembers = new TreeMap<>();
  private final Set<String> linked = new HashSet<>();

  Cluster(String member, List<String> ids) {
    idsOfMembers.put(member, Set.copyOf(ids));
  }

  /**
   * Whether the two can be one work along an edge. They cannot where
   *
   * <ul>
   *   <li>a title here and one there come from one source and share no external id, or
   *   <li>an external id here differs from one of the same namespace there; the two ends of an edge
   *       that share another id are excepted, since their comparison has weighed that.
   * </ul>
   */
  boolean isConsistentWith(Cluster other, Edge edge) {
    return idsOfMembers.entrySet().stream()
        .allMatch(
            here ->
                other.idsOfMembers.entrySet().stream()
                    .allMatch(there -> areConsistent(here, there, edge)));
  }

  private static boolean areConsistent(
      Map.Entry<String, Set<String>> here, Map.Entry<String, Set<String>> there, Edge edge) {
    boolean shared = here.getValue().stream().anyMatch(there.getValue()::contains);
    boolean sameSource = sourceOf(here.getKey()).equals(sourceOf(there.getKey()));
    boolean weighed = edge.linked() && edge.joins(here.getKey(), there.getKey());
    return (shared || !sameSource) && (weighed || !conflict(here.getValue(), there.getValue()));
  }

  private static boolean conflict(Set<String> ids, Set<String> others) {
    return ids.stream()
        .filter(id -> !others.contains(id))
        .map(id -> id.substring(0, id.indexOf('=') + 1))
        .anyMatch(namespace -> others.stream().anyMatch(other -> other.startsWith(namespace)));
  }

  void absorb(Cluster other, Edge edge) {
    idsOfMembers.putAll(other.idsOfMembers);
    linked.addAll(other.linked);
    if (edge.linked()) {
      linked.add(edge.left());
      linked.add(edge.right());
    }
  }

  /** The references of all members in string order. */
  List<String> members() {
    return List.copyOf(idsOfMembers.keySet());
  }

  /** How a member came in: {@code id} or {@code similarity}. */
  String methodOf(String member) {
    return linked.contains(member) ? "id" : "similarity";
  }

  private static String sourceOf(String member) {
    return member.substring(0, member.indexOf(':'));
  }
}
