package org.reelhouse.match;

import org.jspecify.annotations.Nullable;

/** What the runtimes of two source titles say about their being the same work. */
final class Runtimes {
  private Runtimes() {}

  static Evidence compare(Profile left, Profile right) {
    if (!isKnown(left.runtime()) || !isKnown(right.runtime())) {
      return Evidence.NONE;
    }
    int minutes = Math.abs(left.runtime() - right.runtime());
    String reason = minutes == 0 ? "runtime equal" : "runtime " + minutes + " min apart";
    boolean alike = minutes * 5 <= Math.max(left.runtime(), right.runtime());
    if (inSlots(left) || inSlots(right)) {
      return new Evidence(minutes <= 1 ? 0.8 : alike ? 0.2 : -0.5, reason);
    }
    return new Evidence(minutes <= 1 ? 2 : minutes <= 4 ? 0.8 : alike ? -0.5 : -2.5, reason);
  }

  /** Programmes fill slots that many share, and some catalogues give that of all episodes. */
  private static boolean inSlots(Profile profile) {
    return profile.kind().equals("series") || profile.isEpisode();
  }

  private static boolean isKnown(@Nullable Integer runtime) {
    return runtime != null && runtime > 0;
  }
}
