package org.reelhouse.cli.options;

import org.apache.spark.sql.SparkSession;
import org.reelhouse.lake.DeltaLake;
import picocli.CommandLine.Option;

/** The options that every command on a lake takes, also one that only reads. */
public class ReadingOptions extends SettingsOptions {
  @Option(
      names = "--lake",
      paramLabel = "URI",
      defaultValue = "lake",
      description = "Folder, s3a:// or hdfs:// address of the lake. Default: ./${DEFAULT-VALUE}")
  private String lake = "lake";

  public final String lakeUri() {
    return lake;
  }

  /** A lake to read tables of. */
  public DeltaLake open(SparkSession spark) {
    return new DeltaLake(spark, lake, "reads only");
  }
}
