package org.reelhouse.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reelhouse.models.Decision.Action;
import org.reelhouse.models.ModelsSettings.Gate;
import org.reelhouse.testing.Versions;

class GateDecisionTest {
  private static final Gate HIGHER = new Gate("ndcg@10", null, "higher", 0.02, null);
  private static final Gate LOWER = new Gate("rmse", null, "lower", 0.02, null);

  static ModelVersion version(int day, @Nullable Double value, String status, int serving) {
    return Versions.version(day, "ndcg@10", value, status, serving, null);
  }

  static ModelVersion promoted(int day, double value) {
    return version(day, value, ModelVersion.PROMOTED, day);
  }

  static Decision decision(int day, Action action, int... serving) {
    return new Decision(
        "recommend-ranking",
        1,
        LocalDate.of(2026, 1, day),
        action,
        serving.length == 0 ? TrafficSplit.NONE : TrafficSplit.all(20260100 + serving[0]),
        "ann",
        Instant.EPOCH,
        null);
  }

  private static GateDecision decided(Gate gate, @Nullable Double value, ModelVersion... before) {
    return decided(gate, value, new History("recommend-ranking", List.of(before), List.of()), true);
  }

  private static GateDecision decided(
      Gate gate, @Nullable Double value, History history, boolean automatic) {
    return GateDecision.on(
        20260109, Optional.of(gate), Optional.ofNullable(value), history, automatic);
  }

  @Test
  void promotesTheFirstVersionEvenIfNothingWasMeasured() {
    assertThat(decided(HIGHER, null).status()).isEqualTo(ModelVersion.PROMOTED);
  }

  @Test
  void promotesWhatIsNoWorseThanTheToleranceAllows() {
    assertThat(decided(HIGHER, 0.28, promoted(1, 0.3)).serving())
        .isEqualTo(TrafficSplit.all(20260109));
    assertThat(decided(LOWER, 1.3, rmse(1, 1.29)).status()).isEqualTo(ModelVersion.PROMOTED);
  }

  private static ModelVersion rmse(int day, double value) {
    return Versions.version(day, "rmse", value, ModelVersion.PROMOTED, day, null);
  }

  @Test
  void keepsOutWhatIsWorseAndSaysWhatGoesOnServing() {
    GateDecision decision = decided(HIGHER, 0.27, promoted(1, 0.3));

    assertThat(decision.isRejected()).isTrue();
    assertThat(decision.serving()).isEqualTo(TrafficSplit.all(20260101));
    assertThat(decision.bound()).isCloseTo(0.28, within(1e-9));
    assertThat(decision.reason())
        .isEqualTo(
            "its ndcg@10 is 0.2700, that of 20260101 0.3000, tolerance 0.02; 20260101 goes on"
                + " serving");
    assertThat(decided(LOWER, 1.32, rmse(1, 1.29)).isRejected()).isTrue();
  }

  @Test
  void cannotSinkByTheToleranceWithEachVersion() {
    GateDecision decision = decided(HIGHER, 0.27, promoted(1, 0.3), promoted(2, 0.285));

    assertThat(decision.isRejected()).isTrue();
    assertThat(decision.serving()).isEqualTo(TrafficSplit.all(20260102));
  }

  @Test
  void doesNotCompareWithWhatWasKeptOut() {
    GateDecision decision =
        decided(HIGHER, 0.29, promoted(1, 0.3), version(2, 0.9, ModelVersion.REJECTED, 1));

    assertThat(decision.status()).isEqualTo(ModelVersion.PROMOTED);
  }

  @Test
  void keepsOutWhatWasNotMeasuredWhereTheServingOneWas() {
    assertThat(decided(HIGHER, null, promoted(1, 0.3)).isRejected()).isTrue();
    assertThat(decided(HIGHER, Double.NaN, promoted(1, 0.3)).isRejected()).isTrue();
    assertThat(decided(HIGHER, null, version(1, null, ModelVersion.PROMOTED, 1)).status())
        .isEqualTo(ModelVersion.PROMOTED);
  }

  @Test
  void followsAPersonUntilReleased() {
    List<ModelVersion> versions = List.of(promoted(1, 0.3), promoted(2, 0.3));
    Decision rollback = decision(2, Action.ROLLBACK, 1);

    GateDecision held =
        decided(HIGHER, 0.9, new History("recommend-ranking", versions, List.of(rollback)), true);
    GateDecision released =
        decided(
            HIGHER,
            0.9,
            new History(
                "recommend-ranking", versions, List.of(rollback, decision(3, Action.RELEASE))),
            true);

    assertThat(held.status()).isEqualTo(ModelVersion.HELD);
    assertThat(held.serving()).isEqualTo(TrafficSplit.all(20260101));
    assertThat(held.reason()).contains("ann").contains("rollback");
    assertThat(released.serving()).isEqualTo(TrafficSplit.all(20260109));
  }

  @Test
  void aDecisionSetsTheBoundAnew() {
    History history =
        new History(
            "recommend-ranking",
            List.of(promoted(1, 0.5), promoted(2, 0.3)),
            List.of(decision(2, Action.PROMOTE, 2), decision(2, Action.RELEASE)));

    assertThat(decided(HIGHER, 0.29, history, true).status()).isEqualTo(ModelVersion.PROMOTED);
  }

  @Test
  void waitsForAPersonWhereNothingIsAutomatic() {
    History history = new History("recommend-ranking", List.of(promoted(1, 0.3)), List.of());

    assertThat(decided(HIGHER, 0.9, history, false).serving())
        .isEqualTo(TrafficSplit.all(20260101));
  }

  private static final Gate LIMITED = new Gate("ndcg@10", null, "higher", 0.02, 0.25);

  @Test
  void letsNoVersionServeThatIsBeyondTheLimitNotEvenTheFirst() {
    GateDecision first = decided(LIMITED, 0.24);

    assertThat(first.status()).isEqualTo(ModelVersion.REJECTED);
    assertThat(first.serving()).isEqualTo(TrafficSplit.NONE);
    assertThat(first.bound()).isEqualTo(0.25);
    assertThat(first.reason())
        .isEqualTo("its ndcg@10 is 0.2400, the limit for any version 0.25; no version serves");
    assertThat(decided(LIMITED, 0.25).status()).isEqualTo(ModelVersion.PROMOTED);
    assertThat(decided(LIMITED, null).reason())
        .isEqualTo("its ndcg@10 was not measured; no version serves");
  }

  @Test
  void theStricterOfLimitAndToleranceBinds() {
    assertThat(decided(LIMITED, 0.245, promoted(1, 0.26)).isRejected()).isTrue();
    assertThat(decided(LIMITED, 0.27, promoted(1, 0.3)).bound()).isCloseTo(0.28, within(1e-9));
    assertThat(decided(LIMITED, 0.255, promoted(1, 0.26)).bound()).isEqualTo(0.25);
  }
}
