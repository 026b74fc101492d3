package org.reelhouse.cli.models;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reelhouse.cli.options.ReadingOptions;
import org.reelhouse.cli.session.Sessions;
import org.reelhouse.lake.DeltaLake;
import org.reelhouse.models.VersionComparison;
import org.reelhouse.models.VersionComparison.Pair;
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
      "Puts two versions of a model side by side: what was measured, and which parameters,"
          + " settings, code and tables differ.",
      "Each was measured on what was held out on its own day. Without versions, the newest is"
          + " compared with the one that serves, or else with the one before."
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

  @Override
  public Integer call() {
    if (versions.size() == 1) {
      throw options.misuse("Cannot compare one version with nothing: name two, or none.");
    }
    VersionComparison comparison =
        Sessions.with("models", options.settings().spark(), spark -> compare(options.open(spark)));
    spec.commandLine().getOut().print(json ? json(comparison) : text(comparison));
    spec.commandLine().getOut().flush();
    return 0;
  }

  private VersionComparison compare(DeltaLake lake) {
    return versions.isEmpty()
        ? VersionComparison.ofNewest(lake, model)
        : VersionComparison.of(lake, model, versions.get(0), versions.get(1));
  }

  private static String text(VersionComparison both) {
    StringBuilder text = new StringBuilder();
    text.append(
        line(
            "%-44s %20s %20s", both.left().model(), both.left().version(), both.right().version()));
    text.append(line("%nmeasured"));
    append(numbers(both.measures()), text);
    text.append(line("%ndiffers"));
    append(both.differences(), text);
    return text.toString();
  }

  private static Map<String, Pair<String>> numbers(Map<String, Pair<Double>> measures) {
    Map<String, Pair<String>> numbers = new TreeMap<>();
    measures.forEach(
        (name, pair) -> numbers.put(name, new Pair<>(number(pair.left()), number(pair.right()))));
    return numbers;
  }

  private static @Nullable String number(@Nullable Double value) {
    return value == null ? null : ModelsReport.number(value);
  }

  private static void append(Map<String, Pair<String>> pairs, StringBuilder text) {
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

  private static String json(VersionComparison both) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("model", both.left().model());
    ArrayNode versions = root.putArray("versions");
    versions.add(both.left().version());
    versions.add(both.right().version());
    describe(numbers(both.measures()), root.putObject("measures"));
    describe(both.differences(), root.putObject("differences"));
    return root.toPrettyString() + System.lineSeparator();
  }

  private static void describe(Map<String, Pair<String>> pairs, ObjectNode node) {
    pairs.forEach((name, pair) -> node.putArray(name).add(pair.left()).add(pair.right()));
  }
}
