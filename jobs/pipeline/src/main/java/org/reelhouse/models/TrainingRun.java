package org.reelhouse.models;

import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.reelhouse.Job;
import org.reelhouse.RunContext;
import org.reelhouse.lake.Lake;
import org.reelhouse.tables.Ops;
import org.reelhouse.tables.Table;

/**
 * One run of a job that trains models. {@link #train} gives the {@link Rollout}, which says what
 * serves and records it.
 */
public final class TrainingRun {
  /** What a job that trains models reads for it, besides its data. */
  public static final Set<Table> READS = Set.of(Ops.MODEL_VERSION, Ops.MODEL_DECISION);

  /** What a job that trains models writes for it. */
  public static final Set<Table> WRITES =
      Set.of(Ops.MODEL_VERSION, Ops.MODEL_METRIC, Ops.DATA_QUALITY);

  private final Lake lake;
  private final RunContext context;
  private final String job;
  private final ModelsSettings settings;
  private final String settingsHash;
  private final Map<String, Long> tablesRead;
  private final long start;
  private @Nullable Registry registry;

  private TrainingRun(
      Lake lake, RunContext context, Job job, ModelsSettings settings, Record ofJob) {
    this.start = System.nanoTime();
    this.lake = lake;
    this.context = context;
    this.job = job.name();
    this.settings = settings;
    this.settingsHash = SettingsHash.of(ofJob);
    this.tablesRead = tablesRead(lake, job);
  }

  /**
   * A run that begins now: the versions of its tables are noted, and the time runs.
   *
   * @param ofJob the settings of the job, which are recorded by their hash
   */
  public static TrainingRun begin(
      Lake lake, RunContext context, Job job, ModelsSettings settings, Record ofJob) {
    return new TrainingRun(lake, context, job, settings, ofJob);
  }

  private static Map<String, Long> tablesRead(Lake lake, Job job) {
    Map<String, Long> versions = new TreeMap<>();
    job.reads().stream()
        .filter(table -> !table.layer().equals("ops"))
        .forEach(
            table -> lake.version(table).ifPresent(version -> versions.put(table.name(), version)));
    return versions;
  }

  /** The latest version from before this day that was trained under the settings of this run. */
  public Optional<ModelVersion> lastUnderTheseSettings(String model) {
    return history(model).versions().stream()
        .filter(version -> version.settingsHash().equals(settingsHash))
        .max(Comparator.comparing(ModelVersion::asOf));
  }

  /**
   * Fits all models, then measures all, then lets the gate decide on each, and opens what serves.
   *
   * @param models of this job; none where there is nothing to train
   * @throws org.reelhouse.PipelineException if an earlier version serves that cannot be opened
   */
  public Rollout train(List<? extends TrainedModel<?>> models) {
    return new Rollout(this).with(models);
  }

  /** The same of one or two models. */
  public Rollout train(TrainedModel<?>... models) {
    return train(List.of(models));
  }

  /** What was known of a model before this day. */
  History history(String model) {
    return registry().historyBefore(context.asOf(), model);
  }

  /** What the lake held of all models when the run began. */
  Registry registry() {
    if (registry == null) {
      registry = Registry.read(lake);
    }
    return registry;
  }

  Lake lake() {
    return lake;
  }

  RunContext context() {
    return context;
  }

  String job() {
    return job;
  }

  ModelsSettings settings() {
    return settings;
  }

  String settingsHash() {
    return settingsHash;
  }

  Map<String, Long> tablesRead() {
    return tablesRead;
  }

  /** The version of this run: its as-of date as {@code yyyyMMdd}. */
  int version() {
    return Integer.parseInt(context.asOf().format(DateTimeFormatter.BASIC_ISO_DATE));
  }

  /** Seconds since the run began, to a thousandth. */
  double seconds() {
    return Math.round((System.nanoTime() - start) / 1e6) / 1e3;
  }
}
