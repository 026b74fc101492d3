package org.reelhouse.raw;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What a raw snapshot holds. It is written last and by one rename, so that a snapshot without it
 * does not exist.
 */
record Manifest(String source, String dataset, String snapshot, List<RawFile> files) {
  private static final String NAME = "_manifest.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  static boolean exists(FileSystem system, Path snapshot) throws IOException {
    return system.exists(new Path(snapshot, NAME));
  }

  static Manifest read(FileSystem system, Path snapshot) throws IOException {
    try (InputStream stream = system.open(new Path(snapshot, NAME))) {
      return JSON.readValue(stream, Manifest.class);
    }
  }

  void write(FileSystem system, Path snapshot) throws IOException {
    Path unfinished = new Path(snapshot, "." + NAME + ".unfinished");
    try (OutputStream stream = system.create(unfinished, true)) {
      stream.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    }
    if (!system.rename(unfinished, new Path(snapshot, NAME))) {
      throw new IOException("Cannot rename " + unfinished);
    }
  }
}
