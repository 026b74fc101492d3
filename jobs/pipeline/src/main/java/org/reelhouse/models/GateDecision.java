package org.reelhouse.models;

import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reelhouse.models.ModelsSettings.Gate;

/**
 * Whether a new version serves, and why.
 *
 * @param metric of the gate; empty where there is no gate
 * @param value of the new version; empty where it was not measured
 * @param bound it had to reach; empty where there was nothing to compare with
 * @param serving the versions that serve from now on; none where no version ever passed
 */
record GateDecision(
    @Nullable String metric,
    @Nullable Double value,
    @Nullable Double bound,
    String status,
    String reason,
    TrafficSplit serving) {

  /**
   * The decision on a new version.
   *
   * @param value its measure by the gate
   * @param history of the days before
   */
  static GateDecision on(
      int version,
      Optional<Gate> gate,
      Optional<Double> value,
      History history,
      boolean automatic) {
    Optional<ModelVersion> best = gate.flatMap(asked -> best(asked, history));
    Standing standing = new Standing(gate.orElse(null), value.orElse(null), best.orElse(null));
    Optional<Decision> holding = history.holding();
    if (holding.isPresent()) {
      return standing.held(
          "%s decided (%s) that %s"
              .formatted(
                  holding.get().by(),
                  holding.get().action().code(),
                  holding.get().serving().inWords()),
          holding.get().serving());
    }
    TrafficSplit before = history.serving();
    if (!before.isNone() && !automatic) {
      return standing.held("models.automatic is false and " + before + " goes on serving", before);
    }
    return standing.judged(version, before);
  }

  private static Optional<ModelVersion> best(Gate gate, History history) {
    Comparator<ModelVersion> byValue =
        Comparator.comparingDouble(version -> Objects.requireNonNull(version.gateValue()));
    return history.compared().stream()
        .filter(version -> gate.metric().equals(version.gateMetric()))
        .filter(version -> version.gateValue() != null && !version.gateValue().isNaN())
        .max(gate.higherIsBetter() ? byValue : byValue.reversed());
  }

  boolean isRejected() {
    return status.equals(ModelVersion.REJECTED);
  }

  /**
   * What was measured, before anything is decided.
   *
   * @param best of the versions that it is compared with
   */
  private record Standing(
      @Nullable Gate gate, @Nullable Double value, @Nullable ModelVersion best) {

    GateDecision judged(int version, TrafficSplit before) {
      if (gate != null && isBeyond(gate)) {
        return rejected(gate, beyond(gate), before);
      }
      if (before.isNone()) {
        return promoted("it is the first version", version);
      }
      if (gate == null) {
        return promoted("models.gates has no gate for it", version);
      }
      if (best == null) {
        return promoted(
            "no version that served was measured by " + gate.metric() + ", so there is no bound",
            version);
      }
      return compared(gate, best, before, version);
    }

    /** Whether it is worse than any version may be. */
    private boolean isBeyond(Gate gate) {
      Double limit = gate.limit();
      return limit != null && !isMeasuredAndReaches(gate, limit);
    }

    private String beyond(Gate gate) {
      return value == null || value.isNaN()
          ? unmeasured(gate)
          : String.format(
              Locale.ROOT,
              "its %s is %.4f, the limit for any version %s",
              gate.metric(),
              value,
              gate.limit());
    }

    private static String unmeasured(Gate gate) {
      return "its " + gate.metric() + " was not measured";
    }

    private boolean isMeasuredAndReaches(Gate gate, double bound) {
      return value != null
          && !value.isNaN()
          && (gate.higherIsBetter() ? value >= bound : value <= bound);
    }

    private GateDecision compared(Gate gate, ModelVersion best, TrafficSplit before, int version) {
      if (value == null || value.isNaN()) {
        return rejected(gate, unmeasured(gate), before);
      }
      String comparison =
          String.format(
              Locale.ROOT,
              "its %s is %.4f, that of %d %.4f, tolerance %s",
              gate.metric(),
              value,
              best.version(),
              best.gateValue(),
              gate.tolerance());
      return isMeasuredAndReaches(gate, bound(gate, best))
          ? promoted(comparison, version)
          : rejected(gate, comparison, before);
    }

    private static double bound(Gate gate, ModelVersion best) {
      double value = Objects.requireNonNull(best.gateValue());
      return gate.higherIsBetter() ? value - gate.tolerance() : value + gate.tolerance();
    }

    /** The stricter of the limit for any version and what the best one leaves. */
    private @Nullable Double bound() {
      if (gate == null) {
        return null;
      }
      Double relative = best == null ? null : Double.valueOf(bound(gate, best));
      Double limit = gate.limit();
      if (relative == null || limit == null) {
        return relative == null ? limit : relative;
      }
      return gate.higherIsBetter() ? Math.max(relative, limit) : Math.min(relative, limit);
    }

    private @Nullable String metric() {
      return gate == null ? null : gate.metric();
    }

    GateDecision promoted(String reason, int version) {
      return new GateDecision(
          metric(), value, bound(), ModelVersion.PROMOTED, reason, TrafficSplit.all(version));
    }

    GateDecision held(String reason, TrafficSplit serving) {
      return new GateDecision(metric(), value, bound(), ModelVersion.HELD, reason, serving);
    }

    GateDecision rejected(Gate gate, String reason, TrafficSplit before) {
      return new GateDecision(
          gate.metric(),
          value,
          bound(),
          ModelVersion.REJECTED,
          "%s; %s"
              .formatted(
                  reason, before.isNone() ? "no version serves" : before + " goes on serving"),
          before);
    }
  }
}
