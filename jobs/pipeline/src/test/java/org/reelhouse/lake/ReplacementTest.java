package org.reelhouse.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.exceptions.DeltaConcurrentModificationException;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.tables.DeltaTable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.PipelineException;
import org.reelhouse.tables.Table;
import org.reelhouse.testing.Rows;
import org.reelhouse.testing.SparkTest;

@SparkTest
class ReplacementTest {
  private static final String COLUMNS =
      "id INT NOT NULL COMMENT 'Key', name STRING NOT NULL COMMENT 'Name', day STRING COMMENT 'Day'";
  private static final Table MOVIE =
      Table.of("silver.movie", "A movie.", COLUMNS, "id")
          .partitionedBy("day")
          .check("id_positive", "id > 0");

  @TempDir Path folder;

  private DeltaLake lake(SparkSession spark) {
    return new DeltaLake(spark, folder.toString(), "run-1");
  }

  /** What Delta's own reader finds. */
  private Dataset<Row> delta(SparkSession spark) {
    return spark.read().format("delta").load(path());
  }

  private String path() {
    return folder.resolve("silver/movie").toString();
  }

  private long commit(
      SparkSession spark,
      OptimisticTransaction transaction,
      Map<String, String> slice,
      Dataset<Row> rows) {
    DefaultEngine engine = DefaultEngine.create(spark.sessionState().newHadoopConf());
    return new Replacement(MOVIE, slice, "run-2")
        .commit(transaction, version -> TableSnapshot.of(engine, path(), version), rows);
  }

  private static Dataset<Row> movie(SparkSession spark, int id, String name, String day) {
    return Rows.of(MOVIE).with("id", id, "name", name, "day", day).in(spark);
  }

  private static List<String> names(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(row -> row.<String>getAs("name")).sorted().toList();
  }

  @Test
  void aCommitOfAnotherWriterInBetweenWins(SparkSession spark) {
    DeltaLake lake = lake(spark);
    lake.replace(MOVIE, movie(spark, 1, "Heat", "a"));
    OptimisticTransaction begun = DeltaLog.startTransaction(spark, path());

    lake.replace(MOVIE, movie(spark, 2, "Ran", "b"));

    assertThatThrownBy(() -> commit(spark, begun, Map.of(), movie(spark, 3, "Alien", "c")))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("another run wrote it at the same time")
        .hasCauseInstanceOf(DeltaConcurrentModificationException.class);
    assertThat(names(lake.read(MOVIE))).containsExactly("Ran");
    assertThat(names(delta(spark))).containsExactly("Ran");
  }

  @Test
  void oneOfTwoWritersMakesATableThatWasNotThere(SparkSession spark) {
    OptimisticTransaction begun = DeltaLog.startTransaction(spark, path());
    lake(spark).replace(MOVIE, movie(spark, 1, "Heat", "a"));

    assertThatThrownBy(() -> commit(spark, begun, Map.of(), movie(spark, 2, "Ran", "b")))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("another run wrote it at the same time")
        .hasCauseInstanceOf(DeltaConcurrentModificationException.class);
    assertThat(names(delta(spark))).containsExactly("Heat");
  }

  @Test
  void aSliceIsNotReplacedOnTopOfAnotherThatChangedInBetween(SparkSession spark) {
    DeltaLake lake = lake(spark);
    lake.replace(MOVIE, movie(spark, 1, "Heat", "a").union(movie(spark, 2, "Ran", "b")));
    OptimisticTransaction begun = DeltaLog.startTransaction(spark, path());

    lake.replaceSlice(MOVIE, Map.of("day", "b"), movie(spark, 3, "Alien", "b"));

    assertThatThrownBy(() -> commit(spark, begun, Map.of("day", "a"), movie(spark, 4, "Duel", "a")))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("another run wrote it at the same time")
        .hasCauseInstanceOf(DeltaConcurrentModificationException.class);
    assertThat(names(delta(spark))).containsExactly("Alien", "Heat");
  }

