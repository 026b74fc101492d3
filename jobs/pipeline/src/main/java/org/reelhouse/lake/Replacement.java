package org.reelhouse.lake;

import io.delta.exceptions.DeltaConcurrentModificationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.FileAction;
import org.apache.spark.sql.delta.actions.Format;
import org.apache.spark.sql.delta.actions.Metadata;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.reelhouse.PipelineException;
import org.reelhouse.lake.TableSnapshot.DataFile;
import org.reelhouse.tables.Table;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Replaces the rows of a table, or of one slice of it, in one commit, which also makes a table that
 * is not there and adds columns that a table lacks.
 *
 * <p>It speaks to Delta's transaction itself: the writer of data frames commits a new table twice,
 * and rebuilds the state of the log in several Spark jobs for each write, which costs more than the
 * rows of a small table (docs/decisions/0003).
 *
 * @param slice value of each partition column that names the slice; empty for the whole table
 * @param runId stands in the commit
 */
record Replacement(Table table, Map<String, String> slice, String runId) {

  /**
   * Writes and commits.
   *
   * @param transaction on the newest version of the table, or on nothing
   * @param snapshots gives the version of the table that the transaction reads
   * @return the number of rows written
   * @throws PipelineException if the present columns cannot become those of the declaration, a row
   *     is not of the slice, or another writer came first; the table is then as it was
   */
  long commit(
      OptimisticTransaction transaction, LongFunction<TableSnapshot> snapshots, Dataset<Row> rows) {
    boolean isNew = transaction.readVersion() < 0;
    boolean changesMetadata = isNew || evolves(transaction);
    if (isNew) {
      transaction.updateMetadataForNewTable(metadata());
    } else {
      transaction.readWholeTable();
    }
    List<DataFile> replaced =
        isNew ? List.of() : snapshots.apply(transaction.readVersion()).filesOf(slice);
    List<FileAction> added = write(transaction, rows);
    long written = added.stream().mapToLong(Replacement::rows).sum();
    if (changesMetadata || !replaced.isEmpty() || !added.isEmpty()) {
      commit(transaction, actions(replaced, added));
    }
    return written;
  }

  private void commit(
      OptimisticTransaction transaction, scala.collection.immutable.Seq<Action> actions) {
    try {
      transaction.commit(actions, operation());
    } catch (DeltaConcurrentModificationException conflict) {
      throw new PipelineException(
          "Cannot write %s: another run wrote it at the same time, and its rows stay. Run the job again when the other run has ended."
              .formatted(table),
          conflict);
    }
  }

  private Metadata metadata() {
    return new Metadata(
        UUID.randomUUID().toString(),
        null,
        table.comment(),
        new Format("parquet", none()),
        table.schema().json(),
        CollectionConverters.asScala(table.partitionBy()).toSeq(),
        immutable(properties()),
        Option.apply(System.currentTimeMillis()));
  }

  private Map<String, String> properties() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("delta.enableDeletionVectors", "false");
    // Of each file the least and greatest value of these: rows are found by key, and the
    // statistics of all columns cost more than a small file.
    properties.put(
        "delta.dataSkippingStatsColumns",
        table.key().stream()
            .filter(column -> !table.partitionBy().contains(column))
            .map(column -> "`" + column + "`")
            .collect(Collectors.joining(",")));
    table
        .checks()
        .forEach((name, condition) -> properties.put("delta.constraints." + name, condition));
    return properties;
  }

  /** Adds the columns that the table lacks. */
  private boolean evolves(OptimisticTransaction transaction) {
    Metadata present = transaction.metadata();
    StructType columns = (StructType) DataType.fromJson(present.schemaString());
    if (Conformance.sameColumns(columns, table.schema())) {
      return false;
    }
    requireOnlyAdditions(columns);
    StructType evolved = columns;
    for (StructField field : table.schema().fields()) {
      if (!List.of(columns.fieldNames()).contains(field.name())) {
        evolved =
            evolved.add(new StructField(field.name(), field.dataType(), true, field.metadata()));
      }
    }
    transaction.updateMetadata(
        present.copy(
            present.id(),
            present.name(),
            present.description(),
            present.format(),
            evolved.json(),
            present.partitionColumns(),
            present.configuration(),
            present.createdTime()),
        false);
    return true;
  }

  private void requireOnlyAdditions(StructType present) {
    List<String> declared = List.of(table.schema().fieldNames());
    boolean onlyAdds =
        Arrays.stream(present.fields())
            .allMatch(
                field ->
                    declared.contains(field.name())
                        && table.schema().apply(field.name()).dataType().equals(field.dataType()));
    if (!onlyAdds) {
      throw new PipelineException(
          "Cannot write %s: its columns in the lake are %s and cannot become those of this version. Use a new lake, or remove the folder %s of the lake and run the jobs again."
              .formatted(table, present.toDDL(), table.path()));
    }
  }

  private List<FileAction> write(OptimisticTransaction transaction, Dataset<Row> rows) {
    List<FileAction> added =
        List.copyOf(CollectionConverters.asJava(transaction.writeFiles(rows, Option.empty())));
    for (FileAction file : added) {
      Map<String, String> partition = CollectionConverters.asJava(file.partitionValues());
      if (!partition.entrySet().containsAll(slice.entrySet())) {
        throw new PipelineException(
            "Cannot write the slice %s of %s: a row belongs to %s. Mend the job; the table is as it was."
                .formatted(slice, table, partition));
      }
    }
    return added;
  }

  private static scala.collection.immutable.Seq<Action> actions(
      List<DataFile> replaced, List<FileAction> added) {
    long now = System.currentTimeMillis();
    List<Action> actions = new ArrayList<>();
    replaced.forEach(file -> actions.add(logged(file).removeWithTimestamp(now, true)));
    actions.addAll(added);
    return CollectionConverters.asScala(actions).toSeq();
  }

  private static AddFile logged(DataFile file) {
    return new AddFile(
        file.logged(),
        immutable(file.partition()),
        file.bytes(),
        file.modified(),
        true,
        null,
        null,
        null,
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty());
  }

  private DeltaOperations.Operation operation() {
    return new DeltaOperations.Write(
        SaveMode.Overwrite,
        Option.apply(CollectionConverters.asScala(table.partitionBy()).toSeq()),
        slice.isEmpty() ? Option.empty() : Option.apply(slice.toString()),
        Option.apply(runId),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty());
  }

  private static long rows(FileAction file) {
    return (Long)
        ((AddFile) file)
            .numPhysicalRecords()
            .getOrElse(
                () -> {
                  throw new PipelineException(
                      "Cannot count the rows of a file that was written: Delta collected no statistics. Remove spark.databricks.delta.stats.collect from the settings.");
                });
  }

  private static <V> scala.collection.immutable.Map<String, V> none() {
    return scala.collection.immutable.Map$.MODULE$.empty();
  }

  private static <V> scala.collection.immutable.Map<String, V> immutable(Map<String, V> values) {
    return scala.collection.immutable.Map$.MODULE$.from(CollectionConverters.asScala(values));
  }
}
