package org.reelhouse.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.io.file.PathUtils;
import org.reelhouse.lake.Lake;
import org.reelhouse.models.SavedVersion;

/** Models that earlier code saved, from {@code src/test/resources/saved-models}. */
public final class SavedModels {
  private static final Path ALL = Path.of("src/test/resources/saved-models");
  private static final int VERSION = 20260101;

  private SavedModels() {}

  /**
   * A saved model as a lake holds it.
   *
   * @param folder of the lake
   */
  public static SavedVersion of(String model, int layout, Lake lake, Path folder) {
    String path = "models/%s/version=%d/saved".formatted(model, VERSION);
    Path saved = ALL.resolve(model).resolve("layout-" + layout);
    try {
      PathUtils.copyDirectory(saved, Files.createDirectories(folder.resolve(path)));
      String sha256 = Files.readString(saved.resolveSibling("layout-" + layout + ".sha256"));
      return new SavedVersion(VERSION, layout, Map.of(), lake.models().open(path, sha256.strip()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
