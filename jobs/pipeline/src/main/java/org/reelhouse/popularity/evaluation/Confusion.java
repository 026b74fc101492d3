package org.reelhouse.popularity.evaluation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * How often which level was predicted for which.
 *
 * @param counts true level to predicted level to titles
 */
record Confusion(Map<String, Map<String, Long>> counts) {
  private static final List<String> LEVELS = List.of("Low", "Medium", "High");

  static Confusion of(List<Row> tallies) {
    Map<String, Map<String, Long>> counts = new TreeMap<>();
    for (Row row : tallies) {
      counts
          .computeIfAbsent(row.getAs("level"), level -> new TreeMap<>())
          .merge(row.getAs("predicted_level"), row.getAs("titles"), Long::sum);
    }
    return new Confusion(counts);
  }

  /** Share of the titles whose level was predicted. */
  double accuracy() {
    return (double) LEVELS.stream().mapToLong(level -> count(level, level)).sum()
        / LEVELS.stream().mapToLong(this::titles).sum();
  }

  /** Mean of the levels' F1 scores; a level never predicted and never true is left out. */
  double macroF1() {
    return LEVELS.stream()
        .filter(level -> titles(level) + predictions(level) > 0)
        .mapToDouble(level -> 2.0 * count(level, level) / (titles(level) + predictions(level)))
        .average()
        .orElse(0);
  }

  private long titles(String level) {
    return counts.getOrDefault(level, Map.of()).values().stream().mapToLong(n -> n).sum();
  }

  private long predictions(String level) {
    return LEVELS.stream().mapToLong(actual -> count(actual, level)).sum();
  }

  private long count(String actual, String predicted) {
    return counts.getOrDefault(actual, Map.of()).getOrDefault(predicted, 0L);
  }
}
