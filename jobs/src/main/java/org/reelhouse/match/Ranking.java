package org.reelhouse.match;

import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.reelhouse.config.Settings;
import org.reelhouse.config.SourceSettings;

/**
 * Which source is believed first. A comparator could not travel to the executors; this can.
 *
 * @param priorities source to its priority; lower wins, a source without one comes last
 * @param winners column to the sources that go before all others there, the first first
 */
record Ranking(HashMap<String, Integer> priorities, HashMap<String, List<String>> winners)
    implements Serializable {

  /** A ranking that is the same for all columns. */
  Ranking(HashMap<String, Integer> priorities) {
    this(priorities, new HashMap<>());
  }

  static Ranking of(Settings settings) {
    return of(settings.sources(), settings.match().winners());
  }

  /** A ranking that is the same for all columns. */
  static Ranking of(Map<String, SourceSettings> sources) {
    return of(sources, Map.of());
  }

  private static Ranking of(
      Map<String, SourceSettings> sources, Map<String, List<String>> winners) {
    HashMap<String, Integer> priorities = new HashMap<>();
    sources.forEach((source, settings) -> priorities.put(source, settings.priority()));
    return new Ranking(priorities, new HashMap<>(winners));
  }

  /** Orders references ({@code source:source_id}), that of the best source first. */
  Comparator<String> bestFirst() {
    return Comparator.comparingInt(this::priority).thenComparing(Comparator.naturalOrder());
  }

  /** The sources that go before all others in a column; none where priority alone decides. */
  List<String> winners(String column) {
    return winners.getOrDefault(column, List.of());
  }

  private int priority(String reference) {
    String source = reference.substring(0, reference.indexOf(':'));
    return priorities.getOrDefault(source, Integer.MAX_VALUE);
  }
}
