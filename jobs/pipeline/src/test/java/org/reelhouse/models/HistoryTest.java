package org.reelhouse.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reelhouse.models.GateDecisionTest.decision;
import static org.reelhouse.models.GateDecisionTest.promoted;
import static org.reelhouse.models.GateDecisionTest.version;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.reelhouse.models.Decision.Action;

class HistoryTest {
  private static final List<ModelVersion> PROMOTED =
      List.of(promoted(1, 0.3), promoted(2, 0.3), promoted(3, 0.3), promoted(4, 0.3));

  private static List<Integer> outdated(
      int keep, int day, List<ModelVersion> versions, Decision... decisions) {
    return new History("recommend-ranking", versions, List.of(decisions))
        .outdated(keep, 20260100 + day).stream().map(ModelVersion::version).toList();
  }

  @Test
  void needsTheNewestVersions() {
    assertThat(outdated(4, 4, PROMOTED)).isEmpty();
    assertThat(outdated(3, 4, PROMOTED)).containsExactly(20260101);
  }

  @Test
  void needsWhatServesAndWhatServedBefore() {
    List<ModelVersion> versions =
        List.of(
            promoted(1, 0.3),
            promoted(2, 0.3),
            promoted(3, 0.3),
            version(4, 0.1, ModelVersion.REJECTED, 3),
            version(5, 0.1, ModelVersion.REJECTED, 3));

    assertThat(outdated(1, 5, versions)).containsExactly(20260101, 20260104);
  }

  @Test
  void needsWhatAPersonLetServe() {
    assertThat(outdated(1, 4, PROMOTED, decision(4, Action.PROMOTE, 2)))
        .as("2 serves, 1 did before it, the run of 4 left 4, and 3 served before that")
        .isEmpty();
    assertThat(outdated(1, 4, PROMOTED, decision(4, Action.PROMOTE, 1))).containsExactly(20260102);
  }

  @Test
  void needsWhatServesInTheRunOfAnEarlierDay() {
    assertThat(outdated(1, 1, PROMOTED)).containsExactly(20260102);
  }
}
