package org.reelhouse.match.blocking;

import org.reelhouse.match.clusters.Vertex;
import org.reelhouse.match.comparison.Comparison;
import org.reelhouse.match.comparison.Fingerprints;
import org.reelhouse.match.comparison.Profile;

/**
 * A pair whose external ids show the truth, judged without them: what it finds estimates how well
 * titles without ids are matched.
 */
final class Trial {
  /** One source title in so many takes part with all its pairs, by a hash of its reference. */
  private static final int ONE_IN = 32;

  private Trial() {}

  /** Whether a source title takes part with all its pairs. */
  static boolean samples(Profile profile) {
    return !profile.ids().isEmpty()
        && Math.floorMod(Fingerprints.of(profile.reference()), ONE_IN) == 0;
  }

  /**
   * Whether a pair can take part: two sources that give ids of one namespace, and do not contradict
   * themselves.
   */
  static boolean isFor(Profile one, Profile other) {
    return !one.ids().isEmpty()
        && !other.ids().isEmpty()
        && !one.source().equals(other.source())
        && one.sharesId(other) != Vertex.contradict(one.ids(), other.ids());
  }

  /** Whether the comparison takes the two for the same work though it does not see their ids. */
  static boolean finds(Profile left, Profile right, int namesakes, double threshold) {
    return Comparison.of(left.withoutIds(), right.withoutIds(), namesakes, threshold) != null;
  }
}
