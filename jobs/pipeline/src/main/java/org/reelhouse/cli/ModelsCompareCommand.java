package org.reelhouse.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reelhouse.PipelineException;
import org.reelhouse.lake.DeltaLake;
import org.reelhouse.models.History;
import org.reelhouse.models.Measure;
import org.reelhouse.models.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts two versions of a model side by side. */
@Command(
    name = "compare",
    description = {
      "Puts two versions of a model side by side: what was measured, and which parameters, settings, code and tables differ.",
      "Each was measured on what was held out on its own day. Without versions, the newest is compared with the one that serves, or else with the one before."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ModelsCompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ReadingOptions options = new ReadingOptions();

  @Parameters(index = "0", paramLabel = "MODEL", description = "As in reelhouse models list")
  private String model = "";

  @Parameters(
      index = "1..*",
      arity = "0..2",
      paramLabel = "VERSION",
      description = "Two of its versions, such as 20260131")
  private List<Integer> versions = new ArrayList<>();

  @Option(names = "--json", description = "Print JSON")
  private boolean json;

  /** A measure or a property of both; empty where one has none. */
  private record Pair(@Nullable String left, @Nullable String right) {}

  private record Comparison(
      Version left, Version right, Map<String, Pair> measures, Map<String, Pair> differences) {}

  @Override
  public Integer call() {
    if (versions.size() == 1) {
      throw options.misuse("Cannot compare one version with nothing: name two, or none.");
    }
    Comparison comparison =
        Sessions.with("models", options.settings().spark(), spark -> compare(options.open(spark)));
    spec.commandLine().getOut().print(json ? json(comparison) : text(comparison));
    spec.commandLine().getOut().flush();
    return 0;
  }

  private Comparison compare(DeltaLake lake) {
    History history = History.all(model, lake);
    Version right = chosen(history, versions.isEmpty() ? newest(history) : versions.get(1));
    Version left = chosen(history, versions.isEmpty() ? other(history, right) : versions.get(0));
    Map<String, Pair> measures = new TreeMap<>();
    Map<String, String> ofLeft = measures(lake, left);
    Map<String, String> ofRight = measures(lake, right);
    merge(ofLeft, ofRight, measures);
    Map<String, Pair> differences = new TreeMap<>();
    merge(properties(left), properties(right), differences);
    differences.values().removeIf(pair -> Objects.equals(pair.left(), pair.right()));
    return new Comparison(left, right, measures, differences);
  }

  private Version chosen(History history, int version) {
    return history
        .version(version)
        .orElseThrow(
            () ->
                new PipelineException(
                    "Cannot compare %s %d: there is no such version. reelhouse models list shows those there are."
                        .formatted(model, version)));
  }

  private int newest(History history) {
    return history.versions().stream()
        .map(Version::version)
        .max(Comparator.naturalOrder())
        .orElseThrow(
            () ->
                new PipelineException(
                    "Cannot compare versions of %s: this lake has none. reelhouse models list shows the models there are."
                        .formatted(model)));
  }

  private int other(History history, Version newest) {
    int serving = history.serving().get(0).version();
    if (serving != newest.version()) {
      return serving;
    }
    return history.versions().stream()
        .map(Version::version)
        .filter(version -> version < newest.version())
        .max(Comparator.naturalOrder())
        .orElseThrow(
            () ->
                new PipelineException(
                    "Cannot compare %s %d: it is the only version."
                        .formatted(model, newest.version())));
  }

  private static void merge(
      Map<String, String> left, Map<String, String> right, Map<String, Pair> into) {
    TreeSet<String> names = new TreeSet<>(left.keySet());
    names.addAll(right.keySet());
    names.forEach(name -> into.put(name, new Pair(left.get(name), right.get(name))));
  }

  private static Map<String, String> measures(DeltaLake lake, Version version) {
    Map<String, String> measures = new TreeMap<>();
    for (Measure measure : version.measures(lake)) {
      measures.put(
          measure.metric() + " (" + measure.split() + ")", ModelsReport.number(measure.value()));
    }
    return measures;
  }

  private static Map<String, String> properties(Version version) {
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

  private static String text(Comparison both) {
    StringBuilder text = new StringBuilder();
    text.append(
        line(
            "%-44s %20s %20s", both.left().model(), both.left().version(), both.right().version()));
    text.append(line("%nmeasured"));
    append(both.measures(), text);
    text.append(line("%ndiffers"));
    append(both.differences(), text);
    return text.toString();
  }

  private static void append(Map<String, Pair> pairs, StringBuilder text) {
    pairs.forEach(
        (name, pair) ->
            text.append(line("%-44s %20s %20s", name, shown(pair.left()), shown(pair.right()))));
  }

  /** The ends of long texts, such as hashes, tell no more than their beginnings. */
  private static String shown(@Nullable String value) {
    String text = Objects.requireNonNullElse(value, "-");
    return text.length() > 20 ? text.substring(0, 17) + "..." : text;
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format + "%n", values);
  }

  private static String json(Comparison both) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("model", both.left().model());
    ArrayNode versions = root.putArray("versions");
    versions.add(both.left().version());
    versions.add(both.right().version());
    describe(both.measures(), root.putObject("measures"));
    describe(both.differences(), root.putObject("differences"));
    return root.toPrettyString() + System.lineSeparator();
  }

  private static void describe(Map<String, Pair> pairs, ObjectNode node) {
    pairs.forEach((name, pair) -> node.putArray(name).add(pair.left()).add(pair.right()));
  }
}
