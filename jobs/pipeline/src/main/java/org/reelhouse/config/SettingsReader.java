package org.reelhouse.config;

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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reelhouse.PipelineException;

/**
 * Reads settings strictly: documents overlay each other key by key, in order, and an unknown key, a
 * missing key or a value out of range stops with its file, line and key.
 */
public final class SettingsReader {
  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .build();

  private final List<Section<?>> sections;

  /** A reader of these sections, beside what belongs to no single package. */
  public SettingsReader(List<Section<?>> sections) {
    this.sections = List.copyOf(sections);
  }

  /**
   * One YAML text.
   *
   * @param name shown in messages, usually the path
   */
  public record Document(String name, String text) {}

  /**
   * Settings from YAML documents, later ones over earlier ones.
   *
   * @param documents name (for messages) and text of each
   * @param overrides {@code dotted.key} to value in YAML, over all documents; a key that begins
   *     with {@code spark.} is a setting of Spark
   * @throws PipelineException naming file, line and key of what is wrong
   */
  public Settings read(List<Document> documents, Map<String, String> overrides) {
    return bind(SettingsLayers.of(documents, overrides));
  }

  /**
   * The same settings one by one, in the order of the documents, once they are found right.
   *
   * @throws PipelineException naming file, line and key of what is wrong
   */
  public List<EffectiveSetting> list(List<Document> documents, Map<String, String> overrides) {
    SettingsLayers layers = SettingsLayers.of(documents, overrides);
    bind(layers);
    return layers.entries();
  }

  private Settings bind(SettingsLayers layers) {
    Settings.Common common = common(layers);
    Map<Class<?>, Record> bound = new HashMap<>();
    for (Section<?> section : sections) {
      JsonNode keys = layers.merged().get(section.key());
      bound.put(section.type(), bind(section, keys, layers.origins()));
    }
    Settings settings = new Settings(common, bound);
    checkSources(settings, layers.origins());
    return settings;
  }

  private static Record bind(Section<?> section, @Nullable JsonNode keys, Origins origins) {
    if (keys == null || keys.isNull()) {
      InvalidSetting missing = new InvalidSetting(section.key(), "is missing");
      throw wrong(missing.key(), problem(missing), origins, missing);
    }
    return bind(section.key(), keys, section.type(), List.of(), origins);
  }

  private Settings.Common common(SettingsLayers layers) {
    List<String> others = sections.stream().map(Section::key).toList();
    ObjectNode keys = layers.merged().deepCopy().remove(others);
    return bind("", keys, Settings.Common.class, others, layers.origins());
  }

  private void checkSources(Settings settings, Origins origins) {
    for (Section<?> section : sections) {
      if (settings.of(section.type()) instanceof NamesSources<?> naming) {
        try {
          naming.checkSources(settings.sources().keySet());
        } catch (InvalidSetting invalid) {
          throw wrong(below(section.key(), invalid.key()), problem(invalid), origins, invalid);
        }
      }
    }
  }

  /**
   * Binds a part of the keys.
   *
   * @param above the key it stands under; empty at the top
   * @param others keys that are known beside those of the record
   */
  private static <T extends Record> T bind(
      String above, JsonNode keys, Class<T> type, List<String> others, Origins origins) {
    try {
      return STRICT.treeToValue(keys, type);
    } catch (UnrecognizedPropertyException failure) {
      String problem = "is not a known key; known here are " + known(failure, others);
      throw wrong(below(above, path(failure)), problem, origins, failure);
    } catch (JsonMappingException failure) {
      String path = below(above, path(failure));
      if (failure.getCause() instanceof InvalidSetting invalid) {
        throw wrong(below(path, invalid.key()), problem(invalid), origins, failure);
      }
      throw wrong(path, "must be " + wanted(failure), origins, failure);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static String known(UnrecognizedPropertyException failure, List<String> others) {
    TreeSet<String> known =
        failure.getKnownPropertyIds().stream()
            .map(Object::toString)
            .collect(Collectors.toCollection(TreeSet::new));
    if (failure.getPath().size() == 1) {
      known.addAll(others);
    }
    return String.join(", ", known);
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

  private static String problem(InvalidSetting invalid) {
    return String.valueOf(invalid.getMessage());
  }

  private static String below(String above, String key) {
    return above.isEmpty() || key.isEmpty() ? above + key : above + "." + key;
  }

  private static String path(JsonMappingException failure) {
    return failure.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."));
  }
}
