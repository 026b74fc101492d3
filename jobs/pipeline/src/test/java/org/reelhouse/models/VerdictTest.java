package org.reelhouse.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reelhouse.config.ModelsSettings.Gate;
import org.reelhouse.models.Decision.Action;
import org.reelhouse.testing.Versions;

class VerdictTest {
  private static final Gate HIGHER = new Gate("ndcg@10", null, "higher", 0.02);
  private static final Gate LOWER = new Gate("rmse", null, "lower", 0.02);

  static Version version(int day, @Nullable Double value, String status, int serving) {
    return Versions.version(day, "ndcg@10", value, status, serving, null);
  }

  static Version promoted(int day, double value) {
    return version(day, value, Version.PROMOTED, day);
  }

  static Decision decision(int day, Action action, int... serving) {
    return new Decision(
        "recommend-ranking",
        1,
        LocalDate.of(2026, 1, day),
        action,
        serving.length == 0 ? List.of() : Share.whole(20260100 + serving[0]),
        "ann",
        Instant.EPOCH,
        null);
  }

  private static Verdict verdict(Gate gate, @Nullable Double value, Version... before) {
    return verdict(gate, value, new History("recommend-ranking", List.of(before), List.of()), true);
  }

  private static Verdict verdict(
      Gate gate, @Nullable Double value, History history, boolean automatic) {
    return Verdict.on(20260109, Optional.of(gate), Optional.ofNullable(value), history, automatic);
  }

  @Test
  void promotesTheFirstVersionEvenIfNothingWasMeasured() {
    assertThat(verdict(HIGHER, null).status()).isEqualTo(Version.PROMOTED);
  }

  @Test
  void promotesWhatIsNoWorseThanTheToleranceAllows() {
    assertThat(verdict(HIGHER, 0.28, promoted(1, 0.3)).serving()).isEqualTo(Share.whole(20260109));
    assertThat(verdict(LOWER, 1.3, rmse(1, 1.29)).status()).isEqualTo(Version.PROMOTED);
  }

  private static Version rmse(int day, double value) {
    return Versions.version(day, "rmse", value, Version.PROMOTED, day, null);
  }

  @Test
  void keepsOutWhatIsWorseAndSaysWhatGoesOnServing() {
    Verdict verdict = verdict(HIGHER, 0.27, promoted(1, 0.3));

    assertThat(verdict.isKeptOut()).isTrue();
    assertThat(verdict.serving()).isEqualTo(Share.whole(20260101));
    assertThat(verdict.bound()).isCloseTo(0.28, within(1e-9));
    assertThat(verdict.reason())
        .isEqualTo(
            "its ndcg@10 is 0.2700, that of 20260101 0.3000, tolerance 0.02; 20260101 goes on serving");
    assertThat(verdict(LOWER, 1.32, rmse(1, 1.29)).isKeptOut()).isTrue();
  }

  @Test
  void cannotSinkByTheToleranceWithEachVersion() {
    Verdict verdict = verdict(HIGHER, 0.27, promoted(1, 0.3), promoted(2, 0.285));

    assertThat(verdict.isKeptOut()).isTrue();
    assertThat(verdict.serving()).isEqualTo(Share.whole(20260102));
  }

  @Test
  void doesNotCompareWithWhatWasKeptOut() {
    Verdict verdict = verdict(HIGHER, 0.29, promoted(1, 0.3), version(2, 0.9, Version.KEPT_OUT, 1));

    assertThat(verdict.status()).isEqualTo(Version.PROMOTED);
  }

  @Test
  void keepsOutWhatWasNotMeasuredWhereTheServingOneWas() {
    assertThat(verdict(HIGHER, null, promoted(1, 0.3)).isKeptOut()).isTrue();
    assertThat(verdict(HIGHER, Double.NaN, promoted(1, 0.3)).isKeptOut()).isTrue();
    assertThat(verdict(HIGHER, null, version(1, null, Version.PROMOTED, 1)).status())
        .isEqualTo(Version.PROMOTED);
  }

  @Test
  void followsAPersonUntilReleased() {
    List<Version> versions = List.of(promoted(1, 0.3), promoted(2, 0.3));
    Decision rollback = decision(2, Action.ROLLBACK, 1);

    Verdict held =
        verdict(HIGHER, 0.9, new History("recommend-ranking", versions, List.of(rollback)), true);
    Verdict released =
        verdict(
            HIGHER,
            0.9,
            new History(
                "recommend-ranking", versions, List.of(rollback, decision(3, Action.RELEASE))),
            true);

    assertThat(held.status()).isEqualTo(Version.HELD);
    assertThat(held.serving()).isEqualTo(Share.whole(20260101));
    assertThat(held.reason()).contains("ann").contains("rollback");
    assertThat(released.serving()).isEqualTo(Share.whole(20260109));
  }

  @Test
  void aDecisionSetsTheBoundAnew() {
    History history =
        new History(
            "recommend-ranking",
            List.of(promoted(1, 0.5), promoted(2, 0.3)),
            List.of(decision(2, Action.PROMOTE, 2), decision(2, Action.RELEASE)));

    assertThat(verdict(HIGHER, 0.29, history, true).status()).isEqualTo(Version.PROMOTED);
  }

  @Test
  void waitsForAPersonWhereNothingIsAutomatic() {
    History history = new History("recommend-ranking", List.of(promoted(1, 0.3)), List.of());

    assertThat(verdict(HIGHER, 0.9, history, false).serving()).isEqualTo(Share.whole(20260101));
  }
}
