package org.reelhouse.models;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.reelhouse.PipelineException;
import org.reelhouse.Report;
import org.reelhouse.Report.Shown;
import org.reelhouse.lake.Lake;

/**
 * Two versions of a model side by side.
 *
 * @param measures of both, by metric and split; each of the held-out rows of its own day
 * @param differences parameters, tables and other properties that are not the same, by name
 */
public record VersionComparison(
    ModelVersion left,
    ModelVersion right,
    SortedMap<String, Pair<Double>> measures,
    SortedMap<String, Pair<String>> differences) {
  private static final int LONGEST = 20;

  /** A measure or property of both; empty where one has none. */
  public record Pair<T>(@Nullable T left, @Nullable T right) {}

  /**
   * Compares two versions by their numbers.
   *
   * @throws PipelineException if there is no such version
   */
  public static VersionComparison of(Lake lake, String model, int left, int right) {
    History history = History.all(model, lake);
    return of(lake, known(history, left), known(history, right));
  }

  /**
   * Compares the newest version with the one that serves, or else with the one before.
   *
   * @throws PipelineException if there are not two versions
   */
  public static VersionComparison ofNewest(Lake lake, String model) {
    History history = History.all(model, lake);
    ModelVersion newest = newest(history);
    return of(lake, known(history, other(history, newest)), newest);
  }

  /** Both versions, and what was measured and what differs, each with the values of both. */
  public Report report() {
    return Report.EMPTY
        .with("model", left.model())
        .with(
            "versions",
            new Shown(
                List.of(left.version(), right.version()), left.version() + ", " + right.version()))
        .with(rows("measures", "measure", measures))
        .with(rows("differences", "property", differences));
  }

  private static Report.Rows rows(
      String name, String column, Map<String, ? extends Pair<?>> pairs) {
    return Report.Rows.of(name, column, "left", "right")
        .withAll(
            pairs.entrySet().stream()
                .map(
                    pair ->
                        Report.Rows.row(
                            pair.getKey(),
                            brief(pair.getValue().left()),
                            brief(pair.getValue().right())))
                .toList());
  }

  /** The ends of long texts, such as hashes, say no more than their beginnings. */
  private static @Nullable Object brief(@Nullable Object value) {
    return value instanceof String text && text.length() > LONGEST
        ? new Shown(text, text.substring(0, LONGEST - 3) + "...")
        : value;
  }

  private static VersionComparison of(Lake lake, ModelVersion left, ModelVersion right) {
    SortedMap<String, Pair<String>> differences = pairs(properties(left), properties(right));
    differences.values().removeIf(pair -> Objects.equals(pair.left(), pair.right()));
    return new VersionComparison(
        left, right, pairs(measures(lake, left), measures(lake, right)), differences);
  }

  private static ModelVersion known(History history, int version) {
    return history
        .version(version)
        .orElseThrow(
            () ->
                new PipelineException(
                    "Cannot compare %s %d: there is no such version. reelhouse models list shows those there are."
                        .formatted(history.model(), version)));
  }

  private static ModelVersion newest(History history) {
    return history.versions().stream()
        .max(Comparator.comparing(ModelVersion::version))
        .orElseThrow(
            () ->
                new PipelineException(
                    "Cannot compare versions of %s: this lake has none. reelhouse models list shows the models there are."
                        .formatted(history.model())));
  }

  /** The version that serves, first of two, unless it is the newest; else the one before that. */
  private static int other(History history, ModelVersion newest) {
    return history.serving().shares().stream()
        .findFirst()
        .map(TrafficSplit.Share::version)
        .filter(serving -> serving != newest.version())
        .or(() -> before(history, newest))
        .orElseThrow(
            () ->
                new PipelineException(
                    "Cannot compare %s %d: it is the only version."
                        .formatted(history.model(), newest.version())));
  }

  private static Optional<Integer> before(History history, ModelVersion newest) {
    return history.versions().stream()
        .map(ModelVersion::version)
        .filter(version -> version < newest.version())
        .max(Comparator.naturalOrder());
  }

  private static <T> SortedMap<String, Pair<T>> pairs(Map<String, T> left, Map<String, T> right) {
    TreeSet<String> names = new TreeSet<>(left.keySet());
    names.addAll(right.keySet());
    SortedMap<String, Pair<T>> pairs = new TreeMap<>();
    names.forEach(name -> pairs.put(name, new Pair<>(left.get(name), right.get(name))));
    return pairs;
  }

  private static Map<String, Double> measures(Lake lake, ModelVersion version) {
    Map<String, Double> measures = new TreeMap<>();
    for (Measure measure : version.measures(lake)) {
      measures.put(measure.metric() + " (" + measure.split() + ")", measure.value());
    }
    return measures;
  }

  private static Map<String, String> properties(ModelVersion version) {
    Map<String, String> properties = new TreeMap<>();
    version.parameters().forEach((name, value) -> properties.put("parameter " + name, value));
    version
        .tablesRead()
        .forEach((table, number) -> properties.put("version of " + table, String.valueOf(number)));
    properties.put("settings", version.settingsHash());
    properties.put("code commit", version.codeCommit());
    properties.put("training rows", String.format(Locale.ROOT, "%,d", version.trainingRows()));
    properties.put("status", version.status());
    return properties;
  }
}
