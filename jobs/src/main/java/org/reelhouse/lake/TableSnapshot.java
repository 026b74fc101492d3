package org.reelhouse.lake;

import io.delta.kernel.Snapshot;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * One version of a Delta table as Delta Kernel reads its log, which starts no Spark job.
 *
 * @param readerVersion of the Delta protocol; 1 if the rows are just those of the files
 * @param columns with comments, as the log has them
 * @param files in no particular order
 */
record TableSnapshot(int readerVersion, StructType columns, List<DataFile> files) {

  /**
   * A file of the table.
   *
   * @param location where it lies
   * @param logged its path as it stands in the log
   * @param partition value of each partition column
   * @param modified milliseconds since 1970
   */
  record DataFile(
      String location, String logged, Map<String, String> partition, long bytes, long modified) {

    private static DataFile of(Row scanned) {
      Row added = scanned.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL);
      FileStatus status = InternalScanFileUtils.getAddFileStatus(scanned);
      return new DataFile(
          status.getPath(),
          added.getString(added.getSchema().indexOf("path")),
          InternalScanFileUtils.getPartitionValues(scanned),
          status.getSize(),
          status.getModificationTime());
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

  private static List<DataFile> files(Engine engine, Snapshot snapshot) {
    List<DataFile> files = new ArrayList<>();
    try (CloseableIterator<FilteredColumnarBatch> batches =
        snapshot.getScanBuilder().build().getScanFiles(engine)) {
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

  /** The files of one slice; all files of an empty slice. */
  List<DataFile> filesOf(Map<String, String> slice) {
    return files.stream()
        .filter(file -> file.partition().entrySet().containsAll(slice.entrySet()))
        .toList();
  }
}
