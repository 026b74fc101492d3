package org.reelhouse.config;

import java.util.Map;

/**
 * All settings of a run. Every key and its default stands, with its why, in {@code
 * conf/reference.yaml}.
 *
 * @param data folder or URI below which the paths of the sources are found
 * @param spark settings of the Spark session, where spark-submit does not set them
 * @param sources source name to what it publishes
 */
public record Settings(
    String data,
    Map<String, String> spark,
    PipelineSettings pipeline,
    MatchSettings match,
    RecommendSettings recommend,
    PopularitySettings popularity,
    ThemesSettings themes,
    TrendsSettings trends,
    Map<String, SourceSettings> sources) {

  public Settings {
    if (Require.present("data", data).isBlank()) {
      throw new InvalidSetting("data", "must name a folder");
    }
    spark = Require.full("spark", spark);
    spark.keySet().forEach(Settings::checkOfSpark);
    Require.present("pipeline", pipeline);
    Require.present("match", match);
    Require.present("recommend", recommend);
    Require.present("popularity", popularity);
    Require.present("themes", themes);
    Require.present("trends", trends);
    sources = Require.full("sources", sources);
  }

  /** Spark passes over what it does not know. */
  private static void checkOfSpark(String property) {
    if (!property.startsWith("spark.")) {
      throw new InvalidSetting(
          "spark." + property, "is no setting of Spark, whose names begin with spark.");
    }
  }

  /** These settings with other sources. */
  public Settings withSources(Map<String, SourceSettings> others) {
    return new Settings(
        data, spark, pipeline, match, recommend, popularity, themes, trends, others);
  }
}
