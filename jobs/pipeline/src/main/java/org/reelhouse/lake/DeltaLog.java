package org.reelhouse.lake;

import java.util.OptionalLong;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.OptimisticTransaction;
import scala.Option;

/** Delta's transaction log of the table at a path. */
final class DeltaLog {
  private DeltaLog() {}

  /** The newest version, or empty if there is no table at this path. */
  static OptionalLong version(SparkSession spark, String path) {
    long version = log(spark, path).update(false, Option.empty(), Option.empty()).version();
    return version < 0 ? OptionalLong.empty() : OptionalLong.of(version);
  }

  /** A transaction on the newest version. */
  static OptimisticTransaction startTransaction(SparkSession spark, String path) {
    return log(spark, path).startTransaction(Option.empty(), Option.empty());
  }

  /** Drops what is remembered of a table whose files were removed. */
  static void forget(SparkSession spark, String path) {
    org.apache.spark.sql.delta.DeltaLog.invalidateCache(spark, new Path(path));
  }

  private static org.apache.spark.sql.delta.DeltaLog log(SparkSession spark, String path) {
    return org.apache.spark.sql.delta.DeltaLog.forTable(spark, path);
  }
}
