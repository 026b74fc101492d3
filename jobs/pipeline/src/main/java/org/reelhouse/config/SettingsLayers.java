package org.reelhouse.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reelhouse.PipelineException;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * YAML documents laid over each other key by key, and where each key was set last.
 *
 * @param merged all keys
 * @param origins of the keys
 */
record SettingsLayers(ObjectNode merged, Origins origins) {
  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory()).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  /**
   * Lays documents over each other, later ones over earlier ones, and single values over all.
   *
   * @throws PipelineException naming file and line of what is no YAML
   */
  static SettingsLayers of(List<SettingsReader.Document> documents, Map<String, String> overrides) {
    SettingsLayers layers = new SettingsLayers(YAML.createObjectNode(), new Origins());
    documents.forEach(layers::add);
    overrides.forEach(layers::set);
    return layers;
  }

  private void add(SettingsReader.Document document) {
    overlay(merged, keys(document));
    origins.note(document);
  }

  private void set(String key, String value) {
    List<String> path = path(key);
    String setting = "--set " + key + "=" + value;
    overlay(merged, nested(path, parse(setting, value)));
    origins.note(String.join(".", path), new Origin(setting, 0));
  }

  /** Every key that has a value or a list, in the order in which they were first set. */
  List<EffectiveSetting> entries() {
    List<EffectiveSetting> entries = new ArrayList<>();
    collect("", merged, entries);
    return entries;
  }

  private void collect(String path, JsonNode node, List<EffectiveSetting> entries) {
    if (node.isObject() && !node.isEmpty()) {
      node.properties()
          .forEach(
              entry ->
                  collect(
                      path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(),
                      entry.getValue(),
                      entries));
    } else {
      String key = path.startsWith("spark.spark.") ? path.substring("spark.".length()) : path;
      entries.add(new EffectiveSetting(key, node, origins.of(path)));
    }
  }

  private static JsonNode keys(SettingsReader.Document document) {
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
}
