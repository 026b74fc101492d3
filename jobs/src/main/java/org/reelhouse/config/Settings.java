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
    Require.present("data", data);
    spark = Map.copyOf(Require.present("spark", spark));
    Require.present("pipeline", pipeline);
    Require.present("match", match);
    Require.present("recommend", recommend);
    Require.present("popularity", popularity);
    Require.present("themes", themes);
    Require.present("trends", trends);
    sources = Map.copyOf(Require.present("sources", sources));
  }

  /** These settings with other sources. */
  public Settings withSources(Map<String, SourceSettings> others) {
    return new Settings(
        data, spark, pipeline, match, recommend, popularity, themes, trends, others);
  }
}
