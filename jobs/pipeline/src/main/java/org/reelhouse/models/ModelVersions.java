package org.reelhouse.models;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.sql.Date;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.reelhouse.Job;
import org.reelhouse.PipelineException;
import org.reelhouse.lake.Lake;
import org.reelhouse.storage.ModelFolder;
import org.reelhouse.storage.ModelStore.SavedModel;
import org.reelhouse.tables.Ops;
import org.reelhouse.tables.Table;

/**
 * The versions that one job trains in one run: measured, compared with those that served before,
 * saved, and recorded. In this order: {@link #measured}, {@link #decide} for each model, {@link
 * #save} and {@link #watch} for each, {@link #publish}.
 */
public final class ModelVersions {
  /** What a job that trains models reads for it, besides its data. */
  public static final Set<Table> READS = Set.of(Ops.MODEL_VERSION, Ops.MODEL_DECISION);

  /** What a job that trains models writes for it. */
  public static final Set<Table> WRITES =
      Set.of(Ops.MODEL_VERSION, Ops.MODEL_METRIC, Ops.DATA_QUALITY);

  private final Lake lake;
  private final String job;
  private final ModelsSettings settings;
  private final String settingsHash;
  private final Map<String, Long> tablesRead = new TreeMap<>();
  private final long start = System.nanoTime();
  private final List<Measure> measures = new ArrayList<>();
  private final Map<String, GateDecision> decisions = new LinkedHashMap<>();
  private final Map<String, ModelVersion> references = new HashMap<>();
  private final Map<String, Watched> watched = new HashMap<>();
  private @Nullable Registry past;
  private final Map<String, Saved> saved = new ConcurrentHashMap<>();

  private ModelVersions(Lake lake, String job, ModelsSettings settings, String settingsHash) {
    this.lake = lake;
    this.job = job;
    this.settings = settings;
    this.settingsHash = settingsHash;
  }

  /**
   * The versions of a run that begins now: the versions of its tables are noted, and the time runs.
   *
   * @param ofJob the settings of the job, which are recorded by their hash
   */
  public static ModelVersions of(Lake lake, Job job, ModelsSettings settings, Record ofJob) {
    ModelVersions versions = new ModelVersions(lake, job.name(), settings, SettingsHash.of(ofJob));
    job.reads().stream()
        .filter(table -> !table.layer().equals("ops"))
        .forEach(
            table ->
                lake.version(table)
                    .ifPresent(version -> versions.tablesRead.put(table.name(), version)));
    return versions;
  }

  /**
   * What was saved.
   *
   * @param seconds from the start of the job
   */
  private record Saved(Trained trained, SavedModel files, double seconds) {}

  /** The latest version from before this day that was trained under the settings of this run. */
  public Optional<ModelVersion> lastAlike(String model) {
    return past().historyBefore(lake.asOf(), model).versions().stream()
        .filter(version -> version.settingsHash().equals(settingsHash))
        .max(Comparator.comparing(ModelVersion::asOf));
  }

  /** Notes what was measured; every model before it is decided on. */
  public void measured(Collection<Measure> measured) {
    measures.addAll(measured);
  }

  /**
   * Compares the new version of a model with those that served, and tells what serves from now on.
   *
   * @throws org.reelhouse.PipelineException if a person decided for a version that is not known
   */
  public OldServing decide(String model) {
    History history = past().historyBefore(lake.asOf(), model);
    Optional<ModelsSettings.Gate> gate = settings.gate(model);
    GateDecision decision =
        GateDecision.on(
            version(),
            gate,
            gate.flatMap(asked -> value(model, asked)),
            history,
            settings.automatic());
    decisions.put(model, decision);
    history.serving().shares().stream()
        .findFirst()
        .flatMap(share -> history.version(share.version()))
        .ifPresent(version -> references.put(model, version));
    if (decision.isRejected()) {
      lake.note(
          "%s %d does not serve: %s; see reelhouse models compare %s"
              .formatted(model, version(), decision.reason(), model));
    }
    return new OldServing(
        decision.serving().shares().stream().map(share -> part(share, history, model)).toList());
  }

  private OldServing.Part part(TrafficSplit.Share share, History history, String model) {
    if (share.version() == version()) {
      return new OldServing.Part(share.version(), share.share(), Optional.empty());
    }
    ModelVersion version =
        history
            .version(share.version())
            .orElseThrow(
                () ->
                    new PipelineException(
                        "Cannot serve %s %d: this lake knows no such version from before %s. Let another version serve with reelhouse models promote."
                            .formatted(model, share.version(), lake.asOf())));
    return new OldServing.Part(
        share.version(), share.share(), Optional.of(new SavedVersion(version, lake)));
  }

  private record SavedVersion(ModelVersion version, Lake lake) implements OldServing.Saved {
    @Override
    public Map<String, String> parameters() {
      return version.parameters();
    }

    @Override
    public ModelFolder folder() {
      return version.files(lake);
    }
  }

