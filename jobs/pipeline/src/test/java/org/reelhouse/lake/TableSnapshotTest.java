package org.reelhouse.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.tables.Table;
import org.reelhouse.testing.Rows;
import org.reelhouse.testing.SparkTest;

/** What the lake reads of a table is what Delta's own reader reads. */
@SparkTest
class TableSnapshotTest {
  private static final Table EVENT =
      Table.of(
              "ops.event",
              "An event.",
              """
              id INT NOT NULL COMMENT 'Key', source STRING, part STRING, price DECIMAL(9,2),
              day DATE, at TIMESTAMP, words ARRAY<STRING>, counts MAP<STRING, BIGINT>
              """,
              "id")
          .partitionedBy("source", "part");

  @TempDir Path folder;

  private DeltaLake lake(SparkSession spark) {
    return new DeltaLake(spark, folder.toString(), "run-1");
  }

  private String path() {
    return folder.resolve("ops/event").toString();
  }

  private TableSnapshot snapshot(SparkSession spark) {
    Engine engine = DefaultEngine.create(spark.sessionState().newHadoopConf());
    return TableSnapshot.of(engine, path(), DeltaLog.version(spark, path()).orElseThrow());
  }

  private static Rows events() {
    return Rows.of(EVENT)
        .with("id", 1, "source", "tmdb", "part", "a b", "price", new BigDecimal("12.50"))
        .with("id", 2, "source", "50 % off", "part", "x=y/z", "day", Date.valueOf("1999-12-31"))
        .with("id", 3, "source", "アニメ", "part", "é:#?&+", "words", new String[] {"a", null})
        .with("id", 4, "source", null, "part", "2020-01-01", "counts", Map.of("a", 1L))
        .with("id", 5, "source", "007", "part", "", "at", Timestamp.valueOf("2020-02-29 12:00:00"))
        .with("id", 6, "source", "true", "part", null);
  }

  /** Ours, row by row, against Delta's own. */
  private void readsAsDeltaDoes(SparkSession spark) {
    Dataset<Row> delta = spark.read().format("delta").load(path());
    Dataset<Row> ours = lake(spark).read(EVENT);

    assertThat(ours.columns()).isEqualTo(delta.columns());
    assertThat(ours.orderBy("id").collectAsList()).isEqualTo(delta.orderBy("id").collectAsList());
    assertThat(lake(spark).count(EVENT)).isEqualTo(delta.count());
  }

  @Test
  void readsEveryTypeAndEveryPartitionValueAsDeltaDoes(SparkSession spark) {
    lake(spark).replace(EVENT, events().in(spark));

    assertThat(snapshot(spark).isPlain()).isTrue();
    assertThat(snapshot(spark).files()).hasSize(6);
    readsAsDeltaDoes(spark);
  }

  @Test
  void replacesTheSliceOfAnOddPartitionValue(SparkSession spark) {
    DeltaLake lake = lake(spark);
    lake.replace(EVENT, events().in(spark));

    lake.replaceSlice(
        EVENT,
        Map.of("source", "50 % off", "part", "x=y/z"),
        Rows.of(EVENT).with("id", 7, "source", "50 % off", "part", "x=y/z").in(spark));

    assertThat(lake.read(EVENT).orderBy("id").collectAsList())
        .extracting(row -> row.getAs("id"))
        .containsExactly(1, 3, 4, 5, 6, 7);
    readsAsDeltaDoes(spark);
  }

  @Test
  void readsMoreThan32FilesAsDeltaDoes(SparkSession spark) {
    Rows rows = Rows.of(EVENT);
    IntStream.range(0, 40).forEach(i -> rows.with("id", i, "source", "s" + i, "part", "p"));
    lake(spark).replace(EVENT, rows.in(spark));

    assertThat(snapshot(spark).files()).hasSize(40);
    readsAsDeltaDoes(spark);
    assertThat(lake(spark).readVersion(EVENT, 0).orElseThrow().count()).isEqualTo(40);
  }

