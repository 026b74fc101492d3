package org.reelhouse.testing;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.reelhouse.PipelineException;
import org.reelhouse.RunContext;
import org.reelhouse.lake.Conformance;
import org.reelhouse.lake.DeltaLake;
import org.reelhouse.lake.Lake;
import org.reelhouse.raw.RawZone;
import org.reelhouse.storage.ModelStore;
import org.reelhouse.tables.Table;

/**
 * A lake whose tables are lists of rows, one for each version, and the run that a test is in. Raw
 * files and models, which are files by nature, lie below a temporary folder.
 */
public final class InMemoryLake implements Lake {
  private static final String RUN = "test";

  private final SparkSession spark;
  private final Path folder;
  private final DeltaLake files;
  private final Map<Table, List<List<Row>>> tables;
  private final RunContext context;

  /**
   * An empty lake.
   *
   * @param folder where raw files and models go
   * @param asOf the date of the run
   */
  public InMemoryLake(SparkSession spark, Path folder, LocalDate asOf) {
    this(spark, folder, asOf, new ConcurrentHashMap<>());
  }

  private InMemoryLake(
      SparkSession spark, Path folder, LocalDate asOf, Map<Table, List<List<Row>>> tables) {
    this.spark = spark;
    this.folder = folder;
    this.files = new DeltaLake(spark, folder.toString(), RUN);
    this.context = new RunContext(asOf, RUN);
    this.tables = tables;
  }

  /** The same lake in a run of another day. */
  public InMemoryLake on(LocalDate day) {
    return new InMemoryLake(spark, folder, day, tables);
  }

  /** Another lake with the same tables; what is written to one, the other has not. */
  public InMemoryLake copy() {
    Map<Table, List<List<Row>>> copied = new ConcurrentHashMap<>();
    tables.forEach((table, versions) -> copied.put(table, new CopyOnWriteArrayList<>(versions)));
    return new InMemoryLake(spark, folder, context.asOf(), copied);
  }

  /** Sets the content of a table before the test. */
  public InMemoryLake with(Table table, Rows rows) {
    replace(table, rows.in(spark));
    return this;
  }

  /** The run that jobs on this lake are part of. */
  public RunContext context() {
    return context;
  }

  @Override
  public Dataset<Row> read(Table table) {
    if (!tables.containsKey(table)) {
      throw new PipelineException("Cannot read " + table + ": it was never written.");
    }
    return readOrEmpty(table);
  }

  @Override
  public Dataset<Row> readOrEmpty(Table table) {
    return spark.createDataFrame(newest(table), table.schema().asNullable());
  }

  @Override
  public OptionalLong version(Table table) {
    int versions = versions(table).size();
    return versions == 0 ? OptionalLong.empty() : OptionalLong.of(versions - 1L);
  }

  @Override
  public Optional<Dataset<Row>> readVersion(Table table, long version) {
    List<List<Row>> versions = versions(table);
    return version < versions.size()
        ? Optional.of(
            spark.createDataFrame(
                versions.get(Math.toIntExact(version)), table.schema().asNullable()))
        : Optional.empty();
  }

  private List<List<Row>> versions(Table table) {
    return tables.getOrDefault(table, List.of());
  }

  private List<Row> newest(Table table) {
    List<List<Row>> versions = versions(table);
    return versions.isEmpty() ? List.of() : versions.get(versions.size() - 1);
  }

  private void add(Table table, List<Row> rows) {
    tables.computeIfAbsent(table, none -> new CopyOnWriteArrayList<>()).add(rows);
  }

  @Override
  public long count(Table table) {
    return newest(table).size();
  }

  @Override
  public long replace(Table table, Dataset<Row> rows) {
    List<Row> collected = Conformance.conform(table, rows).collectAsList();
    add(table, collected);
    return collected.size();
  }

  @Override
  public long replaceSlice(Table table, Map<String, String> slice, Dataset<Row> rows) {
    List<Row> kept = new ArrayList<>(newest(table));
    kept.removeIf(
        row ->
            slice.entrySet().stream()
                .allMatch(
                    entry ->
                        String.valueOf(row.<Object>getAs(entry.getKey()))
                            .equals(entry.getValue())));
    List<Row> collected = Conformance.conform(table, rows).collectAsList();
    kept.addAll(collected);
    add(table, kept);
    return collected.size();
  }

  @Override
  public Dataset<Row> keep(Dataset<Row> rows) {
    return rows.cache();
  }

  @Override
  public Dataset<Row> frame(List<Row> rows, StructType schema) {
    return spark.createDataFrame(rows, schema);
  }

  @Override
  public RawZone raw() {
    return files.raw();
  }

  @Override
  public ModelStore models() {
    return files.models();
  }
}
