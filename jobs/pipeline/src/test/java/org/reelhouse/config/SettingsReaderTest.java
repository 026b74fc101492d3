package org.reelhouse.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelhouse.PipelineException;
import org.reelhouse.cli.options.Sections;
import org.reelhouse.config.SettingsReader.Document;
import org.reelhouse.match.MatchSettings;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.testing.TestSettings;

class SettingsReaderTest {

  private static Settings read(String overlay, Map<String, String> overrides) {
    return Sections.reader()
        .read(
            List.of(
                TestSettings.document("reference"),
                TestSettings.document("sources"),
                new Document("mine.yaml", overlay)),
            overrides);
  }

  @Test
  void anUnknownKeyIsNamedWithItsFileAndLineAndTheKeysThereAre() {
    assertThatThrownBy(() -> read("# mine\nmatch:\n  treshold: 0.5\n", Map.of()))
        .isInstanceOf(PipelineException.class)
        .hasMessageStartingWith(
            "Cannot use the settings: match.treshold (mine.yaml line 3) is not a known key")
        .hasMessageContaining("threshold");
  }

  @Test
  void aMissingKeyIsNamed() {
    Document empty = new Document("empty.yaml", "data: here\n");

    assertThatThrownBy(() -> Sections.reader().read(List.of(empty), Map.of()))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("spark (in no file) is missing");
  }

