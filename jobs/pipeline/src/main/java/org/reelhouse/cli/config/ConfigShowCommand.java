package org.reelhouse.cli.config;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.reelhouse.cli.options.SettingsOptions;
import org.reelhouse.config.EffectiveSetting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows settings and JVM options as they count, with where each was set. */
@Command(
    name = "show",
    description = {
      "Shows every setting as it counts and where it was set last: a file and its line, --set, or spark-submit. Then the"
          + " settings of Spark and the options of this JVM in the same way. Starts no session and reads no lake.",
      "",
      "Later ones go before earlier ones: conf/reference.yaml, conf/sources.yaml, --profile, --conf files in their order,"
          + " --set; for Spark's own settings, what spark-submit sets goes before all of them."
    },
    footer = {
      "",
      "Examples:",
      "  reelhouse config show recommend",
      "  reelhouse config show spark jvm --profile cluster",
      "  reelhouse config show --conf mine.yaml --set match.threshold=0.8 --json"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ConfigShowCommand implements Callable<Integer> {
  /** Wider cells push the others of their row aside. */
  private static final int WIDEST_KEY = 60;

  private static final int WIDEST_VALUE = 40;

  @Spec private CommandSpec spec;
  @Mixin private SettingsOptions options = new SettingsOptions();

  @Parameters(
      arity = "0..*",
      paramLabel = "KEY",
      description =
          "Only these keys and what stands below them, such as recommend.content, spark, jvm")
  private List<String> keys = List.of();

  @Option(names = "--json", description = "Print JSON")
  private boolean json;

  @Override
  public Integer call() {
    EffectiveConfig all = EffectiveConfig.of(options);
    EffectiveConfig config = new EffectiveConfig(asked(all.settings()), asked(all.jvm()));
    if (config.settings().isEmpty() && config.jvm().isEmpty()) {
      throw options.misuse(
          "Cannot show %s: there is no such key. Leave it out to see all."
              .formatted(String.join(", ", keys)));
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? json(config) : text(config));
    out.flush();
    return 0;
  }

  private List<EffectiveSetting> asked(List<EffectiveSetting> settings) {
    return settings.stream()
        .filter(
            setting ->
                keys.isEmpty()
                    || keys.stream().anyMatch(key -> (setting.key() + ".").startsWith(key + ".")))
        .toList();
  }

  private String json(EffectiveConfig config) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("profile", options.profile());
    ObjectNode settings = root.putObject("settings");
    config.settings().forEach(setting -> describe(setting, settings.putObject(setting.key())));
    ArrayNode jvm = root.putArray(EffectiveConfig.JVM);
    config.jvm().forEach(option -> describe(option, jvm.addObject()));
    return root.toPrettyString() + System.lineSeparator();
  }

  private static void describe(EffectiveSetting setting, ObjectNode node) {
    node.set("value", setting.value());
    node.put("origin", setting.origin().link());
  }

  private String text(EffectiveConfig config) {
    List<EffectiveSetting> rows = new ArrayList<>(config.settings());
    rows.addAll(config.jvm());
    int keyWidth = width(rows, EffectiveSetting::key, WIDEST_KEY);
    int valueWidth = width(rows, ConfigShowCommand::shown, WIDEST_VALUE);
    String row = "%-" + keyWidth + "s  %-" + valueWidth + "s  %s%n";
    String profile = options.profile();
    StringBuilder text = new StringBuilder(profile == null ? "No profile" : "Profile " + profile);
    text.append(System.lineSeparator()).append(System.lineSeparator());
    rows.forEach(
        setting ->
            text.append(
                String.format(
                    Locale.ROOT, row, setting.key(), shown(setting), setting.origin().link())));
    return text.toString();
  }

  private static String shown(EffectiveSetting setting) {
    return setting.value().isValueNode() ? setting.value().asText() : setting.value().toString();
  }

  private static int width(
      List<EffectiveSetting> rows, Function<EffectiveSetting, String> cell, int most) {
    return rows.stream()
        .mapToInt(row -> cell.apply(row).length())
        .filter(width -> width <= most)
        .max()
        .orElse(1);
  }
}
