package org.reelhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.Job;
import org.reelhouse.cli.jobs.Jobs;
import org.reelhouse.lake.ContentHash;
import org.reelhouse.lake.DeltaLake;
import org.reelhouse.pipeline.JobReport;
import org.reelhouse.pipeline.JobRunner;
import org.reelhouse.pipeline.Pipeline;
import org.reelhouse.pipeline.Progress;
import org.reelhouse.tables.Gold;
import org.reelhouse.tables.Ops;
import org.reelhouse.tables.Silver;
import org.reelhouse.tables.Table;
import org.reelhouse.tables.Tables;
import org.reelhouse.testing.ShuffledCopy;
import org.reelhouse.testing.SparkTest;
import org.reelhouse.testing.TestSettings;

/**
 * The whole pipeline on data-samples: complete, repeatable, and what it was when last looked at.
 */
@Tag("slow")
@SparkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenRunTest {
  private static final Path SAMPLES = Path.of("..", "..", "data-samples").toAbsolutePath();
  private static final List<String> MAY_BE_EMPTY =
      List.of(Gold.TREND_ALERT.name(), Silver.TITLE_ALIAS.name(), Silver.TITLE_INFERENCE.name());

  private static final LocalDate DAY = LocalDate.of(2026, 1, 31);
  private static final Path GOLDEN = Path.of("src/test/resources/golden.json");

  @TempDir static Path folder;
  private List<JobReport> reports = List.of();
  private Map<String, ContentHash> content = Map.of();

  @BeforeAll
  void runsOnTheSamples(SparkSession spark) {
    DeltaLake lake = lake(spark, "lake");
    reports = run(lake, SAMPLES);
    content = content(lake);
  }

  private DeltaLake lake(SparkSession spark, String name) {
    return new DeltaLake(spark, folder.resolve(name).toString(), "golden");
  }

  private static List<JobReport> run(DeltaLake lake, Path data) {
    JobRunner runner =
        new JobRunner(
            lake,
            TestSettings.shipped(Map.of("data", data.toString())),
            DAY,
            "golden",
            Clock.systemUTC());
    Set<String> all = Jobs.all().stream().map(Job::name).collect(Collectors.toSet());
    return new Pipeline(runner, new Silence(), 2).run(Jobs.graph(), all);
  }

  private static Map<String, ContentHash> content(DeltaLake lake) {
    Map<String, ContentHash> content = new TreeMap<>();
    for (Table table : Tables.all()) {
      if (lake.version(table).isPresent()) {
        content.put(table.name(), ContentHash.of(table, lake.read(table)));
      }
    }
    return content;
  }

  /** All tables but those that people alone write to. */
  private static List<Table> written() {
    return Tables.all().stream().filter(table -> table != Ops.MODEL_DECISION).toList();
  }

  @Test
  void everyJobIsDoneAndItsRowsAddUp() {
    assertThat(reports).hasSameSizeAs(Jobs.all());
    assertThat(reports).extracting(JobReport::failure).containsOnlyNulls();
    assertThat(reports).flatExtracting(JobReport::tallies).allMatch(tally -> tally.addsUp());
  }

  @Test
  void everyTableIsThereAndNoneButAlertsAliasesAndInferencesIsEmpty() {
    assertThat(content.keySet())
        .containsExactlyInAnyOrderElementsOf(written().stream().map(Table::name).toList());
    assertThat(content)
        .allSatisfy(
            (table, hash) ->
                assertThat(hash.rows() > 0 || MAY_BE_EMPTY.contains(table)).as(table).isTrue());
  }

  @Test
  void theKeysOfEveryTableAreUnique(SparkSession spark) {
    DeltaLake lake = lake(spark, "lake");
    for (Table table : written()) {
      assertThat(
              lake.read(table)
                  .groupBy(table.key().stream().map(functions::col).toArray(Column[]::new))
                  .count()
                  .where("count > 1")
                  .isEmpty())
          .as("no two rows of %s have the same %s", table, table.key())
          .isTrue();
    }
  }

  @Test
  void theRowsOfEachTableAreThoseOfTheGoldenRun() throws IOException {
    ObjectNode actual = new ObjectMapper().createObjectNode();
    content.forEach((table, hash) -> actual.put(table, hash.rows()));

    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(GOLDEN, actual.toPrettyString() + "\n");
    }
    assertThat(actual.toPrettyString())
        .as("If the change is meant, run scripts/generate --golden")
        .isEqualToIgnoringNewLines(Files.readString(GOLDEN));
  }

  @Test
  void aRerunChangesNothingAndLandsNoSnapshot(SparkSession spark) {
    DeltaLake lake = lake(spark, "lake");

    run(lake, SAMPLES);

    assertThat(content(lake)).isEqualTo(content);
  }

  @Test
  void neitherTheOrderOfRowsNorThePartitionsNorAdaptivePlansMatter(SparkSession spark)
      throws IOException {
    Path shuffled = ShuffledCopy.of(SAMPLES, folder.resolve("shuffled"), 7);
    SparkSession other = spark.newSession();
    other.conf().set("spark.sql.shuffle.partitions", "7");
    other.conf().set("spark.sql.adaptive.enabled", "true");
    other.conf().set("spark.sql.adaptive.coalescePartitions.enabled", "false");
    DeltaLake lake = lake(other, "other");

    run(lake, shuffled);

    assertThat(content(lake)).isEqualTo(content);
  }

  private static final class Silence implements Progress {
    @Override
    public void started(String job, int number, int total) {}

    @Override
    public void ended(JobReport report, int number, int total) {}

    @Override
    public void skipped(String job, int number, int total) {}
  }
}
