package org.reelhouse.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PathIOException;
import org.apache.spark.sql.SparkSession;

/** Hadoop's file systems, opened with the session's configuration. */
public final class Storage {
  private Storage() {}

  public static FileSystem of(SparkSession spark, Path path) {
    try {
      return path.getFileSystem(spark.sessionState().newHadoopConf());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public static Path qualify(SparkSession spark, Path path) {
    FileSystem system = of(spark, path);
    return path.makeQualified(system.getUri(), system.getWorkingDirectory());
  }

  /** Whether all files below a folder are there. */
  public static boolean exist(SparkSession spark, Path folder, List<String> files) {
    FileSystem system = of(spark, folder);
    try {
      for (String file : files) {
        if (!system.exists(new Path(file))) {
          return false;
        }
      }
      return true;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Deletes a file, or a folder with all in it, where there is one. */
  public static void delete(SparkSession spark, Path path) {
    FileSystem system = of(spark, path);
    try {
      if (!system.delete(path, true) && system.exists(path)) {
        throw new PathIOException(path.toString(), "it cannot be deleted");
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
