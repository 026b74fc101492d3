package org.reelhouse.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.reelhouse.config.Settings;
import org.reelhouse.config.SettingsReader;
import org.reelhouse.config.SourceSettings;

/** The settings of conf/reference.yaml, for tests that vary a few of them. */
public final class TestSettings {
  private TestSettings() {}

  /** Reference settings with these keys set, and no sources. */
  public static Settings with(Map<String, String> overrides) {
    return SettingsReader.read(
        List.of(
            new SettingsReader.Document("reference.yaml", reference()),
            new SettingsReader.Document("no sources", "sources: {}")),
        overrides);
  }

  /** Reference settings with these sources. */
  public static Settings withSources(Map<String, SourceSettings> sources) {
    return with(Map.of()).withSources(sources);
  }

  private static String reference() {
    try (InputStream stream =
        Objects.requireNonNull(TestSettings.class.getResourceAsStream("/conf/reference.yaml"))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
