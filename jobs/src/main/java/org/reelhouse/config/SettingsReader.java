package org.reelhouse.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.reelhouse.PipelineException;

/**
 * Reads settings strictly: documents overlay each other key by key, in order, and an unknown key, a
 * missing key or a value out of range stops with its file, line and key.
 */
public final class SettingsReader {
  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory()).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .build();

  private SettingsReader() {}

  /**
   * Settings from YAML documents, later ones over earlier ones.
   *
   * @param documents name (for messages) and text of each
   * @param overrides {@code dotted.key} to value in YAML, over all documents
   * @throws PipelineException naming file, line and key of what is wrong
   */
  public static Settings read(List<Document> documents, Map<String, String> overrides) {
    ObjectNode merged = YAML.createObjectNode();
    Origins origins = new Origins();
    for (Document document : documents) {
      overlay(merged, parse(document.name(), document.text()));
      origins.note(document);
    }
    overrides.forEach(
        (key, value) -> {
          overlay(merged, nested(key, parse("--set " + key, value)));
          origins.note(key, "--set " + key + "=" + value);
        });
    return bind(merged, origins);
  }

  /**
   * One YAML text.
   *
   * @param name shown in messages, usually the path
   */
  public record Document(String name, String text) {}

  private static JsonNode parse(String name, String text) {
    try {
      return YAML.readTree(text);
    } catch (JsonProcessingException failure) {
      throw new PipelineException(
          "Cannot read settings from "
              + name
              + " line "
              + failure.getLocation().getLineNr()
              + ": "
              + failure.getOriginalMessage()
              + ". Mend the YAML.",
          failure);
    }
  }

  private static ObjectNode nested(String dottedKey, JsonNode value) {
    String[] keys = dottedKey.split("\\.", -1);
    JsonNode node = value;
    for (int i = keys.length - 1; i >= 0; i--) {
      node = YAML.createObjectNode().set(keys[i], node);
    }
    return (ObjectNode) node;
  }

  private static void overlay(ObjectNode base, JsonNode over) {
    over.properties()
        .forEach(
            entry -> {
              JsonNode present = base.get(entry.getKey());
              if (present instanceof ObjectNode below && entry.getValue().isObject()) {
                overlay(below, entry.getValue());
              } else {
                base.set(entry.getKey(), entry.getValue());
              }
            });
  }

  private static Settings bind(ObjectNode merged, Origins origins) {
    try {
      return STRICT.treeToValue(merged, Settings.class);
    } catch (UnrecognizedPropertyException failure) {
      throw wrong(
          path(failure),
          "is not a known key; known here are "
              + failure.getKnownPropertyIds().stream()
                  .map(Object::toString)
                  .sorted()
                  .collect(Collectors.joining(", ")),
          origins,
          failure);
    } catch (JsonMappingException failure) {
      String path = path(failure);
      if (failure.getCause() instanceof InvalidSetting invalid) {
        String key = path.isEmpty() ? invalid.key() : path + "." + invalid.key();
        throw wrong(key, String.valueOf(invalid.getMessage()), origins, failure);
      }
      throw wrong(path, "cannot be read: " + failure.getOriginalMessage(), origins, failure);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static PipelineException wrong(
      String key, String problem, Origins origins, Exception cause) {
    return new PipelineException(
        "Cannot use the settings: %s (%s) %s. Mend it; conf/reference.yaml explains every key."
            .formatted(key, origins.of(key), problem),
        cause);
  }

  private static String path(JsonMappingException failure) {
    return failure.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."));
  }
}
