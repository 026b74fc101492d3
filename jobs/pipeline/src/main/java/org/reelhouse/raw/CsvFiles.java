package org.reelhouse.raw;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.reelhouse.PipelineException;
import org.reelhouse.storage.Storage;

/** Reads comma-separated files that are no source's, such as a truth to evaluate with. */
public final class CsvFiles {
  private CsvFiles() {}

  /**
   * The rows below the headers, all columns texts.
   *
   * @param files a path or URI of one file, of a folder of such, or a glob
   * @param columns the header of each file
   * @throws PipelineException if there is no such file, it has another header or a row lacks a
   *     value
   */
  public static Dataset<Row> read(SparkSession spark, String files, List<String> columns) {
    Dataset<Row> rows = open(spark, files, columns);
    if (!Arrays.asList(rows.columns()).equals(columns)) {
      throw unreadable(files, "its first line is " + String.join(",", rows.columns()), columns);
    }
    Column incomplete =
        columns.stream()
            .map(name -> functions.col(name).isNull())
            .reduce(functions.lit(false), Column::or);
    for (Row row : rows.where(incomplete).takeAsList(1)) {
      throw unreadable(files, "a value is missing in the row " + row.mkString(","), columns);
    }
    return rows;
  }

  private static Dataset<Row> open(SparkSession spark, String files, List<String> columns) {
    return spark
        .read()
        .option("header", true)
        .option("enforceSchema", false)
        .option("escape", "\"")
        .csv(paths(spark, files, columns));
  }

  private static String[] paths(SparkSession spark, String files, List<String> columns) {
    try {
      Path glob = new Path(files);
      FileStatus[] found = Storage.of(spark, glob).globStatus(glob);
      if (found == null || found.length == 0) {
        throw unreadable(files, "no such file", columns);
      }
      return Arrays.stream(found).map(file -> file.getPath().toString()).toArray(String[]::new);
    } catch (IOException failure) {
      throw unreadable(files, String.valueOf(failure.getMessage()), columns);
    }
  }

  private static PipelineException unreadable(String files, String why, List<String> columns) {
    return new PipelineException(
        "Cannot read %s: %s. Give a comma-separated file with the header %s and all values in each row."
            .formatted(files, why, String.join(",", columns)));
  }
}
