package org.reelhouse.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.util.MLWritable;

/** Models in Spark ML's own format. */
final class SparkModelStore implements ModelStore {
  private final Path root;
  private final LocalDate asOf;

  SparkModelStore(Path root, LocalDate asOf) {
    this.root = root;
    this.asOf = asOf;
  }

  @Override
  public SavedModel save(String name, MLWritable model) {
    int version = Integer.parseInt(asOf.format(DateTimeFormatter.BASIC_ISO_DATE));
    String relative = name + "/version=" + version;
    try {
      model.write().overwrite().save(new Path(root, relative).toString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return new SavedModel(name, version, "models/" + relative);
  }
}
