package org.reelhouse.storage;

import static java.util.stream.Collectors.toSet;

import java.io.BufferedWriter;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.reelhouse.PipelineException;

/** Text files in UTF-8 on any of Hadoop's file systems; they are written in one task each. */
public final class TextFiles {
  private TextFiles() {}

  /**
   * Opens one file.
   *
   * @param location path or URI on any of Hadoop's file systems
   */
  public static InputStream open(Configuration storage, String location) throws IOException {
    Path path = new Path(location);
    return path.getFileSystem(storage).open(path);
  }

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

  /**
   * Writes files to folders that hold no others, as readers of the folders would take these as
   * well.
   *
   * @throws PipelineException if others stand among them; hidden ones are passed over
   */
  public static List<Written> writeAlone(
      SparkSession spark, String folder, List<? extends TextFile> files) {
    List<String> others = besides(spark, folder, files);
    if (!others.isEmpty()) {
      throw new PipelineException(
          "Cannot write samples to %s: it holds %d other files that would be read with them, such as %s. Remove them, or name another folder."
              .formatted(folder, others.size(), Collections.min(others)));
    }
    return write(spark, folder, files);
  }

  /** Paths below the folder, in no order. */
  private static List<String> besides(
      SparkSession spark, String folder, List<? extends TextFile> files) {
    Set<String> own = files.stream().map(TextFile::path).collect(toSet());
    Set<String> parents =
        own.stream().map(path -> path.substring(0, path.lastIndexOf('/') + 1)).collect(toSet());
    return parents.stream()
        .flatMap(parent -> names(spark, new Path(folder, parent)).map(parent::concat))
        .filter(path -> !own.contains(path))
        .toList();
  }

  private static Stream<String> names(SparkSession spark, Path folder) {
    try {
      return Arrays.stream(Storage.of(spark, folder).listStatus(folder))
          .filter(FileStatus::isFile)
          .map(file -> file.getPath().getName())
          .filter(name -> !name.startsWith(".") && !name.startsWith("_"));
    } catch (FileNotFoundException absent) {
      return Stream.of();
    } catch (IOException failure) {
      throw new PipelineException(
          "Cannot list " + folder + ": " + failure.getMessage() + ". Check its rights.", failure);
    }
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
