package org.reelhouse.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of Reelhouse as the build wrote it down: that of the root pom. */
public final class ReleaseVersion implements IVersionProvider {
  private static final String FILE = "/reelhouse-version.properties";

  @Override
  public String[] getVersion() throws IOException {
    try (InputStream file = ReleaseVersion.class.getResourceAsStream(FILE)) {
      Properties properties = new Properties();
      properties.load(Objects.requireNonNull(file, FILE));
      return new String[] {"Reelhouse " + properties.getProperty("version")};
    }
  }
}