  @Test
  void writersOfOneProcessTakeTurns(SparkSession spark) {
    lake(spark).replace(MOVIE, movie(spark, 9, "Heat", "d0"));

    IntStream.rangeClosed(1, 4)
        .parallel()
        .forEach(
            i ->
                lake(spark)
                    .replaceSlice(
                        MOVIE, Map.of("day", "d" + i), movie(spark, i, "n" + i, "d" + i)));

    assertThat(names(delta(spark))).containsExactly("Heat", "n1", "n2", "n3", "n4");
    assertThat(lake(spark).version(MOVIE)).hasValue(4);
  }

  @Test
  void filesWithoutACommitAreNoRows(SparkSession spark) {
    DeltaLake lake = lake(spark);
    lake.replace(MOVIE, movie(spark, 1, "Heat", "a"));
    OptimisticTransaction abandoned = DeltaLog.startTransaction(spark, path());
    abandoned.writeFiles(
        Conformance.conform(MOVIE, movie(spark, 2, "Ran", "a")), scala.Option.empty());

    assertThat(names(lake(spark).read(MOVIE))).containsExactly("Heat");
    assertThat(lake.count(MOVIE)).isEqualTo(1);

    lake.replace(MOVIE, movie(spark, 3, "Alien", "a"));

    assertThat(names(lake.read(MOVIE))).containsExactly("Alien");
    assertThat(names(delta(spark))).containsExactly("Alien");
  }

  @Test
  void aFailureAmongTheRowsLeavesTheTableAsItWas(SparkSession spark) {
    DeltaLake lake = lake(spark);
    lake.replace(MOVIE, movie(spark, 1, "Heat", "a"));
    Dataset<Row> failing =
        movie(spark, 2, "Ran", "a")
            .union(movie(spark, 3, "Alien", "a"))
            .withColumn(
                "name",
                when(col("id").equalTo(3), raise_error(lit("boom"))).otherwise(col("name")));

    assertThatThrownBy(() -> lake.replace(MOVIE, failing)).hasStackTraceContaining("boom");

    assertThat(lake.version(MOVIE)).hasValue(0);
    assertThat(names(lake.read(MOVIE))).containsExactly("Heat");
  }

  @Test
  void aRowOfAnotherSliceIsRefusedAndTheTableIsAsItWas(SparkSession spark) {
    DeltaLake lake = lake(spark);
    lake.replace(MOVIE, movie(spark, 1, "Heat", "a").union(movie(spark, 2, "Ran", "b")));

    assertThatThrownBy(
            () -> lake.replaceSlice(MOVIE, Map.of("day", "a"), movie(spark, 3, "Alien", "b")))
        .isInstanceOf(PipelineException.class)
        .hasMessage(
            "Cannot write the slice {day=a} of silver.movie: a row belongs to {day=b}. Mend the job; the table is as it was.");
    assertThat(names(lake.read(MOVIE))).containsExactly("Heat", "Ran");
  }

  @Test
  void everyOneOfManyFilesIsReplaced(SparkSession spark) {
    DeltaLake lake = lake(spark);
    lake.replace(MOVIE, ofManyDays(spark, 40));
    lake.replace(MOVIE, ofManyDays(spark, 36));

    assertThat(delta(spark).inputFiles()).hasSize(36);
    assertThat(delta(spark).count()).isEqualTo(36);
    assertThat(lake.count(MOVIE)).isEqualTo(36);
  }

  /** One file for each day. */
  private static Dataset<Row> ofManyDays(SparkSession spark, int days) {
    Rows rows = Rows.of(MOVIE);
    IntStream.rangeClosed(1, days)
        .forEach(i -> rows.with("id", i, "name", "n" + i, "day", "d" + i));
    return rows.in(spark);
  }

  @Test
  void addsTheColumnsThatTheTableLacksAndKeepsTheOthers(SparkSession spark) {
    DeltaLake lake = lake(spark);
    Table longer =
        Table.of("silver.movie", "A movie.", COLUMNS + ", year INT COMMENT 'Year'", "id")
            .partitionedBy("day")
            .check("id_positive", "id > 0");
    lake.replace(MOVIE, movie(spark, 1, "Heat", "a").union(movie(spark, 2, "Ran", "b")));

    lake.replaceSlice(
        longer, Map.of("day", "b"), movie(spark, 3, "Alien", "b").withColumn("year", lit(1979)));

    assertThat(lake.read(longer).orderBy("id").collectAsList())
        .extracting(row -> row.getAs("name") + " " + row.getAs("year"))
        .containsExactly("Heat null", "Alien 1979");
    assertThat(lake.read(longer).schema().apply("year").getComment().get()).isEqualTo("Year");
    assertThat(lake.readVersion(longer, 0).orElseThrow().columns()).doesNotContain("year");
  }

