package org.reelhouse.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.storage.ModelStore.SavedModel;
import org.reelhouse.tables.Table;
import org.reelhouse.testing.Rows;
import org.reelhouse.testing.SparkTest;

@SparkTest
class ScopedLakeTest {
  private static final Table READ = Table.of("silver.read", "Read.", "id INT", "id");
  private static final Table WRITTEN =
      Table.of("silver.written", "Written.", "id INT, day STRING", "id").partitionedBy("day");
  private static final Table NEW = Table.of("silver.new", "New.", "id INT", "id");
  private static final Table OTHER = Table.of("silver.other", "Other.", "id INT", "id");

  @TempDir Path folder;
  private DeltaLake lake;
  private ScopedLake scoped;

  @BeforeEach
  void aJobBegins(SparkSession spark) {
    lake = new DeltaLake(spark, folder.toString(), "run-1");
    scoped = new ScopedLake(lake, "job", Set.of(READ), Set.of(WRITTEN, NEW));
  }

  private static Dataset<Row> row(SparkSession spark, Table table, int id) {
    return Rows.of(table).with("id", id).in(spark);
  }

  private int id(Table table) {
    return lake.read(table).head().getInt(0);
  }

  @Test
  void refusesToReadATableThatTheJobDoesNotDeclare() {
    refuses(() -> scoped.read(OTHER), "job does not declare that it reads silver.other");
    refuses(() -> scoped.readOrEmpty(OTHER), "job does not declare that it reads silver.other");
    refuses(() -> scoped.readVersion(OTHER, 0), "job does not declare that it reads silver.other");
    refuses(() -> scoped.version(OTHER), "job does not declare that it reads silver.other");
    refuses(() -> scoped.count(WRITTEN), "job does not declare that it reads silver.written");
  }

  @Test
  void refusesToWriteATableThatTheJobDoesNotDeclare(SparkSession spark) {
    String reason = "job does not declare that it writes silver.read";

    refuses(() -> scoped.replace(READ, row(spark, READ, 1)), reason);
    refuses(() -> scoped.replaceSlice(READ, Map.of("id", "1"), row(spark, READ, 1)), reason);
    assertThat(lake.version(READ)).isEmpty();
    assertThat(scoped.versionsWritten()).isEmpty();
  }

  private static void refuses(ThrowingCallable call, String reason) {
    assertThatThrownBy(call).isInstanceOf(IllegalStateException.class).hasMessageContaining(reason);
  }

  @Test
  void remembersWhichVersionsItReadAndWroteAndHowManyRows(SparkSession spark) {
    lake.replace(READ, row(spark, READ, 1));
    lake.replace(READ, row(spark, READ, 2));
    Dataset<Row> rows = Rows.of(WRITTEN).with("id", 1, "day", "a").in(spark);

    scoped.read(READ);
    scoped.replace(WRITTEN, rows);
    scoped.replaceSlice(WRITTEN, Map.of("day", "a"), rows);

    assertThat(scoped.versionsRead()).isEqualTo(Map.of("silver.read", 1L));
    assertThat(scoped.versionsWritten()).isEqualTo(Map.of("silver.written", 1L));
    assertThat(scoped.rowsWritten()).isEqualTo(Map.of("silver.written", 2L));
  }

  @Test
  void theVersionReadIsThatOfTheFirstRead(SparkSession spark) {
    lake.replace(READ, row(spark, READ, 1));
    scoped.read(READ);
    lake.replace(READ, row(spark, READ, 2));
    scoped.readOrEmpty(READ);

    assertThat(scoped.versionsRead()).isEqualTo(Map.of("silver.read", 0L));
  }

  @Test
  void takesBackEveryWriteOfAJobThatFails(SparkSession spark) {
    lake.replace(WRITTEN, row(spark, WRITTEN, 1));
    scoped.replace(WRITTEN, row(spark, WRITTEN, 2));
    scoped.replace(WRITTEN, row(spark, WRITTEN, 3));
    scoped.replace(NEW, row(spark, NEW, 4));

    scoped.takeBack();

    assertThat(id(WRITTEN)).isEqualTo(1);
    assertThat(lake.version(NEW)).isEmpty();
    assertThat(folder.resolve("silver/new")).doesNotExist();
    assertThat(scoped.rowsWritten()).isEmpty();
  }

  @Test
  void aTableThatWasTakenBackIsWrittenAnew(SparkSession spark) {
    scoped.replace(NEW, row(spark, NEW, 1));
    scoped.takeBack();

    new ScopedLake(lake, "job", Set.of(), Set.of(NEW)).replace(NEW, row(spark, NEW, 2));

    assertThat(id(NEW)).isEqualTo(2);
    assertThat(lake.version(NEW)).hasValue(0);
  }

  @Test
  void takesBackModelsAndLeavesThoseOfEarlierRuns() {
    SavedModel earlier = lake.models().save("m", 1, model -> model.save("note", "earlier"));
    SavedModel saved = scoped.models().save("m", 1, model -> model.save("note", "of this run"));

    scoped.takeBack();

    assertThat(folder.resolve(saved.path())).doesNotExist();
    assertThat(lake.models().open(earlier.path(), earlier.sha256()).text("note"))
        .isEqualTo("earlier");
  }

  @Test
  void modelsThatAreReplacedOrRemovedGoWhenTheJobIsDone() {
    SavedModel earlier = lake.models().save("m", 1, model -> model.save("note", "earlier"));
    SavedModel old = lake.models().save("old", 1, model -> model.save("note", "old"));
    SavedModel saved = scoped.models().save("m", 1, model -> model.save("note", "of this run"));
    scoped.models().remove(old.path());

    assertThat(folder.resolve(earlier.path())).exists();
    assertThat(folder.resolve(old.path())).exists();

    List<String> problems = scoped.settle();

    assertThat(folder.resolve(earlier.path())).doesNotExist();
    assertThat(folder.resolve(old.path())).doesNotExist();
    assertThat(scoped.models().open(saved.path(), saved.sha256()).text("note"))
        .isEqualTo("of this run");
    assertThat(problems).isEmpty();
  }

  @Test
  void keepsRowsUntilTheJobEnds(SparkSession spark) {
    Dataset<Row> kept = scoped.keep(row(spark, READ, 1));
    assertThat(kept.storageLevel().useMemory()).isTrue();

    scoped.close();

    assertThat(kept.storageLevel().useMemory()).isFalse();
  }
}
