package org.reelhouse.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The commit that this code was built from. */
final class CodeCommit {
  private static final String UNKNOWN = "unknown";

  private CodeCommit() {}

  /**
   * The commit in full, with {@code -dirty} where files differed from it when it was built, or
   * {@value #UNKNOWN} where it was built outside a repository.
   */
  static String current() {
    try (InputStream file = CodeCommit.class.getResourceAsStream("/reelhouse-commit.properties")) {
      if (file == null) {
        return UNKNOWN;
      }
      Properties properties = new Properties();
      properties.load(file);
      String commit = properties.getProperty("git.commit.id.full", "");
      boolean dirty = Boolean.parseBoolean(properties.getProperty("git.dirty"));
      return commit.isEmpty() ? UNKNOWN : commit + (dirty ? "-dirty" : "");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
