package org.reelhouse.match;

import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.reelhouse.config.SourceSettings;

/**
 * Which source is believed first. A comparator could not travel to the executors; this can.
 *
 * @param priorities source to its priority; lower wins, a source without one comes last
 */
record Ranking(HashMap<String, Integer> priorities) implements Serializable {

  static Ranking of(Map<String, SourceSettings> sources) {
    HashMap<String, Integer> priorities = new HashMap<>();
    sources.forEach((source, settings) -> priorities.put(source, settings.priority()));
    return new Ranking(priorities);
  }

  /** Orders references ({@code source:source_id}), that of the best source first. */
  Comparator<String> bestFirst() {
    return Comparator.comparingInt(this::priority).thenComparing(Comparator.naturalOrder());
  }

  private int priority(String reference) {
    String source = reference.substring(0, reference.indexOf(':'));
    return priorities.getOrDefault(source, Integer.MAX_VALUE);
  }
}
