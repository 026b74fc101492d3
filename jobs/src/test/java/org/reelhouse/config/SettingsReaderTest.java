package org.reelhouse.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelhouse.PipelineException;
import org.reelhouse.config.SettingsReader.Document;
import org.reelhouse.testing.TestSettings;

class SettingsReaderTest {

  private static Settings read(String overlay, Map<String, String> overrides) {
    return SettingsReader.read(
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

    assertThatThrownBy(() -> SettingsReader.read(List.of(empty), Map.of()))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("spark (in no file) is missing");
  }

  @Test
  void aMissingNumberOfASectionIsNotTakenForZero() {
    Document reference = TestSettings.document("reference");
    String without = reference.text().replaceFirst("(?m)^  max-block:.*$", "");

    assertThatThrownBy(
            () ->
                SettingsReader.read(
                    List.of(new Document("cut.yaml", without), TestSettings.document("sources")),
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
  @CsvSource({"match.max-block, many", "match.max-block, 1.5", "recommend.seed, [1]", "match, 3"})
  void aValueOfTheWrongTypeIsNamed(String key, String value) {
    assertThatThrownBy(() -> read("", Map.of(key, value)))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining(key + " (--set " + key + "=" + value + ") cannot be read");
  }

  @Test
  void laterDocumentsGoOverEarlierOnesKeyByKeyAndSetOverAll() {
    Settings settings =
        read("match:\n  threshold: 0.5\n  max-block: 9\n", Map.of("match.threshold", "0.6"));

    assertThat(settings.match()).isEqualTo(new MatchSettings(0.6, 9));
    assertThat(settings.recommend().perUser()).isEqualTo(10);
  }

  @Test
  void anOverlayAddsASourceWithoutCode() {
    Settings settings =
        read(
            "sources: {mine: {priority: 1, datasets: {t: {format: catalogue-csv, paths: [a.csv]}}}}",
            Map.of());

    assertThat(settings.sources()).containsKeys("mine", "tmdb");
  }

  @Test
  void brokenYamlIsNamedWithItsLine() {
    assertThatThrownBy(() -> read("match:\n  threshold: [\n", Map.of()))
        .isInstanceOf(PipelineException.class)
        .hasMessageStartingWith("Cannot read settings from mine.yaml line");
  }

  @Test
  void aKeyThatStandsTwiceIsRefused() {
    assertThatThrownBy(() -> read("data: a\ndata: b\n", Map.of()))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("data");
  }
}
