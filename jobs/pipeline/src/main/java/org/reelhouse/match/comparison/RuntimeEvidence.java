package org.reelhouse.match.comparison;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reelhouse.reference.Kind;

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
      return new Evidence(slotWeight(minutes, alike, left.kind() == right.kind()), words);
    }
    return new Evidence(weight(minutes, alike), words);
  }

  private static Weight weight(int minutes, boolean alike) {
    if (minutes <= 1) {
      return Weight.RUNTIME_EQUAL;
    }
    if (minutes <= 4) {
      return Weight.RUNTIME_NEAR;
    }
    return alike ? Weight.RUNTIME_ALIKE : Weight.RUNTIME_DIFFERENT;
  }

  private static double slotWeight(int minutes, boolean alike, boolean oneKind) {
    if (minutes <= 1) {
      return Weight.SLOT_EQUAL.value();
    }
    if (alike) {
      return Weight.SLOT_ALIKE.value();
    }
    return oneKind ? Weight.SLOT_DIFFERENT.value() : 0;
  }

  /**
   * Programmes fill slots that many share, and some catalogues give the time of all episodes, most
   * of all those that call a series a film.
   */
  private static boolean inSlots(Profile profile) {
    return profile.kind() == Kind.SERIES || profile.isEpisode();
  }

  /** 0 where it is not known. */
  private static int minutes(@Nullable Integer runtime) {
    return runtime == null ? 0 : Math.max(runtime, 0);
  }
}
