package org.reelhouse.config;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All settings of a run: what every package may need, and a section for each package that has
 * settings of its own. Every key and its default stands, with its why, in {@code
 * conf/reference.yaml}.
 */
public final class Settings {
  private final Common common;
  private final Map<Class<?>, Record> sections;

  Settings(Common common, Map<Class<?>, Record> sections) {
    this.common = common;
    this.sections = Map.copyOf(sections);
  }

  /**
   * What belongs to no single package.
   *
   * @param data folder or URI below which the paths of the sources are found
   * @param spark settings of the Spark session, where spark-submit does not set them
   * @param sources source name to what it publishes
   */
  record Common(String data, Map<String, String> spark, Map<String, SourceSettings> sources) {
    Common {
      if (Require.present("data", data).isBlank()) {
        throw new InvalidSetting("data", "must name a folder");
      }
      spark = Require.full("spark", spark);
      spark.keySet().forEach(Common::checkOfSpark);
      sources = Require.full("sources", sources);
    }

    /** Spark passes over what it does not know. */
    private static void checkOfSpark(String property) {
      if (!property.startsWith("spark.")) {
        throw new InvalidSetting(
            "spark." + property, "is no setting of Spark, whose names begin with spark.");
      }
    }
  }

  /** Folder or URI below which the paths of the sources are found. */
  public String data() {
    return common.data();
  }

  /** Settings of the Spark session, where spark-submit does not set them. */
  public Map<String, String> spark() {
    return common.spark();
  }

  /** Source name to what it publishes. */
  public Map<String, SourceSettings> sources() {
    return common.sources();
  }

  /**
   * The settings of one package.
   *
   * @throws IllegalArgumentException if these settings were read without that section
   */
  public <T extends Record> T of(Class<T> section) {
    @Nullable Record present = sections.get(section);
    if (present == null) {
      throw new IllegalArgumentException("No section is bound to " + section.getName());
    }
    return section.cast(present);
  }

  /** These settings with another section in the place of that of its type. */
  public Settings with(Record section) {
    of(section.getClass());
    Map<Class<?>, Record> others = new HashMap<>(sections);
    others.put(section.getClass(), section);
    return new Settings(common, others);
  }

  /** These settings with other sources; names of those that are gone go from every section. */
  public Settings withSources(Map<String, SourceSettings> others) {
    Map<Class<?>, Record> among = new HashMap<>(sections);
    among.replaceAll(
        (type, section) ->
            section instanceof NamesSources<?> naming ? naming.among(others.keySet()) : section);
    return new Settings(new Common(data(), spark(), others), among);
  }
}
