package org.reelhouse.models;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reelhouse.PipelineException;
import org.reelhouse.lake.Lake;

/**
 * A person who decides which versions of a model serve. What is decided is recorded in {@code
 * ops.model_decision} and holds for runs of its date and later, until a later decision.
 *
 * @param name of the person
 * @param at when
 * @param note why, in the person's words
 */
public record Decider(String name, Instant at, @Nullable String note) {

  /**
   * Lets a version serve, whatever the gate says, for all or for a share of the users beside the
   * version that serves now.
   *
   * @param share above 0, at most 1
   * @param asOf from the runs of that date on; where it is empty, that of the newest version
   * @throws PipelineException if the lake does not have the version whole, or nothing serves beside
   */
  public Decision promote(
      Lake lake, String model, int version, double share, @Nullable LocalDate asOf) {
    History history = known(lake, model);
    ModelVersion promoted = known(history, model, version);
    LocalDate from = from(history, asOf);
    if (promoted.asOf().isAfter(from)) {
      throw new PipelineException(
          "Cannot promote %s %d from %s on: it is of a later day. Give a later --as-of, or none."
              .formatted(model, version, from));
    }
    promoted.files(lake);
    return recorded(
        lake, history, model, from, Decision.Action.PROMOTE, split(history, promoted, share));
  }

  private static TrafficSplit split(History history, ModelVersion promoted, double share) {
    if (share >= 1) {
      return TrafficSplit.all(promoted.version());
    }
    TrafficSplit now = history.serving();
    if (now.isNone()) {
      throw new PipelineException(
          "Cannot let %s %d serve a share: no version serves the others. Promote it without --share."
              .formatted(promoted.model(), promoted.version()));
    }
    int other = now.shares().get(0).version();
    if (other == promoted.version()) {
      throw new PipelineException(
          "Cannot let %s %d serve a share beside itself: it serves already. Promote another version."
              .formatted(promoted.model(), promoted.version()));
    }
    return TrafficSplit.between(other, promoted.version(), share);
  }

  /**
   * Lets the version serve alone again that did before: of two that share the users the first, else
   * the one that was promoted last before the one that serves now.
   *
   * @param asOf as in {@link #promote}
   * @throws PipelineException if there is none
   */
  public Decision rollback(Lake lake, String model, @Nullable LocalDate asOf) {
    History history = known(lake, model);
    ModelVersion before = before(history, model);
    before.files(lake);
    return recorded(
        lake,
        history,
        model,
        from(history, asOf),
        Decision.Action.ROLLBACK,
        TrafficSplit.all(before.version()));
  }

  /** Of two that share the users the first, else the last promoted before the one that serves. */
  private static ModelVersion before(History history, String model) {
    TrafficSplit serving = history.serving();
    if (serving.isNone()) {
      throw new PipelineException(
          "Cannot roll %s back: no version of it serves. Let one serve with reelhouse models promote."
              .formatted(model));
    }
    int now = serving.shares().get(0).version();
    if (serving.shares().size() > 1) {
      return known(history, model, now);
    }
    return history
        .promotedBefore(now)
        .orElseThrow(
            () ->
                new PipelineException(
                    "Cannot roll %s back: no version before %d was promoted. reelhouse models list shows those that can be."
                        .formatted(model, now)));
  }

  /**
   * Lets the gate decide again.
   *
   * @param asOf as in {@link #promote}
   * @throws PipelineException if it does already
   */
  public Decision release(Lake lake, String model, @Nullable LocalDate asOf) {
    History history = known(lake, model);
    if (history.holding().isEmpty()) {
      throw new PipelineException(
          "Cannot release %s: nobody holds it, its gate decides already.".formatted(model));
    }
    return recorded(
        lake, history, model, from(history, asOf), Decision.Action.RELEASE, TrafficSplit.NONE);
  }

  private Decision recorded(
      Lake lake,
      History history,
      String model,
      LocalDate from,
      Decision.Action action,
      TrafficSplit serving) {
    Decision decision =
        new Decision(model, history.decisions().size() + 1, from, action, serving, name, at, note);
    decision.record(lake);
    return decision;
  }

  private static LocalDate from(History history, @Nullable LocalDate asOf) {
    return Optional.ofNullable(asOf)
        .orElseGet(() -> history.versions().get(history.versions().size() - 1).asOf());
  }

  private static History known(Lake lake, String model) {
    History history = History.all(model, lake);
    if (history.versions().isEmpty()) {
      List<String> models = Registry.read(lake).histories().stream().map(History::model).toList();
      throw new PipelineException(
          models.isEmpty()
              ? "Cannot decide about %s: this lake has no models. Run the pipeline, or name another lake with --lake."
                  .formatted(model)
              : "Cannot decide about %s: this lake has no such model. Its models are %s."
                  .formatted(model, String.join(", ", models)));
    }
    return history;
  }

  private static ModelVersion known(History history, String model, int version) {
    return history
        .version(version)
        .orElseThrow(
            () ->
                new PipelineException(
                    "Cannot promote %s %d: there is no such version. Its versions are %s."
                        .formatted(
                            model,
                            version,
                            history.versions().stream()
                                .map(known -> String.valueOf(known.version()))
                                .collect(Collectors.joining(", ")))));
  }
}
