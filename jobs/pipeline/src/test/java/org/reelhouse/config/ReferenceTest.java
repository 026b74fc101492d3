package org.reelhouse.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.reelhouse.cli.options.Sections;
import org.reelhouse.testing.TestSettings;

class ReferenceTest {
  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory())
          .setPropertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE);

  @Test
  void everySettingStandsInTheReferenceAndNothingElseDoes() throws IOException {
    JsonNode reference = YAML.readTree(TestSettings.document("reference").text());

    assertThat(keys(reference)).isEqualTo(keys(tree(TestSettings.reference())));
  }

  @Test
  void everySourceHasADataset() {
    TestSettings.shipped()
        .sources()
        .forEach((name, source) -> assertThat(source.datasets()).as(name).isNotEmpty());
  }

  /** As the records of the packages have it. */
  private static JsonNode tree(Settings settings) {
    ObjectNode tree = YAML.createObjectNode();
    tree.put("data", settings.data());
    tree.set("spark", YAML.valueToTree(settings.spark()));
    Sections.all()
        .forEach(section -> tree.set(section.key(), YAML.valueToTree(settings.of(section.type()))));
    return tree;
  }

  /** Dotted keys, without what users name themselves. */
  private static TreeSet<String> keys(JsonNode root) {
    TreeSet<String> keys = new TreeSet<>();
    collect(root, "", keys);
    return keys;
  }

  private static void collect(JsonNode node, String prefix, TreeSet<String> keys) {
    node.properties().stream()
        .filter(entry -> !prefix.isEmpty() || !entry.getKey().equals("sources"))
        .forEach(
            entry -> {
              keys.add(prefix + entry.getKey());
              collect(entry.getValue(), prefix + entry.getKey() + ".", keys);
            });
  }
}