  @Test
  void aMissingNumberOfASectionIsNotTakenForZero() {
    Document reference = TestSettings.document("reference");
    String without = reference.text().replaceFirst("(?m)^  max-block:.*$", "");

    assertThatThrownBy(
            () ->
                Sections.reader()
                    .read(
                        List.of(
                            new Document("cut.yaml", without), TestSettings.document("sources")),
                        Map.of()))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("match.max-block");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "match.threshold; 1.5; must be between 0 and 1 but is 1.5",
        "match.max-block; 1; must be between 2 and 100000 but is 1",
        "recommend.per-user; 0; must be between 1 and 1000 but is 0",
        "pipeline.parallel-jobs; 65; must be between 1 and 64 but is 65",
        "trends.min-titles; 0; must be at least 1 but is 0",
        "sources.tmdb.priority; -1; must be at least 0 but is -1"
      })
  void aValueOutOfRangeIsNamedWithWhereItWasSet(String key, String value, String problem) {
    assertThatThrownBy(() -> read("", Map.of(key, value)))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining(key + " (--set " + key + "=" + value + ") " + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "match.max-block; many; must be a whole number",
        "match.max-block; 1.5; must be a whole number",
        "recommend.seed; [1]; must be a whole number",
        "match.threshold; true; must be a number",
        "match; 3; must be keys with their values",
        "data; [here]; must be a text",
        "data; ''; is missing",
        "data; '\" \"'; must name a folder",
        "sources.tmdb.datasets.movies.paths; tmdb; must be a list"
      })
  void aValueOfTheWrongTypeOrNoneIsNamed(String key, String value, String problem) {
    assertThatThrownBy(() -> read("", Map.of(key, value)))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining(key + " (--set " + key + "=" + value + ") " + problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1e999", ".nan", ".inf", "-.inf"})
  void whatIsNoFiniteNumberIsRefusedForEveryNumber(String value) {
    for (String key : List.of("match.threshold", "recommend.als-budget", "match.max-block")) {
      assertThatThrownBy(() -> read("", Map.of(key, value)))
          .isInstanceOf(PipelineException.class)
          .hasMessageContaining("--set " + key + "=" + value);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[5, 1]", "[1]", "[0, null]", "[-5, 5]", "[0, Infinity]"})
  void aScaleIsTwoFiniteNumbersFromZeroUp(String scale) {
    String key = "sources.movielens.datasets.ratings.scale";

    assertThatThrownBy(() -> read("", Map.of(key, scale)))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining(key + " (--set " + key + "=" + scale + ") must be [lowest, highest]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "sources: {mine: }; sources.mine (mine.yaml line 1) is empty",
        "sources: {tmdb: {datasets: {movies: {paths: [a, ]}}}}; paths",
        "sources: {tmdb: {datasets: {more: }}}; sources.tmdb.datasets.more (mine.yaml line 1) is empty"
      })
  void anEmptyElementIsNamed(String overlay, String named) {
    assertThatThrownBy(() -> read(overlay.replace("[a, ]", "[a, ~]"), Map.of()))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining(named);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{ovreview: [tmdb]}; match.winners.ovreview (mine.yaml line 1) is no column that one source wins",
        "{genres: [tmdb]}; match.winners.genres (mine.yaml line 1) is no column that one source wins",
        "{overview: [tmbd]}; match.winners.overview (mine.yaml line 1) names tmbd, which is no source",
        "{overview: [mal, mal]}; match.winners.overview (mine.yaml line 1) names mal twice",
        "{overview: tmdb}; match.winners.overview (mine.yaml line 1) must be a list",
        "{overview: [~]}; match.winners.overview (mine.yaml line 1) has an empty element",
        "{overview: }; match.winners.overview (mine.yaml line 1) is empty"
      })
  void aWinnerThatCannotWinIsNamed(String winners, String problem) {
    assertThatThrownBy(() -> read("match: {winners: " + winners + "}", Map.of()))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void anOverlayReplacesTheWinnersOfOneColumn() {
    MatchSettings match =
        read("match: {winners: {episodes: [], overview: [netflix, mal]}}", Map.of())
            .of(MatchSettings.class);

    assertThat(match.winners())
        .containsEntry("episodes", List.of())
        .containsEntry("overview", List.of("netflix", "mal"))
        .containsEntry("score", List.of("jikan", "mal-scrape"));
  }

  @Test
  void aSourceOfAnOverlayCanWin() {
    String source = "sources: {mine: {priority: 9, datasets: {}}}\n";

    Settings settings = read(source + "match: {winners: {title: [mine]}}", Map.of());

    assertThat(settings.of(MatchSettings.class).winners()).containsEntry("title", List.of("mine"));
    assertThat(settings.withSources(Map.of()).of(MatchSettings.class).winners())
        .allSatisfy((column, sources) -> assertThat(sources).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"spark.eventLog.enabled", "spark.spark.eventLog.enabled"})
  void aSettingOfSparkIsSetByItsOwnNameWithOrWithoutTheKeyAboveIt(String key) {
    Settings settings = read("", Map.of(key, "true"));

    assertThat(settings.spark()).containsEntry("spark.eventLog.enabled", "true");
    assertThat(settings.spark()).containsKey("spark.sql.codegen.cache.maxEntries");
  }

  @Test
  void aSettingOfSparkThatSparkWouldPassOverIsRefused() {
    assertThatThrownBy(() -> read("spark:\n  sql.shuffle.partitions: 8\n", Map.of()))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("spark.sql.shuffle.partitions (mine.yaml line 2) is no setting");
  }

  @Test
  void anAliasThatMakesACircleIsRefused() {
    assertThatThrownBy(() -> read("match: &circle\n  threshold: *circle\n", Map.of()))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("match.threshold (mine.yaml line 2) must be a number");
  }

  @Test
  void laterDocumentsGoOverEarlierOnesKeyByKeyAndSetOverAll() {
    Settings settings =
        read("match:\n  threshold: 0.5\n  max-block: 9\n", Map.of("match.threshold", "0.6"));

    assertThat(settings.of(MatchSettings.class).threshold()).isEqualTo(0.6);
    assertThat(settings.of(MatchSettings.class).maxBlock()).isEqualTo(9);
    assertThat(settings.of(RecommendSettings.class).perUser()).isEqualTo(10);
  }

  @Test
  void anOverlayAddsASourceWithoutCode() {
    Settings settings =
        read(
            "sources: {mine: {priority: 1, datasets: {t: {format: catalogue-csv, paths: [a.csv]}}}}",
            Map.of());

    assertThat(settings.sources()).containsKeys("mine", "tmdb");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "match:~  threshold: [~; in line 3",
        "match:~\tthreshold: 1; in line 2",
        "data: a~---~data: b; another document in line 2",
        "match: {threshold: !!java/x 1}; in line 1",
        "- match; it holds no keys",
        "data; it holds no keys"
      })
  void brokenYamlIsNamedWithItsLineInOneLine(String overlay, String problem) {
    assertThatThrownBy(() -> read(overlay.replace('~', '\n'), Map.of()))
        .isInstanceOf(PipelineException.class)
        .hasMessageStartingWith("Cannot read settings from mine.yaml: ")
        .hasMessageContaining(problem)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void aKeyThatStandsTwiceIsRefused() {
    assertThatThrownBy(() -> read("data: a\ndata: b\n", Map.of()))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("data");
  }
}