  @Test
  void refusesATableWithOtherColumnsAndLeavesItAsItWas(SparkSession spark) {
    DeltaLake lake = lake(spark);
    Table retyped =
        Table.of("silver.movie", "A movie.", "id LONG, name STRING NOT NULL, day STRING", "id");
    Table shorter = Table.of("silver.movie", "A movie.", "id INT NOT NULL, day STRING", "id");
    lake.replace(MOVIE, movie(spark, 1, "Heat", "a"));

    for (Table other : List.of(retyped, shorter)) {
      assertThatThrownBy(() -> lake.replace(other, Rows.of(other).with("day", "b").in(spark)))
          .isInstanceOf(PipelineException.class)
          .hasMessageStartingWith("Cannot write silver.movie: its columns in the lake are id INT")
          .hasMessageEndingWith(
              "Use a new lake, or remove the folder silver/movie of the lake and run the jobs again.");
    }
    assertThat(names(lake.read(MOVIE))).containsExactly("Heat");
  }

  @Test
  void commentsConstraintsAndLayoutOutliveEveryReplacement(SparkSession spark) {
    DeltaLake lake = lake(spark);
    lake.replace(MOVIE, movie(spark, 1, "Heat", "a"));
    lake.replace(MOVIE, movie(spark, 2, "Ran", "b"));

    Row detail = DeltaTable.forPath(spark, path()).detail().head();
    assertThat(detail.<String>getAs("description")).isEqualTo("A movie.");
    assertThat(detail.<String>getList(detail.fieldIndex("partitionColumns")))
        .containsExactly("day");
    assertThat(detail.<String, String>getJavaMap(detail.fieldIndex("properties")))
        .containsEntry("delta.constraints.id_positive", "id > 0")
        .containsEntry("delta.dataSkippingStatsColumns", "`id`");
    assertThat(Arrays.stream(delta(spark).schema().fields()))
        .extracting(field -> field.name() + ": " + field.getComment().get())
        .containsExactly("id: Key", "name: Name", "day: Day");
  }

  @Test
  void deltasOwnWriterHasToKeepTheConstraintsToo(SparkSession spark) {
    lake(spark).replace(MOVIE, movie(spark, 1, "Heat", "a"));
    Dataset<Row> negative = movie(spark, -1, "Ran", "a");
    Dataset<Row> nameless = Rows.of(MOVIE).with("id", 2, "day", "a").in(spark);

    assertThatThrownBy(() -> append(negative)).hasStackTraceContaining("id_positive");
    assertThatThrownBy(() -> append(nameless)).hasStackTraceContaining("NOT_NULL");
    assertThat(names(delta(spark))).containsExactly("Heat");
  }

  private void append(Dataset<Row> rows) {
    rows.write().format("delta").mode("append").save(path());
  }

  @Test
  void theHistoryNamesTheRunOfEachCommit(SparkSession spark) {
    lake(spark).replace(MOVIE, movie(spark, 1, "Heat", "a"));
    new DeltaLake(spark, folder.toString(), "run-2").replace(MOVIE, movie(spark, 2, "Ran", "b"));

    assertThat(DeltaTable.forPath(spark, path()).history().orderBy("version").collectAsList())
        .extracting(commit -> commit.getAs("operation") + " " + commit.getAs("userMetadata"))
        .containsExactly("WRITE run-1", "WRITE run-2");
  }

  @Test
  void noRowsInPlaceOfNoRowsIsNoCommit(SparkSession spark) {
    DeltaLake lake = lake(spark);
    lake.replace(MOVIE, movie(spark, 1, "Heat", "a").limit(0));
    lake.replace(MOVIE, movie(spark, 1, "Heat", "a").limit(0));

    assertThat(lake.version(MOVIE)).hasValue(0);
    assertThat(lake.read(MOVIE).isEmpty()).isTrue();
    assertThat(Arrays.stream(lake.read(MOVIE).schema().fields()).map(StructField::name))
        .containsExactly("id", "name", "day");
  }
}
