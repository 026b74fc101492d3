package org.reelhouse.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.Job;
import org.reelhouse.PipelineException;
import org.reelhouse.RunContext;
import org.reelhouse.Tally;
import org.reelhouse.lake.DeltaLake;
import org.reelhouse.lake.Lake;
import org.reelhouse.pipeline.JobReport;
import org.reelhouse.pipeline.JobRunner;
import org.reelhouse.pipeline.PipelineSettings;
import org.reelhouse.storage.ModelFolder;
import org.reelhouse.storage.ModelStore.SavedModel;
import org.reelhouse.tables.Ops;
import org.reelhouse.testing.ScriptedJob;
import org.reelhouse.testing.SparkTest;
import org.reelhouse.testing.TestSettings;

@Tag("slow")
@SparkTest
class TrainingRunTest {
  private static final String MODEL = "themes";

  @TempDir private Path folder;
  private final List<String> served = new ArrayList<>();
  private ModelsSettings models = TestSettings.shipped().of(ModelsSettings.class);

  private static LocalDate date(int day) {
    return LocalDate.of(2026, 1, day);
  }

  private DeltaLake lake(SparkSession spark, int day) {
    return new DeltaLake(spark, folder.toString(), "run of " + day);
  }

  /** Trains a model that is a text, whose quality is given, and notes the text that serves. */
  private Job trainer(String text, double npmi, boolean fails) {
    return trainer(TextModel.of(text, npmi), fails);
  }

  private Job trainer(TextModel model, boolean fails) {
    ScriptedJob[] self = new ScriptedJob[1];
    self[0] =
        new ScriptedJob(
            "trainer",
            TrainingRun.READS,
            TrainingRun.WRITES,
            (lake, context) -> train(lake, context, self[0], model, fails));
    return self[0];
  }

  private List<Tally> train(
      Lake lake, RunContext context, Job job, TextModel model, boolean fails) {
    Rollout rollout =
        TrainingRun.begin(lake, context, job, models, new PipelineSettings(1))
            .train(List.of(model));
    rollout.serving(model).ifPresent(serving -> served.add(serving.first().model()));
    rollout.publish();
    if (fails) {
      throw new PipelineException("Cannot go on.");
    }
    return List.of();
  }

  private JobReport run(SparkSession spark, int day, Job job) {
    return new JobRunner(
            lake(spark, day), TestSettings.shipped(), date(day), "run of " + day, Clock.systemUTC())
        .run(job);
  }

