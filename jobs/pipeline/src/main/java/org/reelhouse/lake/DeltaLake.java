package org.reelhouse.lake;

import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.tables.DeltaTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.reelhouse.PipelineException;
import org.reelhouse.raw.HadoopRawZone;
import org.reelhouse.raw.RawZone;
import org.reelhouse.storage.HadoopModelStore;
import org.reelhouse.storage.ModelStore;
import org.reelhouse.storage.Storage;
import org.reelhouse.tables.Table;

/** A lake of Delta tables below one folder, bucket or HDFS path. */
public final class DeltaLake implements Lake {
  private static final Map<String, Object> WRITE_LOCKS = new ConcurrentHashMap<>();

  /** Up to as many files the driver looks at one by one. */
  private static final int FEW_FILES = 32;

  private final SparkSession spark;
  private final Path root;
  private final String runId;
  private final Engine engine;

  /**
   * A view of a lake.
   *
   * @param root any URI that Hadoop's file systems know; a plain path is local
   * @param runId written into the user metadata of every commit
   */
  public DeltaLake(SparkSession spark, String root, String runId) {
    this.spark = spark;
    this.root = Storage.qualify(spark, new Path(root));
    this.runId = runId;
    this.engine = DefaultEngine.create(spark.sessionState().newHadoopConf());
  }

  @Override
  public Dataset<Row> read(Table table) {
    return open(table)
        .orElseThrow(
            () ->
                new PipelineException(
                    "Cannot read "
                        + table
                        + ": it was never written to "
                        + root
                        + ". Run the job that writes it first."));
  }

  @Override
  public Dataset<Row> readOrEmpty(Table table) {
    return open(table).orElseGet(() -> frame(List.of(), table.schema()));
  }

  private Optional<Dataset<Row>> open(Table table) {
    return snapshot(table).map(snapshot -> rows(location(table), snapshot, Map.of()));
  }

  private Optional<TableSnapshot> snapshot(Table table) {
    String path = location(table);
    OptionalLong version = DeltaLog.version(spark, path);
    return version.isEmpty()
        ? Optional.empty()
        : Optional.of(TableSnapshot.of(engine, path, version.getAsLong()));
  }

  /**
   * Few files are read as they are: Delta's reader would first rebuild the state of the log in
   * Spark jobs, which pays only where it then finds many files, or passes over some.
   */
  private Dataset<Row> rows(String path, TableSnapshot snapshot, Map<String, String> options) {
    int files = snapshot.files().size();
    if (files == 0) {
      return frame(List.of(), snapshot.columns());
    }
    if (files > FEW_FILES || !snapshot.isPlain()) {
      return spark.read().format("delta").options(options).load(path);
    }
    return spark
        .read()
        .schema(snapshot.columns())
        .option("basePath", path)
        .parquet(snapshot.locations().toArray(String[]::new))
        .select(Conformance.columns(snapshot.columns()));
  }

  @Override
  public long count(Table table) {
    Optional<TableSnapshot> snapshot = snapshot(table);
    if (snapshot.isEmpty()) {
      return 0;
    }
    OptionalLong logged = snapshot.get().rows();
    return logged.isPresent()
        ? logged.getAsLong()
        : rows(location(table), snapshot.get(), Map.of()).count();
  }

  @Override
  public Optional<Dataset<Row>> readVersion(Table table, long version) {
    String path = location(table);
    OptionalLong newest = version(table);
    if (newest.isEmpty() || version > newest.getAsLong()) {
      return Optional.empty();
    }
    return TableSnapshot.ofEarlier(engine, path, version)
        .filter(snapshot -> Storage.exist(spark, root, snapshot.locations()))
        .map(snapshot -> rows(path, snapshot, Map.of("versionAsOf", String.valueOf(version))));
  }

  @Override
  public OptionalLong version(Table table) {
    return DeltaLog.version(spark, location(table));
  }

  @Override
  public long replace(Table table, Dataset<Row> rows) {
    return write(table, rows, Map.of());
  }

  @Override
  public long replaceSlice(Table table, Map<String, String> slice, Dataset<Row> rows) {
    if (slice.isEmpty() || !table.partitionBy().containsAll(slice.keySet())) {
      throw new IllegalArgumentException(
          table + " is laid out by " + table.partitionBy() + " and has no slice " + slice);
    }
    return write(table, rows, slice);
  }

  private long write(Table table, Dataset<Row> rows, Map<String, String> slice) {
    Dataset<Row> conformed = Conformance.conform(table, rows);
    String path = location(table);
    synchronized (WRITE_LOCKS.computeIfAbsent(path, key -> new Object())) {
      try {
        return new Replacement(table, slice, runId)
            .commit(
                DeltaLog.startTransaction(spark, path),
                version -> TableSnapshot.of(engine, path, version),
                conformed);
      } catch (RuntimeException failure) {
        throw ConstraintViolations.explain(table, failure);
      }
    }
  }

  /** Takes back what was written to a table since a version; empty if there was no table. */
  void restore(Table table, OptionalLong version) {
    String path = location(table);
    synchronized (WRITE_LOCKS.computeIfAbsent(path, key -> new Object())) {
      if (version.isPresent()) {
        DeltaTable.forPath(spark, path).restoreToVersion(version.getAsLong());
      } else {
        Storage.delete(spark, new Path(path));
        DeltaLog.forget(spark, path);
      }
    }
  }

  /** Where the files of a table are. */
  public String location(Table table) {
    return new Path(root, table.path()).toString();
  }

  @Override
  public Dataset<Row> keep(Dataset<Row> rows) {
    return rows.persist(StorageLevel.MEMORY_AND_DISK());
  }

  @Override
  public Dataset<Row> frame(List<Row> rows, StructType schema) {
    return spark.createDataFrame(rows, schema);
  }

  @Override
  public RawZone raw() {
    return new HadoopRawZone(spark, new Path(root, "raw"));
  }

  @Override
  public ModelStore models() {
    return modelFiles();
  }

  HadoopModelStore modelFiles() {
    return new HadoopModelStore(spark, root);
  }
}
