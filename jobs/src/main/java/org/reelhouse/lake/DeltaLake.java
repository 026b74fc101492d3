package org.reelhouse.lake;

import io.delta.tables.DeltaTable;
import io.delta.tables.DeltaTableBuilder;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.reelhouse.PipelineException;

/** A lake of Delta tables below one folder, bucket or HDFS path. */
public final class DeltaLake implements Lake {
  private static final Map<String, Object> WRITE_LOCKS = new ConcurrentHashMap<>();

  private final SparkSession spark;
  private final Path root;
  private final LocalDate asOf;
  private final String runId;

  /**
   * A view of a lake.
   *
   * @param root any URI that Hadoop's file systems know; a plain path is local
   * @param asOf the only date that jobs on this lake see
   * @param runId written into the user metadata of every commit
   */
  public DeltaLake(SparkSession spark, String root, LocalDate asOf, String runId) {
    this.spark = spark;
    this.root = Storage.qualify(spark, new Path(root));
    this.asOf = asOf;
    this.runId = runId;
  }

  @Override
  public LocalDate asOf() {
    return asOf;
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
    String path = location(table);
    return DeltaLog.version(spark, path).isPresent()
        ? Optional.of(spark.read().format("delta").load(path))
        : Optional.empty();
  }

  @Override
  public long count(Table table) {
    return readOrEmpty(table).count();
  }

  /** The newest version of a table, or empty if it was never written. */
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
      createIfAbsentOrOutdated(table, path);
      OptionalLong before = DeltaLog.version(spark, path);
      DataFrameWriter<Row> writer =
          conformed.write().format("delta").mode("overwrite").option("userMetadata", runId);
      if (!slice.isEmpty()) {
        writer.option("replaceWhere", condition(slice));
      }
      try {
        writer.save(path);
      } catch (RuntimeException failure) {
        throw ConstraintViolations.explain(table, failure);
      }
      return DeltaLog.rowsWrittenSince(spark, path, before.orElseThrow());
    }
  }

  private void createIfAbsentOrOutdated(Table table, String path) {
    Optional<StructType> present = DeltaLog.schema(spark, path);
    if (present.isEmpty()) {
      define(DeltaTable.create(spark), table).location(path).execute();
    } else if (!Conformance.sameColumns(present.get(), table.schema())) {
      evolve(table, path, present.get());
    }
  }

  private void evolve(Table table, String path, StructType present) {
    List<String> before = Arrays.asList(present.fieldNames());
    boolean onlyAdds =
        Arrays.stream(present.fields())
            .allMatch(
                field ->
                    Arrays.asList(table.schema().fieldNames()).contains(field.name())
                        && table.schema().apply(field.name()).dataType().equals(field.dataType()));
    if (!onlyAdds) {
      throw new PipelineException(
          "Cannot write "
              + table
              + ": its columns in "
              + root
              + " are "
              + present.toDDL()
              + " and cannot become those of this version. Use a new lake, or remove "
              + path
              + " and run the jobs again.");
    }
    String added =
        Arrays.stream(table.schema().fields())
            .filter(field -> !before.contains(field.name()))
            .map(
                field -> field.copy(field.name(), field.dataType(), true, field.metadata()).toDDL())
            .collect(Collectors.joining(", "));
    spark.sql("ALTER TABLE delta.`" + path + "` ADD COLUMNS (" + added + ")");
  }

  private static DeltaTableBuilder define(DeltaTableBuilder builder, Table table) {
    builder
        .comment(table.comment())
        .addColumns(table.schema())
        .partitionedBy(table.partitionBy().toArray(String[]::new))
        .property("delta.enableDeletionVectors", "false");
    table
        .checks()
        .forEach((name, condition) -> builder.property("delta.constraints." + name, condition));
    return builder;
  }

  private static String condition(Map<String, String> slice) {
    return slice.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> "`" + entry.getKey() + "` = '" + entry.getValue().replace("'", "\\'") + "'")
        .collect(Collectors.joining(" AND "));
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

  /** Nobody listens here; the lake of a job passes its notes on. */
  @Override
  public void note(String message) {}

  @Override
  public RawZone raw() {
    return new HadoopRawZone(spark, new Path(root, "raw"), asOf);
  }

  @Override
  public ModelStore models() {
    return new SparkModelStore(new Path(root, "models"), asOf);
  }
}
