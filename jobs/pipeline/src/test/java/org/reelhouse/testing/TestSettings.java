package org.reelhouse.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.reelhouse.cli.options.Sections;
import org.reelhouse.config.Settings;
import org.reelhouse.config.SettingsReader;
import org.reelhouse.config.SourceSettings;

/** The settings as shipped, for tests. */
public final class TestSettings {
  private TestSettings() {}

  /** The settings that {@code scripts/run} runs by: those of {@code conf} and of the laptop. */
  public static Settings shipped() {
    return shipped(Map.of());
  }

  /** The settings as shipped, with single ones over them. */
  public static Settings shipped(Map<String, String> overrides) {
    return Sections.reader()
        .read(
            List.of(document("reference"), document("sources"), document("profiles/laptop")),
            overrides);
  }

  /** The settings of {@code conf} without a profile, as on a cluster. */
  public static Settings reference() {
    return Sections.reader().read(List.of(document("reference"), document("sources")), Map.of());
  }

  /** The settings as shipped, with these sources instead. */
  public static Settings withSources(Map<String, SourceSettings> sources) {
    return shipped().withSources(sources);
  }

  /** One file of {@code conf} by its name without ending. */
  public static SettingsReader.Document document(String name) {
    String path = "/conf/" + name + ".yaml";
    try (InputStream stream =
        Objects.requireNonNull(TestSettings.class.getResourceAsStream(path), path)) {
      return new SettingsReader.Document(
          name + ".yaml", new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
