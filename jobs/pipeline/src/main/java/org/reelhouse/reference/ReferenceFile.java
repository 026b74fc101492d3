package org.reelhouse.reference;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.reelhouse.PipelineException;

/** Reads the tables of {@code conf/} strictly: an unknown or doubled key is an error. */
final class ReferenceFile {
  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory())
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private ReferenceFile() {}

  /** The file of this name on the class path, such as {@code conf/genres.yaml}. */
  static <T> T load(String name, Class<T> type) {
    try (InputStream bytes = ReferenceFile.class.getResourceAsStream("/" + name)) {
      if (bytes == null) {
        throw new PipelineException(
            "Cannot read " + name + ": it is not on the class path. Build the jar again.");
      }
      return parse(name, new String(bytes.readAllBytes(), StandardCharsets.UTF_8), type);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static <T> T parse(String name, String yaml, Class<T> type) {
    try {
      return YAML.readValue(yaml, type);
    } catch (JsonProcessingException failure) {
      throw new PipelineException(
          "Cannot read %s line %d: %s. Mend the YAML."
              .formatted(name, failure.getLocation().getLineNr(), failure.getOriginalMessage()),
          failure);
    }
  }
}
