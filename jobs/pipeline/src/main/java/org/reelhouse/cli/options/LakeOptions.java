package org.reelhouse.cli.options;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.DeltaLake;
import picocli.CommandLine.Option;

/** The options that every command takes that runs jobs on a lake. */
public final class LakeOptions extends ReadingOptions {
  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = DayConverter.class,
      description = "The only date the jobs know, as yyyy-mm-dd. Default: today in UTC")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--data",
      paramLabel = "URI",
      description = "Folder with the dumps of the sources; the same as --set data=URI")
  private @Nullable String data;

  @Option(
      names = "--run-id",
      paramLabel = "ID",
      description = "Written into every commit and ops.job_run. Default: a new UUID")
  private String runId = UUID.randomUUID().toString();

  public LocalDate asOf() {
    return asOf == null ? LocalDate.now(ZoneOffset.UTC) : asOf;
  }

  public String runId() {
    return runId;
  }

  @Override
  public Settings settings() {
    return settings(
        data == null
            ? Map.of()
            : Map.of("data", "\"" + data.replace("\\", "\\\\").replace("\"", "\\\"") + "\""));
  }

  public @Override DeltaLake open(SparkSession spark) {
    return new DeltaLake(spark, lakeUri(), runId);
  }
}
