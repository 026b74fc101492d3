package org.reelhouse.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reelhouse.PipelineException;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

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
   * @param overrides {@code dotted.key} to value in YAML, over all documents; a key that begins
   *     with {@code spark.} is a setting of Spark
   * @throws PipelineException naming file, line and key of what is wrong
   */
  public static Settings read(List<Document> documents, Map<String, String> overrides) {
    ObjectNode merged = YAML.createObjectNode();
    Origins origins = new Origins();
    for (Document document : documents) {
      overlay(merged, keys(document));
      origins.note(document);
    }
    overrides.forEach(
        (key, value) -> {
          List<String> path = path(key);
          String setting = "--set " + key + "=" + value;
          overlay(merged, nested(path, parse(setting, value)));
          origins.note(String.join(".", path), setting);
        });
    return bind(merged, origins);
  }

  /**
   * One YAML text.
   *
   * @param name shown in messages, usually the path
   */
  public record Document(String name, String text) {}

  private static JsonNode keys(Document document) {
    JsonNode root = parse(document.name(), document.text());
    if (!root.isObject() && !root.isMissingNode() && !root.isNull()) {
      throw new PipelineException(unreadable(document.name(), "it holds no keys"));
    }
    return root;
  }

  /** The whole of one YAML text; SnakeYAML refuses what Jackson passes over. */
  private static JsonNode parse(String name, String text) {
    try {
      Origins.compose(text);
      return YAML.readTree(text);
    } catch (MarkedYAMLException failure) {
      String line = " in line " + (failure.getProblemMark().getLine() + 1);
      throw new PipelineException(unreadable(name, failure.getProblem() + line), failure);
    } catch (YAMLException failure) {
      throw new PipelineException(unreadable(name, firstLine(failure.getMessage())), failure);
    } catch (JsonProcessingException failure) {
      String line = " in line " + failure.getLocation().getLineNr();
      throw new PipelineException(
          unreadable(name, firstLine(failure.getOriginalMessage()) + line), failure);
    }
  }

  private static String unreadable(String name, String problem) {
    return "Cannot read settings from %s: %s. Mend the YAML.".formatted(name, problem);
  }

  private static String firstLine(@Nullable String message) {
    return String.valueOf(message).lines().findFirst().orElse("");
  }

  /**
   * The keys of an override, from the top. Spark's own settings have dots in their names, and may
   * be written with or without the key they stand under.
   */
  private static List<String> path(String dottedKey) {
    if (dottedKey.startsWith("spark.")) {
      String property = dottedKey.startsWith("spark.spark.") ? dottedKey.substring(6) : dottedKey;
      return List.of("spark", property);
    }
    return List.of(dottedKey.split("\\.", -1));
  }

  private static ObjectNode nested(List<String> path, JsonNode value) {
    ObjectNode last = YAML.createObjectNode();
    last.set(path.get(path.size() - 1), value.isMissingNode() ? last.nullNode() : value);
    ObjectNode node = last;
    for (int i = path.size() - 2; i >= 0; i--) {
      ObjectNode above = YAML.createObjectNode();
      above.set(path.get(i), node);
      node = above;
    }
    return node;
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
      String known =
          failure.getKnownPropertyIds().stream()
              .map(Object::toString)
              .sorted()
              .collect(Collectors.joining(", "));
      throw wrong(path(failure), "is not a known key; known here are " + known, origins, failure);
    } catch (JsonMappingException failure) {
      String path = path(failure);
      if (failure.getCause() instanceof InvalidSetting invalid) {
        String key = path.isEmpty() ? invalid.key() : path + "." + invalid.key();
        throw wrong(key, String.valueOf(invalid.getMessage()), origins, failure);
      }
      throw wrong(path, "must be " + wanted(failure), origins, failure);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** What a value of the wrong type should have been. */
  private static String wanted(JsonMappingException failure) {
    Class<?> type =
        failure instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
    if (type == int.class || type == long.class) {
      return "a whole number" + (type == int.class ? " of at most " + Integer.MAX_VALUE : "");
    }
    if (type == double.class || type == Double.class) {
      return "a number";
    }
    if (type == String.class) {
      return "a text";
    }
    return type != null && Collection.class.isAssignableFrom(type)
        ? "a list"
        : "keys with their values";
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
