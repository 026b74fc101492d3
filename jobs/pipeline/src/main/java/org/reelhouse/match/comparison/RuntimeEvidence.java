package org.reelhouse.match.comparison;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the runtimes of two source titles say about their being the same work. */
final class RuntimeEvidence {
  private RuntimeEvidence() {}

  static Evidence compare(Profile left, Profile right) {
    int ours = minutes(left.runtime());
    int theirs = minutes(right.runtime());
    if (ours == 0 || theirs == 0) {
      return Evidence.NONE;
    }
    int minutes = Math.abs(ours - theirs);
    Supplier<String> words =
        () -> minutes == 0 ? "runtime equal" : "runtime " + minutes + " min apart";
    boolean alike = minutes * 5L <= Math.max(ours, theirs);
    if (inSlots(left) || inSlots(right)) {
      double other = left.kind().equals(right.kind()) ? -0.5 : 0;
      return new Evidence(minutes <= 1 ? 0.8 : alike ? 0.2 : other, words);
    }
    return new Evidence(minutes <= 1 ? 2 : minutes <= 4 ? 0.8 : alike ? -0.5 : -2.5, words);
  }

  /**
   * Programmes fill slots that many share, and some catalogues give the time of all episodes, most
   * of all those that call a series a film.
   */
  private static boolean inSlots(Profile profile) {
    return profile.kind().equals("series") || profile.isEpisode();
  }

  /** 0 where it is not known. */
  private static int minutes(@Nullable Integer runtime) {
    return runtime == null ? 0 : Math.max(runtime, 0);
  }
}
