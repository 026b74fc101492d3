package org.reelhouse.config;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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
    EnrichSettings enrich,
    MatchSettings match,
    RecommendSettings recommend,
    PopularitySettings popularity,
    ThemesSettings themes,
    TrendsSettings trends,
    ModelsSettings models,
    Map<String, SourceSettings> sources) {

  public Settings {
    if (Require.present("data", data).isBlank()) {
      throw new InvalidSetting("data", "must name a folder");
    }
    spark = Require.full("spark", spark);
    spark.keySet().forEach(Settings::checkOfSpark);
    Require.present("pipeline", pipeline);
    Require.present("enrich", enrich);
    Require.present("match", match);
    Require.present("recommend", recommend);
    Require.present("popularity", popularity);
    Require.present("themes", themes);
    Require.present("trends", trends);
    Require.present("models", models);
    sources = Require.full("sources", sources);
    checkWinners(match.winners(), sources.keySet());
  }

  /** Spark passes over what it does not know. */
  private static void checkOfSpark(String property) {
    if (!property.startsWith("spark.")) {
      throw new InvalidSetting(
          "spark." + property, "is no setting of Spark, whose names begin with spark.");
    }
  }

  private static void checkWinners(Map<String, List<String>> winners, Set<String> sources) {
    new TreeMap<>(winners)
        .forEach(
            (column, named) ->
                named.stream()
                    .filter(winner -> !sources.contains(winner))
                    .forEach(winner -> refuse("match.winners." + column, winner, sources)));
  }

  private static void refuse(String key, String winner, Set<String> sources) {
    throw new InvalidSetting(
        key,
        "names "
            + winner
            + ", which is no source; those are "
            + String.join(", ", new TreeSet<>(sources)));
  }

  /** These settings with others of popularity. */
  public Settings withPopularity(PopularitySettings other) {
    return new Settings(
        data, spark, pipeline, enrich, match, recommend, other, themes, trends, models, sources);
  }

  /** These settings with other sources; those that are gone win nothing. */
  public Settings withSources(Map<String, SourceSettings> others) {
    MatchSettings among = match.withWinnersAmong(others.keySet());
    return new Settings(
        data,
        spark,
        pipeline,
        enrich,
        among,
        recommend,
        popularity,
        themes,
        trends,
        models,
        others);
  }
}
