package org.reelhouse.config;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Remembers where each key was set last. */
final class Origins {
  private static final Origin NOWHERE = new Origin("in no file", 0);
  private final Map<String, Origin> places = new HashMap<>();

  /** The nodes of a text that is one YAML document; null if it is empty. */
  static @Nullable Node compose(String text) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
  }

  /** Notes the line of each key of a document. */
  void note(SettingsReader.Document document) {
    Node root = compose(document.text());
    if (root == null) {
      return; // an empty document
    }
    Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>()); // aliases make circles
    Deque<Map.Entry<String, Node>> open = new ArrayDeque<>();
    open.push(Map.entry("", root));
    while (!open.isEmpty()) {
      Map.Entry<String, Node> next = open.pop();
      if (next.getValue() instanceof MappingNode mapping && seen.add(mapping)) {
        for (NodeTuple pair : mapping.getValue()) {
          if (pair.getKeyNode() instanceof ScalarNode key) {
            String path =
                next.getKey().isEmpty() ? key.getValue() : next.getKey() + "." + key.getValue();
            note(path, new Origin(document.name(), key.getStartMark().getLine() + 1));
            open.push(Map.entry(path, pair.getValueNode()));
          }
        }
      }
    }
  }

  void note(String key, Origin place) {
    places.put(key, place);
  }

  /** The place of a key, or of the nearest key above it that was set anywhere. */
  Origin of(String key) {
    for (String path = key; !path.isEmpty(); path = parent(path)) {
      Origin place = places.get(path);
      if (place != null) {
        return place;
      }
    }
    return NOWHERE;
  }

  private static String parent(String path) {
    int dot = path.lastIndexOf('.');
    return dot < 0 ? "" : path.substring(0, dot);
  }
}
