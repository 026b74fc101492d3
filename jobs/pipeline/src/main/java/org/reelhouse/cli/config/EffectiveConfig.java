package org.reelhouse.cli.config;

import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.jspecify.annotations.Nullable;
import org.reelhouse.cli.options.SettingsFiles;
import org.reelhouse.cli.options.SettingsOptions;
import org.reelhouse.cli.session.Sessions;
import org.reelhouse.config.EffectiveSetting;
import org.reelhouse.config.Origin;
import org.reelhouse.config.SettingsReader.Document;
import scala.Tuple2;

/**
 * What a command would run by.
 *
 * @param settings in the order of their documents, then those of Spark that stand in none
 * @param jvm options of this JVM, in their order
 */
record EffectiveConfig(List<EffectiveSetting> settings, List<EffectiveSetting> jvm) {
  /** The key of each of the JVM's options. */
  static final String JVM = "jvm";

  private static final Origin SUBMIT = new Origin("spark-submit", 0);
  private static final Origin REQUIRED = new Origin("required", 0);
  private static final Origin COMMAND_LINE = new Origin("command line of the JVM", 0);

  /** What Spark's own pages hide as well. */
  private static final Pattern SECRET =
      Pattern.compile("(?i)secret|password|token|access[.]?key|api[.]?key");

  /**
   * The configuration of this JVM under some options.
   *
   * @throws picocli.CommandLine.ParameterException if a file or setting cannot be used
   */
  static EffectiveConfig of(SettingsOptions options) {
    Map<String, EffectiveSetting> settings = new LinkedHashMap<>();
    options.list().forEach(setting -> settings.put(setting.key(), shown(setting)));
    for (Tuple2<String, String> property : new SparkConf().getAll()) {
      settings.put(property._1(), shown(text(property._1(), property._2(), SUBMIT)));
    }
    Sessions.REQUIRED.forEach((key, value) -> settings.put(key, text(key, value, REQUIRED)));
    return new EffectiveConfig(List.copyOf(settings.values()), jvm(options.profile()));
  }

  private static List<EffectiveSetting> jvm(@Nullable String profile) {
    Map<String, Origin> origins = new HashMap<>();
    Document file = profile == null ? null : SettingsFiles.jvmOptions(profile);
    if (file != null) {
      List<String> lines = file.text().lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        origins.put(withoutFolder(lines.get(i)), new Origin(file.name(), i + 1));
      }
    }
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .map(option -> text(JVM, option, origins.getOrDefault(withoutFolder(option), COMMAND_LINE)))
        .toList();
  }

  /** An option without the comment behind it, and a file that it names without its folder. */
  private static String withoutFolder(String line) {
    return line.replaceFirst("#.*", "").strip().replaceFirst("(File=).*/", "$1");
  }

  private static EffectiveSetting text(String key, String value, Origin origin) {
    return new EffectiveSetting(key, TextNode.valueOf(value), origin);
  }

  private static EffectiveSetting shown(EffectiveSetting setting) {
    return SECRET.matcher(setting.key()).find()
        ? text(setting.key(), "(hidden)", setting.origin())
        : setting;
  }
}
