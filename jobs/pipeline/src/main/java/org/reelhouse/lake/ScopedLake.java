package org.reelhouse.lake;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.reelhouse.raw.RawZone;
import org.reelhouse.storage.HadoopModelStore;
import org.reelhouse.storage.ModelFolder;
import org.reelhouse.storage.ModelStore;
import org.reelhouse.tables.Table;

/**
 * A lake narrowed to the tables that one job declares. It remembers what the job read and wrote,
 * and can take the writes of a failed job back. A job may use it from several threads.
 */
public final class ScopedLake implements Lake, AutoCloseable {
  private final DeltaLake lake;
  private final String job;
  private final Set<Table> readable;
  private final Set<Table> writable;
  private final Map<Table, OptionalLong> versionsBefore = new ConcurrentSkipListMap<>(BY_NAME);
  private final Map<String, Long> versionsRead = new ConcurrentSkipListMap<>();
  private final Map<String, Long> rowsWritten = new ConcurrentSkipListMap<>();
  private final List<Dataset<Row>> kept = new CopyOnWriteArrayList<>();
  private final List<String> modelsSaved = new CopyOnWriteArrayList<>();
  private final List<String> modelsRemoved = new CopyOnWriteArrayList<>();

  private static final Comparator<Table> BY_NAME = Comparator.comparing(Table::name);

  public ScopedLake(DeltaLake lake, String job, Set<Table> readable, Set<Table> writable) {
    this.lake = lake;
    this.job = job;
    this.readable = readable;
    this.writable = writable;
  }

  @Override
  public Dataset<Row> read(Table table) {
    Dataset<Row> rows = lake.read(readable(table));
    noteVersionRead(table);
    return rows;
  }

  @Override
  public Dataset<Row> readOrEmpty(Table table) {
    Dataset<Row> rows = lake.readOrEmpty(readable(table));
    noteVersionRead(table);
    return rows;
  }

  @Override
  public OptionalLong version(Table table) {
    return lake.version(readable(table));
  }

  @Override
  public Optional<Dataset<Row>> readVersion(Table table, long version) {
    return lake.readVersion(readable(table), version);
  }

  @Override
  public long count(Table table) {
    return lake.count(readable(table));
  }

  @Override
  public long replace(Table table, Dataset<Row> rows) {
    noteVersionBefore(table);
    return note(table, lake.replace(table, rows));
  }

  @Override
  public long replaceSlice(Table table, Map<String, String> slice, Dataset<Row> rows) {
    noteVersionBefore(table);
    return note(table, lake.replaceSlice(table, slice, rows));
  }

  @Override
  public Dataset<Row> keep(Dataset<Row> rows) {
    Dataset<Row> persisted = lake.keep(rows);
    kept.add(persisted);
    return persisted;
  }

  @Override
  public Dataset<Row> frame(List<Row> rows, StructType schema) {
    return lake.frame(rows, schema);
  }

  @Override
  public RawZone raw() {
    return lake.raw();
  }

  @Override
  public ModelStore models() {
    HadoopModelStore store = lake.modelFiles();
    return new ModelStore() {
      @Override
      public SavedModel save(String name, int version, Consumer<ModelFolder> content) {
        SavedModel saved = store.save(name, version, content);
        modelsSaved.add(saved.path());
        return saved;
      }

      @Override
      public ModelFolder open(String path, String sha256) {
        return store.open(path, sha256);
      }

      @Override
      public void remove(String path) {
        modelsRemoved.add(path);
      }
    };
  }

  /** Table to the version that was read. */
  public Map<String, Long> versionsRead() {
    return Map.copyOf(versionsRead);
  }

  /** Table to the version that was written. */
  public Map<String, Long> versionsWritten() {
    Map<String, Long> written = new TreeMap<>();
    versionsBefore
        .keySet()
        .forEach(table -> lake.version(table).ifPresent(now -> written.put(table.name(), now)));
    return written;
  }

  /** Table to the rows that were written, in the order of names. */
  public Map<String, Long> rowsWritten() {
    return new TreeMap<>(rowsWritten);
  }

  /** Puts every table the job wrote back to the version it had before, and deletes its models. */
  public void takeBack() {
    versionsBefore.forEach(lake::restore);
    rowsWritten.clear();
    modelsSaved.forEach(lake.modelFiles()::delete);
    modelsSaved.clear();
  }

  /**
   * Deletes the models that the job removed, and those of earlier runs that it saved others in
   * place of.
   *
   * @return what cannot be deleted and why, a sentence each; the tables are right with it too
   */
  public List<String> settle() {
    HadoopModelStore files = lake.modelFiles();
    List<String> problems = new ArrayList<>();
    modelsSaved.forEach(
        saved ->
            delete("the folders beside " + saved, () -> files.deleteOthers(saved))
                .ifPresent(problems::add));
    modelsRemoved.forEach(
        removed ->
            delete("the folder of " + removed, () -> files.remove(removed))
                .ifPresent(problems::add));
    return problems;
  }

  /** Why something cannot be deleted, or empty if it is. */
  private static Optional<String> delete(String outdated, Runnable deletion) {
    try {
      deletion.run();
      return Optional.empty();
    } catch (UncheckedIOException failure) {
      return Optional.of(
          "cannot delete %s: %s; nothing reads that any more, so delete it by hand"
              .formatted(outdated, failure.getMessage()));
    }
  }

  /** Releases what the job kept in memory. */
  @Override
  public void close() {
    kept.forEach(Dataset::unpersist);
  }

  private Table readable(Table table) {
    if (!readable.contains(table)) {
      throw new IllegalStateException("Job " + job + " does not declare that it reads " + table);
    }
    return table;
  }

  private void noteVersionRead(Table table) {
    lake.version(table).ifPresent(version -> versionsRead.putIfAbsent(table.name(), version));
  }

  private void noteVersionBefore(Table table) {
    if (!writable.contains(table)) {
      throw new IllegalStateException("Job " + job + " does not declare that it writes " + table);
    }
    versionsBefore.computeIfAbsent(table, lake::version);
  }

  private long note(Table table, long rows) {
    rowsWritten.merge(table.name(), rows, Long::sum);
    return rows;
  }
}
