package org.reelhouse.match.clusters;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Source titles decided to be one work, with what forbids to add more. */
public final class Cluster {
  private final List<Vertex> members = new ArrayList<>(2);
  private final Set<Vertex> linked = new HashSet<>(2);
  private final Set<Vertex> decided = new HashSet<>(0);

  Cluster(Vertex member) {
    members.add(member);
  }

  /**
   * Whether the two can be one work along an edge. They cannot where
   *
   * <ul>
   *   <li>a person decided that a title here and one there are different, or, unless a person
   *       decided that the ends of the edge are the same,
   *   <li>a title here and one there come from one source and share no external id, or
   *   <li>an external id here differs from one of the same namespace there; the two ends of an edge
   *       that share another id are excepted, since their comparison has weighed that.
   * </ul>
   */
  boolean isConsistentWith(Cluster other, Edge edge) {
    for (Vertex here : members) {
      for (Vertex there : other.members) {
        if (!areConsistent(here, there, edge)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean areConsistent(Vertex here, Vertex there, Edge edge) {
    if (here.apart().contains(there.reference())) {
      return false;
    }
    if (edge.isDecided()) {
      return true;
    }
    boolean weighed = edge.linked() && edge.joins(here, there);
    return (here.sharesId(there) || !here.isOfSourceOf(there))
        && (weighed || !here.contradicts(there));
  }

  void absorb(Cluster other, Edge edge) {
    members.addAll(other.members);
    linked.addAll(other.linked);
    decided.addAll(other.decided);
    if (edge.isDecided()) {
      decided.addAll(edge.ends());
    } else if (edge.linked()) {
      linked.addAll(edge.ends());
    }
  }

  /** All members, in no order. */
  public List<Vertex> vertices() {
    return members;
  }

  /** The references of all members in string order. */
  public List<String> members() {
    return members.stream().map(Vertex::reference).sorted().toList();
  }

  /** How a member came in: {@code override}, {@code id} or {@code similarity}. */
  String methodOf(Vertex member) {
    if (decided.contains(member)) {
      return "override";
    }
    return linked.contains(member) ? "id" : "similarity";
  }
}
