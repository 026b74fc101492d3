package org.reelhouse.models;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.reelhouse.lake.Lake;
import org.reelhouse.tables.Ops;
import org.reelhouse.tables.Table;

/**
 * What serves after a run of a job: the versions that it trained, or earlier ones. The job writes
 * its tables by {@link #serving} and then {@link #publish publishes} this.
 */
public final class Rollout {
  private final TrainingRun run;
  private final List<Candidate<?>> candidates = new ArrayList<>();

  Rollout(TrainingRun run) {
    this.run = run;
  }

  /**
   * Trains more models of the same job, those that need to know what serves of the others.
   *
   * @return this
   * @throws org.reelhouse.PipelineException if an earlier version serves that cannot be opened
   */
  public Rollout with(List<? extends TrainedModel<?>> models) {
    List<Candidate.Fitted<?>> fitted = new ArrayList<>();
    models.forEach(model -> Candidate.Fitted.of(run, model).ifPresent(fitted::add));
    List<Candidate.Measured<?>> measured = new ArrayList<>();
    fitted.forEach(candidate -> measured.add(candidate.measured()));
    measured.forEach(candidate -> candidates.add(candidate.decided()));
    return this;
  }

  /** The same of one or two models. */
  public Rollout with(TrainedModel<?>... models) {
    return with(List.of(models));
  }

  /**
   * What serves of a model that was trained in this run.
   *
   * @return empty where there was too little to fit it to, or where its gate lets no version serve
   */
  public <M> Optional<Serving<M>> serving(TrainedModel<M> model) {
    return candidates.stream()
        .filter(candidate -> candidate.model() == model)
        .findFirst()
        .flatMap(Rollout::<M>ofItsType);
  }

  /** The candidate is that of the model, whose type it shares. */
  @SuppressWarnings("unchecked")
  private static <M> Optional<Serving<M>> ofItsType(Candidate<?> candidate) {
    return ((Candidate<M>) candidate).serving();
  }

  /**
   * Saves the versions of this run, which {@link #publish} does otherwise: for a job that does it
   * while its tables are written.
   */
  public void save() {
    candidates.forEach(Candidate::saved);
  }

  /**
   * Records versions and measures in place of those of an earlier run of this date, and what has
   * changed since the version that served before. Removes the files of versions that nobody needs
   * any more.
   *
   * @throws org.reelhouse.PipelineException if inputs or predictions have changed more than a run
   *     may
   */
  public void publish() {
    if (candidates.isEmpty() && !isRecorded()) {
      return;
    }
    List<Row> versions = new ArrayList<>();
    List<Row> drifts = new ArrayList<>();
    for (Candidate<?> candidate : inOrder()) {
      candidate.saved();
      Monitored now = candidate.monitored();
      versions.add(row(candidate, now));
      candidate.reference().ifPresent(before -> drifts.addAll(drift(before, now)));
    }
    replace(Ops.MODEL_VERSION, versions);
    replace(Ops.MODEL_METRIC, measures().map(this::row).toList());
    replace(Ops.DATA_QUALITY, drifts);
    removeOutdated();
  }

  /** Whether an earlier run of this date trained a model, whose records are to be replaced. */
  private boolean isRecorded() {
    return run.registry().versions().stream()
        .anyMatch(
            version ->
                version.job().equals(run.job()) && version.asOf().equals(run.context().asOf()));
  }

  private List<Candidate<?>> inOrder() {
    Comparator<Candidate<?>> byName =
        Comparator.comparing((Candidate<?> candidate) -> candidate.model().name());
    return candidates.stream().sorted(byName).toList();
  }

  private Stream<Measure> measures() {
    return candidates.stream().flatMap(candidate -> candidate.measures().stream());
  }

  private List<Row> drift(ModelVersion before, Monitored now) {
    Drift drift = Drift.between(before, now.distributions());
    drift.judge(run.context(), run.settings().drift());
    return drift.rows(run.context().asOf(), run.job(), now.table().name());
  }

  /** Files of versions that nobody needs any more are deleted once this run is published. */
  private void removeOutdated() {
    if (candidates.stream().noneMatch(this::isKeptInFull)) {
      return;
    }
    Registry now = Registry.read(run.lake());
    List<ModelVersion> outdated =
        candidates.stream()
            .map(candidate -> now.history(candidate.model().name()))
            .flatMap(history -> history.outdated(run.settings().keep(), run.version()).stream())
            .toList();
    outdated.stream().map(ModelVersion::asOf).distinct().forEach(day -> markRemoved(day, outdated));
    outdated.forEach(version -> run.lake().models().remove(version.path()));
  }

  /** Whether there are as many versions from before as are kept at most. */
  private boolean isKeptInFull(Candidate<?> candidate) {
    return run.registry().history(candidate.model().name()).versions().size()
        >= run.settings().keep();
  }

  private void markRemoved(LocalDate day, List<ModelVersion> outdated) {
    Lake lake = run.lake();
    Object[] models =
        outdated.stream()
            .filter(version -> version.asOf().equals(day))
            .map(ModelVersion::model)
            .toArray();
    Column isOutdated = col("model").isin(models);
    lake.replaceSlice(
        Ops.MODEL_VERSION,
        Map.of("as_of", day.toString(), "job", run.job()),
        lake.read(Ops.MODEL_VERSION)
            .where(col("as_of").equalTo(Date.valueOf(day)).and(col("job").equalTo(run.job())))
            .withColumn(
                "files_removed",
                when(isOutdated, lit(Date.valueOf(run.context().asOf())))
                    .otherwise(col("files_removed"))));
  }

  private Row row(Candidate<?> candidate, Monitored now) {
    Candidate.Saved saved = candidate.saved();
    Description description = candidate.description();
    GateDecision decision = candidate.decision();
    return RowFactory.create(
        Date.valueOf(run.context().asOf()),
        run.job(),
        candidate.model().name(),
        saved.files().version(),
        saved.files().path(),
        description.trainingRows(),
        description.parameters(),
        run.context().runId(),
        CodeCommit.current(),
        run.settingsHash(),
        run.tablesRead(),
        saved.seconds(),
        saved.files().sha256(),
        decision.metric(),
        decision.value(),
        decision.bound(),
        decision.status(),
        decision.reason(),
        decision.serving().rows(),
        now.distributions().stream().map(Distribution::row).toArray(Row[]::new),
        null);
  }

  private Row row(Measure measure) {
    return RowFactory.create(
        Date.valueOf(run.context().asOf()),
        run.job(),
        measure.model(),
        measure.metric(),
        measure.split(),
        measure.value(),
        measure.rows(),
        measure.segment());
  }

  private void replace(Table table, List<Row> rows) {
    Lake lake = run.lake();
    lake.replaceSlice(
        table,
        Map.of("as_of", run.context().asOf().toString(), "job", run.job()),
        lake.frame(rows, table.schema()));
  }
}
