package org.reelhouse.lake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.reelhouse.PipelineException;

/** Writes text files in UTF-8 to any of Hadoop's file systems, one task each. */
public final class TextFiles {
  private TextFiles() {}

  /**
   * A file that was written.
   *
   * @param path below the folder
   * @param records without the header
   * @param bytes as stored
   */
  public record Written(String path, long records, long bytes) implements java.io.Serializable {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Writes files side by side, over what stands there under their names. The bytes depend on the
   * files alone, not on how many tasks run: the header of a compressed file holds no time or name.
   *
   * @param folder path or URI, made if absent
   * @return the files in the order given
   */
  public static List<Written> write(
      SparkSession spark, String folder, List<? extends TextFile> files) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<SerializableConfiguration> configuration =
        context.broadcast(new SerializableConfiguration(spark.sessionState().newHadoopConf()));
    String root = Storage.qualify(spark, new Path(folder)).toString();
    return context
        .<TextFile>parallelize(List.copyOf(files), Math.max(1, files.size()))
        .map(file -> write(configuration.value(), root, file))
        .collect();
  }

  private static Written write(SerializableConfiguration configuration, String root, TextFile file)
      throws IOException {
    Path path = new Path(root, file.path());
    FileSystem system = path.getFileSystem(configuration.value());
    long records;
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(
                compressed(file.path(), system.create(path, true)), StandardCharsets.UTF_8),
            1 << 16)) {
      records = file.write(out);
    } catch (IOException failure) {
      throw new PipelineException(
          "Cannot write " + path + ": " + failure.getMessage() + ". Check space and rights there.",
          failure);
    }
    return new Written(file.path(), records, system.getFileStatus(path).getLen());
  }

  private static OutputStream compressed(String path, OutputStream out) throws IOException {
    return path.endsWith(".gz") ? new GZIPOutputStream(out, 1 << 16) : out;
  }
}
