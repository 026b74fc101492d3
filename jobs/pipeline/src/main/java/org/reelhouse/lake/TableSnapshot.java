package org.reelhouse.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.delta.kernel.Snapshot;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.KernelException;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.ScanImpl;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * One version of a Delta table as Delta Kernel reads its log, which starts no Spark job.
 *
 * @param readerVersion of the Delta protocol; 1 where deletion vectors and column mapping are
 *     unknown
 * @param columns with comments, as the log has them
 * @param files in no particular order
 */
record TableSnapshot(int readerVersion, StructType columns, List<DataFile> files) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A file of the table.
   *
   * @param location where it lies
   * @param logged its path as it stands in the log
   * @param partition value of each partition column
   * @param modified milliseconds since 1970
   * @param rows empty if the writer did not count them
   */
  record DataFile(
      String location,
      String logged,
      Map<String, String> partition,
      long bytes,
      long modified,
      OptionalLong rows) {

    private static DataFile of(Row scanned) {
      Row added = scanned.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL);
      FileStatus status = InternalScanFileUtils.getAddFileStatus(scanned);
      return new DataFile(
          status.getPath(),
          added.getString(added.getSchema().indexOf("path")),
          InternalScanFileUtils.getPartitionValues(scanned),
          status.getSize(),
          status.getModificationTime(),
          rows(added));
    }

    private static OptionalLong rows(Row added) {
      int statistics = added.getSchema().indexOf("stats");
      if (statistics < 0 || added.isNullAt(statistics)) {
        return OptionalLong.empty();
      }
      try {
        JsonNode rows = JSON.readTree(added.getString(statistics)).path("numRecords");
        return rows.isNumber() ? OptionalLong.of(rows.asLong()) : OptionalLong.empty();
      } catch (JsonProcessingException notJson) {
        return OptionalLong.empty();
      }
    }
  }

  /** The version of the table at a path; it must exist. */
  static TableSnapshot of(Engine engine, String path, long version) {
    Snapshot snapshot =
        io.delta.kernel.Table.forPath(engine, path).getSnapshotAsOfVersion(engine, version);
    return new TableSnapshot(
        snapshot.getProtocol().getMinReaderVersion(),
        (StructType) DataType.fromJson(snapshot.getMetadata().getSchemaString()),
        files(engine, snapshot));
  }

  /** A version of the table at a path, or empty where its log does not reach back so far. */
  static Optional<TableSnapshot> ofEarlier(Engine engine, String path, long version) {
    try {
      return Optional.of(of(engine, path, version));
    } catch (KernelException cleanedUp) {
      return Optional.empty();
    }
  }

  private static List<DataFile> files(Engine engine, Snapshot snapshot) {
    List<DataFile> files = new ArrayList<>();
    try (CloseableIterator<FilteredColumnarBatch> batches =
        ((ScanImpl) snapshot.getScanBuilder().build()).getScanFiles(engine, true)) {
      while (batches.hasNext()) {
        try (CloseableIterator<Row> rows = batches.next().getRows()) {
          rows.forEachRemaining(row -> files.add(DataFile.of(row)));
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return List.copyOf(files);
  }

  /** Whether the rows are just those of the files. */
  boolean isPlain() {
    return readerVersion == 1;
  }

  /** Where the files lie. */
  List<String> locations() {
    return files.stream().map(DataFile::location).toList();
  }

  /** Number of rows, or empty if the log does not say. */
  OptionalLong rows() {
    boolean counted = isPlain() && files.stream().allMatch(file -> file.rows().isPresent());
    return counted
        ? OptionalLong.of(files.stream().mapToLong(file -> file.rows().orElseThrow()).sum())
        : OptionalLong.empty();
  }

  /** The files of one slice; all files of an empty slice. */
  List<DataFile> filesOf(Map<String, String> slice) {
    return files.stream()
        .filter(file -> file.partition().entrySet().containsAll(slice.entrySet()))
        .toList();
  }
}
