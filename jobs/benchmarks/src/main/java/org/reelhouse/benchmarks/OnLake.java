package org.reelhouse.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.reelhouse.cli.options.Sections;
import org.reelhouse.cli.session.Sessions;
import org.reelhouse.config.Settings;
import org.reelhouse.config.SettingsReader.Document;
import org.reelhouse.lake.DeltaLake;
import org.reelhouse.lake.Lake;

/** Runs a comparison on the tables of a lake, by the settings as shipped for a laptop. */
public final class OnLake {
  private OnLake() {}

  /**
   * Runs a comparison.
   *
   * @param folder of the lake
   * @param overrides settings over those of the laptop
   */
  public static void run(
      String folder, Map<String, String> overrides, BiConsumer<Lake, Settings> comparison) {
    Settings settings =
        Sections.reader()
            .read(
                List.of(document("reference"), document("sources"), document("profiles/laptop")),
                overrides);
    Sessions.with(
        "comparison",
        settings.spark(),
        spark -> {
          spark.sparkContext().setLogLevel("ERROR");
          comparison.accept(new DeltaLake(spark, folder, "comparison"), settings);
          return folder;
        });
  }

  private static Document document(String name) {
    String path = "/conf/" + name + ".yaml";
    try (InputStream stream =
        Objects.requireNonNull(OnLake.class.getResourceAsStream(path), path)) {
      return new Document(
          name + ".yaml", new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
