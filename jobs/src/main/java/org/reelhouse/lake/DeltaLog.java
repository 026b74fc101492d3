package org.reelhouse.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * What Delta's transaction log says of a table, read without a Spark job. The layout of the log is
 * that of the Delta protocol.
 */
final class DeltaLog {
  private static final ObjectMapper JSON = new ObjectMapper();

  private DeltaLog() {}

  /** The newest version, or empty if there is no table at this path. */
  static OptionalLong version(SparkSession spark, String path) {
    long version =
        log(spark, path).update(false, scala.Option.empty(), scala.Option.empty()).version();
    return version < 0 ? OptionalLong.empty() : OptionalLong.of(version);
  }

  /** The columns of the newest version, or empty if there is no table at this path. */
  static Optional<StructType> schema(SparkSession spark, String path) {
    return version(spark, path).isEmpty()
        ? Optional.empty()
        : Optional.of(log(spark, path).unsafeVolatileSnapshot().schema());
  }

  /**
   * The rows that the newest commit wrote, from its {@code commitInfo}; none if there is no commit
   * since a version, as when nothing replaces an empty slice.
   */
  static long rowsWrittenSince(SparkSession spark, String path, long before) {
    long version = version(spark, path).orElseThrow();
    if (version == before) {
      return 0;
    }
    Path commit = new Path(path, "_delta_log/%020d.json".formatted(version));
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Storage.of(spark, commit).open(commit), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode info = JSON.readTree(line).path("commitInfo");
        if (!info.isMissingNode()) {
          return info.path("operationMetrics").path("numOutputRows").asLong();
        }
      }
      throw new IllegalStateException("No commitInfo in " + commit);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Drops what is remembered of a table whose files were removed. */
  static void forget(SparkSession spark, String path) {
    org.apache.spark.sql.delta.DeltaLog.invalidateCache(spark, new Path(path));
  }

  private static org.apache.spark.sql.delta.DeltaLog log(SparkSession spark, String path) {
    return org.apache.spark.sql.delta.DeltaLog.forTable(spark, path);
  }
}
