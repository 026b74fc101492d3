package org.reelhouse.lake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The raw zone on any of Hadoop's file systems. */
final class HadoopRawZone implements RawZone {
  private final SparkSession spark;
  private final Path root;
  private final LocalDate asOf;

  HadoopRawZone(SparkSession spark, Path root, LocalDate asOf) {
    this.spark = spark;
    this.root = root;
    this.asOf = asOf;
  }

  @Override
  public Landing land(String source, String dataset, List<String> files) {
    throw new UnsupportedOperationException(root + " " + asOf);
  }

  @Override
  public Optional<RawSnapshot> newest(String source, String dataset) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Dataset<Row> read(
      RawSnapshot snapshot, RawLayout layout, RecordMapper mapper, StructType schema) {
    throw new UnsupportedOperationException(spark.version());
  }
}
