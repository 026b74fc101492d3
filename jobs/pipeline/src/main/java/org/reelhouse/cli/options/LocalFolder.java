package org.reelhouse.cli.options;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.reelhouse.PipelineException;

/**
 * A folder of this machine that a command is to write to.
 *
 * @param given as written on the command line
 */
public record LocalFolder(String given, Path path) {

  /** The folder, if the text is a path or a file URI; empty for other storage. */
  public static Optional<LocalFolder> of(String given) {
    try {
      if (given.startsWith("file:")) {
        return Optional.of(new LocalFolder(given, Path.of(URI.create(given).getPath())));
      }
      return given.matches("\\w[\\w+.-]+:.*")
          ? Optional.empty()
          : Optional.of(new LocalFolder(given, Path.of(given).toAbsolutePath().normalize()));
    } catch (IllegalArgumentException noPath) {
      return Optional.empty();
    }
  }

  /**
   * Checks that the folder can be written, or made where it is absent.
   *
   * @throws PipelineException naming what stands in the way
   */
  public void checkWritable() {
    Path there = path;
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there)) {
      throw unwritable(there + " is no folder");
    }
    if (!Files.isWritable(there)) {
      throw unwritable(there + " cannot be written");
    }
  }

  private PipelineException unwritable(String why) {
    return new PipelineException(
        "Cannot use the folder " + given + ": " + why + ". Name another, or mend its rights.");
  }
}
