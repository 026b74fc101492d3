package org.reelhouse.raw;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * The raw zone: {@code <lake>/raw/<source>/<dataset>/snapshot=<date>/}, files exactly as received.
 * A snapshot exists once its {@code _manifest.json}, written last, does.
 */
public interface RawZone {

  /**
   * The files that globs match, sorted; hidden files and folders are passed over.
   *
   * @param data folder or URI below which relative globs are looked for
   */
  List<String> find(String data, List<String> globs);

  /**
   * Lands files as the snapshot of a date, unless the newest snapshot not after that date already
   * holds the same names and bytes. Files stream through in constant memory and are digested on the
   * way; a compressed file that ends early or is damaged lands nothing.
   *
   * @param files absolute paths or URIs of the files
   * @throws org.reelhouse.PipelineException naming the file, if one cannot be read to its end
   */
  Landing land(String source, String dataset, LocalDate date, List<String> files);

  /** The newest complete snapshot whose date is not after the as-of date. */
  Optional<RawSnapshot> newest(String source, String dataset, LocalDate asOf);

  /**
   * Reads the records of snapshots and maps each to rows where the file is read, without a copy of
   * the file in memory.
   *
   * @param readings snapshots whose rows have one schema; small files of several share a task
   * @param schema of the rows the mappers make
   * @throws org.reelhouse.PipelineException naming the file and the column, if a file lacks a
   *     required column
   */
  Dataset<Row> read(List<RawReading> readings, StructType schema);

  /** Reads the records of one snapshot. */
  default Dataset<Row> read(
      RawSnapshot snapshot, RawLayout layout, RecordMapper mapper, StructType schema) {
    return read(List.of(new RawReading(snapshot, layout, mapper)), schema);
  }
}