  private List<Path> saved() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("models"))) {
      return files.filter(file -> file.endsWith("text")).sorted().toList();
    }
  }

  private Decider ann() {
    return new Decider("ann", Instant.EPOCH, null);
  }

  @Test
  void recordsWhatAVersionWasMadeOf(SparkSession spark) {
    run(spark, 1, trainer("one", 0.2, false));

    ModelVersion version = ModelVersion.all(lake(spark, 1)).get(0);
    assertThat(version.version()).isEqualTo(20260101);
    assertThat(version.runId()).isEqualTo("run of 1");
    assertThat(version.codeCommit()).matches("[0-9a-f]{40}(-dirty)?|unknown");
    assertThat(version.settingsHash()).matches("[0-9a-f]{64}");
    assertThat(version.sha256()).matches("[0-9a-f]{64}");
    assertThat(version.path()).startsWith("models/themes/version=20260101/");
    assertThat(version.serving()).isEqualTo(TrafficSplit.all(20260101));
  }

  @Test
  void theLastGoodVersionGoesOnServingAndTheRunSaysSo(SparkSession spark) {
    run(spark, 1, trainer("good", 0.2, false));
    JobReport report = run(spark, 2, trainer("bad", 0.1, false));
    run(spark, 3, trainer("better", 0.21, false));

    assertThat(served).containsExactly("good", "good", "better");
    assertThat(report.notes()).singleElement().asString().contains("does not serve");
  }

  @Test
  void aRerunReplacesTheVersionOfItsDayAndDecidesTheSame(SparkSession spark) throws IOException {
    run(spark, 1, trainer("good", 0.2, false));
    run(spark, 2, trainer("bad", 0.1, false));
    run(spark, 1, trainer("good again", 0.2, false));

    assertThat(saved()).hasSize(2);
    assertThat(ModelVersion.all(lake(spark, 2))).hasSize(2);
    assertThat(served).containsExactly("good", "good", "good again");
  }

  @Test
  void aFailedRunLeavesTheVersionsThatWereThere(SparkSession spark) throws IOException {
    run(spark, 1, trainer("old", 0.2, false));
    run(spark, 2, trainer("older than the last", 0.2, false));
    run(spark, 3, trainer("good", 0.2, false));
    List<Path> before = saved();
    models = keeping(1);

    JobReport report = run(spark, 3, trainer("half", 0.3, true));

    assertThat(report.done()).isFalse();
    assertThat(saved()).hasSize(3).isEqualTo(before);
    assertThat(ModelVersion.all(lake(spark, 3)))
        .extracting(ModelVersion::filesRemoved)
        .containsOnlyNulls();
    ModelVersion version = ModelVersion.all(lake(spark, 3)).get(2);
    assertThat(version.files(lake(spark, 3)).text("text")).isEqualTo("good");
  }

  @Test
  void aRunThatCannotDeleteTheOneBeforeIsDoneAndNamesWhatIsLeft(SparkSession spark)
      throws IOException {
    run(spark, 1, trainer("good", 0.2, false));
    SparkSession stuck = spark.newSession();
    stuck.conf().set("fs.file.impl", HeldModels.class.getName());
    stuck.conf().set("fs.file.impl.disable.cache", "true");

    JobReport report = run(stuck, 1, trainer("good again", 0.2, false));

    assertThat(report.failure()).isNull();
    assertThat(saved()).hasSize(2);
    String kept = ModelVersion.all(lake(spark, 1)).get(0).path();
    assertThat(report.notes())
        .singleElement()
        .asString()
        .startsWith("cannot delete the folders beside " + kept + ": ")
        .contains("held by another program", "delete it by hand");
  }

  /** The local disk, on which another program holds all that is below {@code models}. */
  static final class HeldModels extends LocalFileSystem {
    @Override
    public boolean delete(org.apache.hadoop.fs.Path path, boolean recursive) throws IOException {
      if (path.toUri().getPath().contains("/models/")) {
        throw new IOException("held by another program");
      }
      return super.delete(path, recursive);
    }
  }

  @Test
  void refusesToServeFilesThatWereChanged(SparkSession spark) throws IOException {
    run(spark, 1, trainer("good", 0.2, false));
    Path file = saved().get(0);
    Files.delete(file.resolveSibling(".text.crc"));
    Files.writeString(file, "changed");

    JobReport report = run(spark, 2, trainer("bad", 0.1, false));

    assertThat(report.failure())
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("its files are not those that were saved");
  }

  @Test
  void aPersonPromotesRollsBackAndReleases(SparkSession spark) {
    run(spark, 1, trainer("one", 0.2, false));
    run(spark, 2, trainer("two", 0.21, false));
    DeltaLake lake = lake(spark, 2);

    ann().rollback(lake, MODEL, null);
    run(spark, 3, trainer("three", 0.3, false));
    ann().promote(lake, MODEL, 20260102, 1, LocalDate.of(2026, 1, 4));
    run(spark, 4, trainer("four", 0.3, false));
    ann().release(lake, MODEL, LocalDate.of(2026, 1, 5));
    run(spark, 5, trainer("five", 0.3, false));

    assertThat(served).containsExactly("one", "two", "one", "two", "five");
    assertThat(Decision.all(lake))
        .extracting(Decision::number, Decision::by)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, "ann"),
            org.assertj.core.groups.Tuple.tuple(2, "ann"),
            org.assertj.core.groups.Tuple.tuple(3, "ann"));
  }

  @Test
  void tellsWhatHasChangedSinceTheVersionThatServed(SparkSession spark) {
    run(spark, 1, trainer("one", 0.2, false));
    JobReport same = run(spark, 2, trainer("two", 0.2, false));
    JobReport other = run(spark, 3, trainer("another", 0.2, false));

    assertThat(same.notes()).isEmpty();
    assertThat(other.notes()).singleElement().asString().startsWith("themes: length (stability");
    Map<String, Double> byDay = new TreeMap<>();
    lake(spark, 3)
        .read(Ops.DATA_QUALITY)
        .where("check = 'drift_psi'")
        .collectAsList()
        .forEach(row -> byDay.put(row.getAs("as_of").toString(), row.getAs("value")));
    assertThat(byDay).containsOnlyKeys("2026-01-02", "2026-01-03");
    assertThat(byDay.get("2026-01-02")).isZero();
    assertThat(byDay.get("2026-01-03")).isGreaterThan(1);
  }

  @Test
  void failsWhereMoreHasChangedThanMay(SparkSession spark) {
    run(spark, 1, trainer("one", 0.2, false));
    models = failingAbove(0.5);

    JobReport report = run(spark, 2, trainer("another", 0.2, false));

    assertThat(report.failure()).hasMessageContaining("models.drift.fail-above");
    assertThat(ModelVersion.all(lake(spark, 2))).hasSize(1);
  }

  private static ModelsSettings failingAbove(double index) {
    ModelsSettings shipped = TestSettings.shipped().of(ModelsSettings.class);
    return new ModelsSettings(
        true, 30, shipped.gates(), new ModelsSettings.Drift(0.25, index, 100), shipped.mlflow());
  }

  private static ModelsSettings keeping(int versions) {
    ModelsSettings shipped = TestSettings.shipped().of(ModelsSettings.class);
    return new ModelsSettings(true, versions, shipped.gates(), shipped.drift(), shipped.mlflow());
  }

  @Test
  void removesTheFilesOfVersionsThatNobodyNeedsAndSaysSo(SparkSession spark) throws IOException {
    models = keeping(1);
    run(spark, 1, trainer("one", 0.2, false));
    run(spark, 2, trainer("two", 0.2, false));
    assertThat(saved()).hasSize(2);

    run(spark, 3, trainer("one", 0.2, false));

    assertThat(folder.resolve("models/themes"))
        .isDirectoryNotContaining("glob:**version=20260101")
        .isDirectoryContaining("glob:**version=20260102");
    DeltaLake lake = lake(spark, 3);
    assertThat(ModelVersion.all(lake))
        .extracting(ModelVersion::filesRemoved)
        .containsExactly(LocalDate.of(2026, 1, 3), null, null);
    assertThatThrownBy(() -> ann().promote(lake, MODEL, 20260101, 1, null))
        .hasMessageContaining("its files are gone; the run of 2026-01-03 removed them");
  }

  @Test
  void twoVersionsShareTheUsersAndARollbackEndsThat(SparkSession spark) {
    run(spark, 1, trainer("one", 0.2, false));
    run(spark, 2, trainer("two", 0.1, false));
    DeltaLake lake = lake(spark, 2);

    Decision both = ann().promote(lake, MODEL, 20260102, 0.5, null);
    Decision first = ann().rollback(lake, MODEL, null);

    assertThat(both.serving()).isEqualTo(TrafficSplit.between(20260101, 20260102, 0.5));
    assertThat(first.serving()).isEqualTo(TrafficSplit.all(20260101));
  }

  @Test
  void saysWhatCannotBeDecided(SparkSession spark) {
    DeltaLake lake = lake(spark, 1);
    assertThatThrownBy(() -> ann().rollback(lake, MODEL, null))
        .hasMessageContaining("this lake has no models");
    run(spark, 1, trainer("one", 0.2, false));

    assertThatThrownBy(() -> ann().rollback(lake, MODEL, null))
        .hasMessageContaining("no version before 20260101 was promoted");
    assertThatThrownBy(() -> ann().promote(lake, MODEL, 20251231, 1, null))
        .hasMessageContaining("Its versions are 20260101");
    assertThatThrownBy(() -> ann().promote(lake, "films", 20260101, 1, null))
        .hasMessageContaining("Its models are themes");
    assertThatThrownBy(() -> ann().promote(lake, MODEL, 20260101, 0.5, null))
        .hasMessageContaining("it serves already");
    assertThatThrownBy(() -> ann().release(lake, MODEL, null))
        .hasMessageContaining("its gate decides already");
  }

  @Test
  void modelsAreAllFittedBeforeTheFirstIsMeasured(SparkSession spark) {
    List<String> calls = new ArrayList<>();
    ScriptedJob job =
        new ScriptedJob(
            "trainer", TrainingRun.READS, TrainingRun.WRITES, (lake, context) -> List.of());
    TrainedModel<String> one = new Recorded(TextModel.of("one", 0.2), calls);
    TrainedModel<String> two =
        new Recorded(TextModel.of("other", Optional.of("two"), 0.2, 1), calls);

    Rollout rollout =
        TrainingRun.begin(
                lake(spark, 1),
                new RunContext(date(1), "run of 1"),
                job,
                models,
                new PipelineSettings(1))
            .train(one, two);
    rollout.publish();

    assertThat(calls)
        .containsExactly(
            "fit one",
            "fit two",
            "measure one",
            "measure two",
            "save two",
            "monitor two",
            "save one",
            "monitor one");
  }

  /** Notes which methods are called. */
  private record Recorded(TextModel model, List<String> calls) implements TrainedModel<String> {
    private void called(String method) {
      calls.add(method + " " + model.text().orElseThrow());
    }

    @Override
    public String name() {
      return model.name();
    }

    @Override
    public Optional<String> fit() {
      called("fit");
      return model.fit();
    }

    @Override
    public List<Measure> measure(String fitted) {
      called("measure");
      return model.measure(fitted);
    }

    @Override
    public Description describe(String fitted) {
      return model.describe(fitted);
    }

    @Override
    public int layout() {
      return model.layout();
    }

    @Override
    public void save(String fitted, ModelFolder folder) {
      called("save");
      model.save(fitted, folder);
    }

    @Override
    public String open(SavedVersion saved) {
      called("open");
      return model.open(saved);
    }

    @Override
    public Monitored monitor(String serving) {
      called("monitor");
      return model.monitor(serving);
    }
  }

  @Test
  void recordsNoVersionOfAModelThatHadTooLittleToBeFittedTo(SparkSession spark) {
    run(spark, 1, trainer(TextModel.of(MODEL, Optional.empty(), 0.2, 1), false));

    assertThat(served).isEmpty();
    assertThat(ModelVersion.all(lake(spark, 1))).isEmpty();
  }

  @Test
  void aRerunThatTrainsNothingTakesTheVersionOfItsDayBack(SparkSession spark) {
    run(spark, 1, trainer("one", 0.2, false));

    run(spark, 1, trainer(TextModel.of(MODEL, Optional.empty(), 0.2, 1), false));

    assertThat(ModelVersion.all(lake(spark, 1))).isEmpty();
    assertThat(lake(spark, 1).count(Ops.MODEL_METRIC)).isZero();
  }

  @Test
  void noVersionServesWhereTheFirstIsBeyondTheLimitOfItsGate(SparkSession spark) {
    models = limitedTo(0.25);
    JobReport first = run(spark, 1, trainer("bad", 0.2, false));
    run(spark, 2, trainer("good", 0.3, false));
    run(spark, 3, trainer("bad again", 0.2, false));

    assertThat(served).containsExactly("good", "good");
    assertThat(first.notes())
        .singleElement()
        .asString()
        .contains("the limit for any version 0.25; no version serves");
    assertThat(ModelVersion.all(lake(spark, 3)))
        .extracting(ModelVersion::serving)
        .containsExactly(TrafficSplit.NONE, TrafficSplit.all(20260102), TrafficSplit.all(20260102));
  }

  private static ModelsSettings limitedTo(double limit) {
    ModelsSettings shipped = TestSettings.shipped().of(ModelsSettings.class);
    Map<String, ModelsSettings.Gate> gates =
        Map.of(MODEL, new ModelsSettings.Gate("npmi", null, "higher", 0.03, limit));
    return new ModelsSettings(true, 30, gates, shipped.drift(), shipped.mlflow());
  }

  @Test
  void opensVersionsOfItsLayoutAndRefusesThoseOfAnother(SparkSession spark) {
    run(spark, 1, trainer("good", 0.2, false));
    JobReport same = run(spark, 2, trainer("bad", 0.1, false));
    JobReport other =
        run(spark, 3, trainer(TextModel.of(MODEL, Optional.of("worse"), 0.1, 2), false));

    assertThat(same.failure()).isNull();
    assertThat(other.failure())
        .isInstanceOf(PipelineException.class)
        .hasMessage(
            "Cannot serve themes 20260101: its files have layout 1, and this version of Reelhouse"
                + " reads layout 2. Let a version that it trained serve with reelhouse models"
                + " promote.");
  }

  @Test
  void opensVersionsFromBeforeLayoutsHadNumbers(SparkSession spark) {
    DeltaLake lake = lake(spark, 1);
    SavedModel saved = lake.models().save(MODEL, 20260101, folder -> folder.save("text", "old"));

    assertThat(ModelManifest.layout(lake.models().open(saved.path(), saved.sha256()))).isEqualTo(1);
  }
}