  @Test
  void readsAnEarlierVersionOfManyFiles(SparkSession spark) {
    DeltaLake lake = lake(spark);
    Rows rows = Rows.of(EVENT);
    IntStream.range(0, 40).forEach(i -> rows.with("id", i, "source", "s" + i, "part", "p"));
    lake.replace(EVENT, rows.in(spark));
    lake.replace(EVENT, events().in(spark));

    assertThat(lake.readVersion(EVENT, 0).orElseThrow().count()).isEqualTo(40);
    assertThat(lake.readVersion(EVENT, 1).orElseThrow().count()).isEqualTo(6);
  }

  @Test
  void readsOnFromACheckpointWhereTheLogBeforeItIsGone(SparkSession spark) throws IOException {
    DeltaLake lake = lake(spark);
    for (int i = 0; i < 12; i++) {
      lake.replaceSlice(
          EVENT,
          Map.of("source", "s" + i),
          Rows.of(EVENT).with("id", i, "source", "s" + i, "part", "p").in(spark));
    }
    for (int version = 0; version < 10; version++) {
      Files.delete(folder.resolve("ops/event/_delta_log/%020d.json".formatted(version)));
    }

    readsAsDeltaDoes(spark);
    assertThat(snapshot(spark).rows()).hasValue(12);
    assertThat(lake.readVersion(EVENT, 10).orElseThrow().count()).isEqualTo(11);
    assertThat(lake.readVersion(EVENT, 9)).isEmpty();
  }

  @Test
  void leavesATableWithDeletionVectorsToDelta(SparkSession spark) {
    lake(spark).replace(EVENT, events().in(spark));
    spark.sql(
        "ALTER TABLE delta.`%s` SET TBLPROPERTIES ('delta.enableDeletionVectors' = 'true')"
            .formatted(path()));
    Rows two = Rows.of(EVENT).with("id", 8, "source", "new").with("id", 9, "source", "new");
    two.in(spark).coalesce(1).write().format("delta").mode("append").save(path());
    DeltaTable.forPath(spark, path()).delete("id = 9");

    assertThat(snapshot(spark).isPlain()).isFalse();
    assertThat(snapshot(spark).rows()).isEmpty();
    assertThat(lake(spark).count(EVENT)).isEqualTo(7);
    readsAsDeltaDoes(spark);
  }

  @Test
  void countsTheRowsOfFilesWhoseWriterDidNot(SparkSession spark) {
    lake(spark).replace(EVENT, events().in(spark));
    String statistics = "spark.databricks.delta.stats.collect";
    spark.conf().set(statistics, "false");
    try {
      Rows one = Rows.of(EVENT).with("id", 8, "source", "new");
      one.in(spark).write().format("delta").mode("append").save(path());
    } finally {
      spark.conf().unset(statistics);
    }

    assertThat(snapshot(spark).rows()).isEmpty();
    assertThat(lake(spark).count(EVENT)).isEqualTo(7);
    readsAsDeltaDoes(spark);
  }

  @Test
  void filesOfASliceAreThoseWithItsValues(SparkSession spark) {
    Rows rows =
        Rows.of(EVENT)
            .with("id", 1, "source", "a", "part", "x")
            .with("id", 2, "source", "a", "part", "y")
            .with("id", 3, "source", "b", "part", "x");
    lake(spark).replace(EVENT, rows.in(spark));
    TableSnapshot snapshot = snapshot(spark);

    assertThat(snapshot.filesOf(Map.of())).hasSize(3);
    assertThat(snapshot.filesOf(Map.of("source", "a"))).hasSize(2);
    assertThat(snapshot.filesOf(Map.of("source", "a", "part", "y"))).hasSize(1);
    assertThat(snapshot.filesOf(Map.of("source", "c"))).isEmpty();
  }
}