  private Registry past() {
    if (past == null) {
      past = Registry.read(lake);
    }
    return past;
  }

  /** The version of this run. */
  public int version() {
    return Integer.parseInt(lake.asOf().format(DateTimeFormatter.BASIC_ISO_DATE));
  }

  private Optional<Double> value(String model, ModelsSettings.Gate gate) {
    return measures.stream()
        .filter(measure -> measure.model().equals(model) && measure.segment().equals(Measure.ALL))
        .filter(measure -> measure.metric().equals(gate.metric()))
        .filter(measure -> gate.split() == null || gate.split().equals(measure.split()))
        .map(Measure::value)
        .findFirst();
  }

  /** Saves a model that was decided on. Several threads may do so. */
  public void save(Trained trained) {
    SavedModel files = lake.models().save(trained.model(), trained.content());
    double seconds = Math.round((System.nanoTime() - start) / 1e6) / 1e3;
    saved.put(trained.model(), new Saved(trained, files, seconds));
  }

  /** Notes how inputs and predictions of a model that was decided on are spread in this run. */
  public void watch(Watched model) {
    watched.put(model.model(), model);
  }

  /**
   * Records versions and measures in place of those of an earlier run of this date, and what has
   * changed since the version that served before. Removes the files of versions that nobody needs
   * any more.
   *
   * @throws PipelineException if inputs or predictions have changed more than a run may
   */
  public void publish() {
    replace(
        Ops.MODEL_VERSION,
        decisions.keySet().stream()
            .map(model -> row(Objects.requireNonNull(saved.get(model))))
            .toList());
    replace(Ops.MODEL_METRIC, measures.stream().map(this::row).toList());
    List<Row> shifts = new ArrayList<>();
    new TreeMap<>(references)
        .forEach(
            (model, reference) -> {
              Watched now = watched.get(model);
              if (now != null) {
                Drift drift = Drift.between(reference, now.distributions());
                drift.judge(lake, settings.drift());
                shifts.addAll(drift.rows(lake, job, now.table().name()));
              }
            });
    replace(Ops.DATA_QUALITY, shifts);
    removeOutdated();
  }

  /** Files of versions that nobody needs any more are deleted once this run is published. */
  private void removeOutdated() {
    if (decisions.keySet().stream().noneMatch(this::isKeptInFull)) {
      return;
    }
    Registry now = Registry.read(lake);
    List<ModelVersion> outdated =
        decisions.keySet().stream()
            .map(model -> now.history(model))
            .flatMap(history -> history.outdated(settings.keep(), version()).stream())
            .toList();
    outdated.stream().map(ModelVersion::asOf).distinct().forEach(day -> markRemoved(day, outdated));
    outdated.forEach(version -> lake.models().remove(version.path()));
  }

  /** Whether there are as many versions from before as are kept at most. */
  private boolean isKeptInFull(String model) {
    return past().history(model).versions().size() >= settings.keep();
  }

  private void markRemoved(LocalDate day, List<ModelVersion> outdated) {
    Object[] models =
        outdated.stream()
            .filter(version -> version.asOf().equals(day))
            .map(ModelVersion::model)
            .toArray();
    Column isOutdated = col("model").isin(models);
    lake.replaceSlice(
        Ops.MODEL_VERSION,
        Map.of("as_of", day.toString(), "job", job),
        lake.read(Ops.MODEL_VERSION)
            .where(col("as_of").equalTo(Date.valueOf(day)).and(col("job").equalTo(job)))
            .withColumn(
                "files_removed",
                when(isOutdated, lit(Date.valueOf(lake.asOf()))).otherwise(col("files_removed"))));
  }

  private Row row(Saved model) {
    String name = model.trained().model();
    GateDecision decision = Objects.requireNonNull(decisions.get(name), name);
    Watched now = watched.get(name);
    return RowFactory.create(
        Date.valueOf(lake.asOf()),
        job,
        name,
        model.files().version(),
        model.files().path(),
        model.trained().rows(),
        model.trained().parameters(),
        lake.runId(),
        CodeCommit.current(),
        settingsHash,
        tablesRead,
        model.seconds(),
        model.files().sha256(),
        decision.metric(),
        decision.value(),
        decision.bound(),
        decision.status(),
        decision.reason(),
        decision.serving().rows(),
        now == null
            ? new Row[0]
            : now.distributions().stream().map(Distribution::row).toArray(Row[]::new),
        null);
  }

  private Row row(Measure measure) {
    return RowFactory.create(
        Date.valueOf(lake.asOf()),
        job,
        measure.model(),
        measure.metric(),
        measure.split(),
        measure.value(),
        measure.rows(),
        measure.segment());
  }

  private void replace(Table table, List<Row> rows) {
    lake.replaceSlice(
        table,
        Map.of("as_of", lake.asOf().toString(), "job", job),
        lake.frame(rows, table.schema()));
  }
}
