package org.reelhouse.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.reelhouse.PipelineException;

/** Versions of models as folders of a Hadoop file system. */
public final class HadoopModelStore implements ModelStore {
  private static final int TOKEN = 8;

  private final SparkSession spark;
  private final Path lake;

  public HadoopModelStore(SparkSession spark, Path lake) {
    this.spark = spark;
    this.lake = lake;
  }

  @Override
  public SavedModel save(String name, int version, Consumer<ModelFolder> content) {
    String token = UUID.randomUUID().toString().substring(0, TOKEN);
    String path = "models/" + name + "/version=" + version + "/" + token;
    content.accept(new Folder(new Path(lake, path)));
    return new SavedModel(name, version, path, sha256(new Path(lake, path)));
  }

  @Override
  public ModelFolder open(String path, String sha256) {
    Path folder = new Path(lake, path);
    if (!sha256(folder).equals(sha256)) {
      throw new PipelineException(
          "Cannot serve the model in %s: its files are not those that were saved. Restore the folder, or let another version serve with reelhouse models promote."
              .formatted(path));
    }
    return new Folder(folder);
  }

  @Override
  public void remove(String path) {
    Storage.delete(spark, new Path(lake, path).getParent());
  }

  /** Deletes one folder of a version. */
  public void delete(String path) {
    Storage.delete(spark, new Path(lake, path));
  }

  /** Deletes what else was saved of the version that a folder belongs to: earlier runs of it. */
  public void deleteOthers(String path) {
    Path kept = new Path(lake, path);
    try {
      for (FileStatus other : Storage.of(spark, kept).listStatus(kept.getParent())) {
        if (!other.getPath().getName().equals(kept.getName())) {
          Storage.delete(spark, other.getPath());
        }
      }
    } catch (FileNotFoundException gone) {
      return; // nothing is there to delete
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private String sha256(Path folder) {
    SortedMap<String, String> files = new TreeMap<>();
    FileSystem system = Storage.of(spark, folder);
    try {
      RemoteIterator<LocatedFileStatus> all = system.listFiles(folder, true);
      while (all.hasNext()) {
        Path file = all.next().getPath();
        if (!file.getName().endsWith(".crc")) {
          try (InputStream bytes = system.open(file)) {
            files.put(
                folder.toUri().relativize(file.toUri()).getPath(), DigestUtils.sha256Hex(bytes));
          }
        }
      }
    } catch (FileNotFoundException gone) {
      throw new PipelineException(
          "Cannot serve the model in %s: there is no such folder. Restore it, or let another version serve with reelhouse models promote."
              .formatted(folder),
          gone);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    StringBuilder list = new StringBuilder();
    files.forEach((name, digest) -> list.append(digest).append("  ").append(name).append('\n'));
    return DigestUtils.sha256Hex(list.toString());
  }

  private final class Folder implements ModelFolder {
    private final Path folder;

    Folder(Path folder) {
      this.folder = folder;
    }

    private String path(String part) {
      return new Path(folder, part).toString();
    }

    @Override
    public void save(String part, MLWritable model) {
      try {
        model.write().overwrite().save(path(part));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    @Override
    public void save(String part, Dataset<Row> rows) {
      rows.write().parquet(path(part));
    }

    @Override
    public void save(String part, String text) {
      Path file = new Path(folder, part);
      try (FSDataOutputStream out = Storage.of(spark, file).create(file, true)) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    @Override
    public <T> T model(String part, MLReader<T> reader) {
      return reader.load(path(part));
    }

    @Override
    public Dataset<Row> rows(String part) {
      return spark.read().parquet(path(part));
    }

    @Override
    public String text(String part) {
      Path file = new Path(folder, part);
      try (FSDataInputStream in = Storage.of(spark, file).open(file)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
