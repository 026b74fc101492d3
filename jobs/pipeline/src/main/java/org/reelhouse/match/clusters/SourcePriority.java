package org.reelhouse.match.clusters;

import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.reelhouse.config.Settings;
import org.reelhouse.match.MatchSettings;

/**
 * Which source is believed first. A comparator could not travel to the executors; this can.
 *
 * @param priorities source to its priority; lower wins, a source without one comes last
 * @param winners column to the sources that go before all others there, the first first
 */
public record SourcePriority(
    HashMap<String, Integer> priorities, HashMap<String, List<String>> winners)
    implements Serializable {

  /** By reference alone. */
  public static final SourcePriority NONE = new SourcePriority(new HashMap<>(), new HashMap<>());

  public static SourcePriority of(Settings settings) {
    HashMap<String, Integer> priorities = new HashMap<>();
    settings.sources().forEach((source, its) -> priorities.put(source, its.priority()));
    return new SourcePriority(
        priorities, new HashMap<>(settings.of(MatchSettings.class).winners()));
  }

  /** Orders references ({@code source:source_id}), that of the best source first. */
  public Comparator<String> bestFirst() {
    return Comparator.comparingInt(this::priority).thenComparing(Comparator.naturalOrder());
  }

  /** The sources that go before all others in a column; none where priority alone decides. */
  public List<String> winners(String column) {
    return winners.getOrDefault(column, List.of());
  }

  private int priority(String reference) {
    String source = reference.substring(0, reference.indexOf(':'));
    return priorities.getOrDefault(source, Integer.MAX_VALUE);
  }
}
