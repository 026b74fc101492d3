package org.reelhouse.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.reelhouse.PipelineException;
import org.reelhouse.config.Settings;
import org.reelhouse.config.SettingsReader;

/** Reads the settings of a command from the jar, its files and its arguments. */
final class SettingsFiles {
  private SettingsFiles() {}

  /**
   * The settings of the jar with others over them.
   *
   * @throws PipelineException if a file or setting cannot be used
   */
  static Settings read(List<Path> overlays, Map<String, String> overrides) {
    List<SettingsReader.Document> documents = new ArrayList<>();
    documents.add(embedded("conf/reference.yaml"));
    documents.add(embedded("conf/sources.yaml"));
    overlays.forEach(file -> documents.add(document(file)));
    return Sections.reader().read(documents, overrides);
  }

  private static SettingsReader.Document document(Path file) {
    try {
      return new SettingsReader.Document(file.toString(), Files.readString(file));
    } catch (CharacterCodingException failure) {
      throw new PipelineException(
          "Cannot read settings from " + file + ": it is no text in UTF-8. Mend the file.",
          failure);
    } catch (IOException failure) {
      throw new PipelineException(
          "Cannot read settings from " + file + ": no such readable file. Mend --conf.", failure);
    }
  }

  private static SettingsReader.Document embedded(String name) {
    try (InputStream stream =
        Objects.requireNonNull(SettingsFiles.class.getResourceAsStream("/" + name), name)) {
      return new SettingsReader.Document(
          name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
