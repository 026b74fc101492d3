package org.reelhouse.models;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reelhouse.PipelineException;
import org.reelhouse.lake.Lake;
import org.reelhouse.models.ModelsSettings.Gate;
import org.reelhouse.storage.ModelFolder;
import org.reelhouse.storage.ModelStore.SavedModel;

/** The version of one model that a run fitted, from its measures to its files. */
final class Candidate<M> {
  private final TrainingRun run;
  private final TrainedModel<M> model;
  private final M fitted;
  private final History history;
  private final List<Measure> measures;
  private final GateDecision decision;
  private final Optional<Serving<M>> serving;
  private @Nullable Saved saved;

  /**
   * Files of a version.
   *
   * @param seconds from the start of the job until they were written
   */
  record Saved(SavedModel files, double seconds) {}

  private Candidate(TrainingRun run, TrainedModel<M> model, M fitted, List<Measure> measures) {
    this.run = run;
    this.model = model;
    this.fitted = fitted;
    this.history = run.history(model.name());
    this.measures = measures;
    this.decision = decided();
    this.serving = opened();
  }

  /** A fitted model that nothing was measured of yet. */
  record Fitted<M>(TrainingRun run, TrainedModel<M> model, M fitted) {

    static <M> Optional<Fitted<M>> of(TrainingRun run, TrainedModel<M> model) {
      return model.fit().map(fitted -> new Fitted<>(run, model, fitted));
    }

    Measured<M> measured() {
      return new Measured<>(this, model.measure(fitted));
    }
  }

  /** A measured model that nothing was decided on yet. */
  record Measured<M>(Fitted<M> candidate, List<Measure> measures) {

    Candidate<M> decided() {
      return new Candidate<>(candidate.run(), candidate.model(), candidate.fitted(), measures);
    }
  }

  private GateDecision decided() {
    Optional<Gate> gate = run.settings().gate(model.name());
    GateDecision made =
        GateDecision.on(
            run.version(), gate, gate.flatMap(this::value), history, run.settings().automatic());
    if (made.isRejected()) {
      run.context()
          .note(
              "%s %d does not serve: %s; see reelhouse models compare %s"
                  .formatted(model.name(), run.version(), made.reason(), model.name()));
    }
    return made;
  }

  private Optional<Double> value(Gate gate) {
    return measures.stream()
        .filter(measure -> measure.model().equals(model.name()))
        .filter(measure -> measure.segment().equals(Measure.ALL))
        .filter(measure -> measure.metric().equals(gate.metric()))
        .filter(measure -> gate.split() == null || gate.split().equals(measure.split()))
        .map(Measure::value)
        .findFirst();
  }

  private Optional<Serving<M>> opened() {
    TrafficSplit split = decision.serving();
    return split.isNone()
        ? Optional.empty()
        : Optional.of(
            new Serving<>(
                split.shares().stream().map(share -> version(share.version())).toList(), split));
  }

  private Serving.Version<M> version(int number) {
    boolean isNew = number == run.version();
    return new Serving.Version<>(number, isNew, isNew ? fitted : model.open(earlier(number)));
  }

  private SavedVersion earlier(int number) {
    Lake lake = run.lake();
    ModelVersion version =
        history
            .version(number)
            .orElseThrow(
                () ->
                    new PipelineException(
                        "Cannot serve %s %d: this lake knows no such version from before %s. Let another version serve with reelhouse models promote."
                            .formatted(model.name(), number, run.context().asOf())));
    ModelFolder folder = version.files(lake);
    int layout = ModelManifest.layout(folder);
    if (!model.opens(layout)) {
      throw new PipelineException(
          "Cannot serve %s %d: its files have layout %d, and this version of Reelhouse reads layout %d. Let a version that it trained serve with reelhouse models promote."
              .formatted(model.name(), number, layout, model.layout()));
    }
    return new SavedVersion(number, layout, version.parameters(), folder);
  }

  TrainedModel<M> model() {
    return model;
  }

  List<Measure> measures() {
    return measures;
  }

  GateDecision decision() {
    return decision;
  }

  Optional<Serving<M>> serving() {
    return serving;
  }

  Description description() {
    return model.describe(fitted);
  }

  /** Inputs and predictions of the version that serves, or of this one where none does. */
  Monitored monitored() {
    return model.monitor(serving.map(Serving::first).map(Serving.Version::model).orElse(fitted));
  }

  /** The version that served before this run. */
  Optional<ModelVersion> reference() {
    return history.serving().shares().stream()
        .findFirst()
        .flatMap(share -> history.version(share.version()));
  }

  /** Saves it; once, however often and from however many threads this is called. */
  synchronized Saved saved() {
    if (saved == null) {
      SavedModel files =
          run.lake()
              .models()
              .save(
                  model.name(),
                  run.version(),
                  folder -> {
                    ModelManifest.save(model, folder);
                    model.save(fitted, folder);
                  });
      saved = new Saved(files, run.seconds());
    }
    return Objects.requireNonNull(saved);
  }
}
