package org.reelhouse.models;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reelhouse.config.ModelsSettings.Gate;

/**
 * Whether a new version serves, and why.
 *
 * @param metric of the gate; empty where there is no gate
 * @param value of the new version; empty where it was not measured
 * @param bound it had to reach; empty where there was nothing to compare with
 * @param serving the versions that serve from now on
 */
record Verdict(
    @Nullable String metric,
    @Nullable Double value,
    @Nullable Double bound,
    String status,
    String reason,
    List<Share> serving) {

  /**
   * The verdict on a new version.
   *
   * @param value its measure by the gate
   * @param history of the days before
   */
  static Verdict on(
      int version,
      Optional<Gate> gate,
      Optional<Double> value,
      History history,
      boolean automatic) {
    String metric = gate.map(Gate::metric).orElse(null);
    Optional<Version> best = gate.flatMap(asked -> best(asked, history));
    Double bound = gate.flatMap(asked -> best.map(served -> bound(asked, served))).orElse(null);
    Standing standing = new Standing(metric, value.orElse(null), bound);
    Optional<Decision> holding = history.holding();
    if (holding.isPresent()) {
      return standing.held(
          "%s decided (%s) that %s"
              .formatted(
                  holding.get().by(),
                  holding.get().action().code(),
                  Share.serving(holding.get().serving())),
          holding.get().serving());
    }
    List<Share> before = history.serving();
    if (before.isEmpty()) {
      return standing.promoted("it is the first version", version);
    }
    if (!automatic) {
      return standing.held(
          "models.automatic is false and " + Share.text(before) + " goes on serving", before);
    }
    if (gate.isEmpty()) {
      return standing.promoted("models.gates has no gate for it", version);
    }
    if (best.isEmpty()) {
      return standing.promoted(
          "no version that served was measured by " + metric + ", so there is no bound", version);
    }
    return standing.compared(gate.get(), best.get(), before, version);
  }

  private static Optional<Version> best(Gate gate, History history) {
    Comparator<Version> byValue =
        Comparator.comparingDouble(version -> Objects.requireNonNull(version.gateValue()));
    return history.compared().stream()
        .filter(version -> gate.metric().equals(version.gateMetric()))
        .filter(version -> version.gateValue() != null && !version.gateValue().isNaN())
        .max(gate.higherIsBetter() ? byValue : byValue.reversed());
  }

  private static double bound(Gate gate, Version best) {
    double value = Objects.requireNonNull(best.gateValue());
    return gate.higherIsBetter() ? value - gate.tolerance() : value + gate.tolerance();
  }

  boolean isKeptOut() {
    return status.equals(Version.KEPT_OUT);
  }

  /** What was measured, before anything is decided. */
  private record Standing(@Nullable String metric, @Nullable Double value, @Nullable Double bound) {

    Verdict promoted(String reason, int version) {
      return new Verdict(metric, value, bound, Version.PROMOTED, reason, Share.whole(version));
    }

    Verdict held(String reason, List<Share> serving) {
      return new Verdict(metric, value, bound, Version.HELD, reason, serving);
    }

    Verdict keptOut(String reason, List<Share> before) {
      return new Verdict(
          metric,
          value,
          bound,
          Version.KEPT_OUT,
          reason + "; " + Share.text(before) + " goes on serving",
          before);
    }

    Verdict compared(Gate gate, Version best, List<Share> before, int version) {
      double limit = Objects.requireNonNull(bound);
      if (value == null || value.isNaN()) {
        return keptOut("its " + metric + " was not measured", before);
      }
      boolean passes = gate.higherIsBetter() ? value >= limit : value <= limit;
      String comparison =
          String.format(
              Locale.ROOT,
              "its %s is %.4f, that of %d %.4f, tolerance %s",
              metric,
              value,
              best.version(),
              best.gateValue(),
              gate.tolerance());
      return passes ? promoted(comparison, version) : keptOut(comparison, before);
    }
  }
}
