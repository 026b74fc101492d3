package org.reelhouse.normalize.values;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({
    "90 min, 90",
    "1 hr 55 min, 115",
    "1 hr. 47 min., 107",
    "2 hr., 120",
    "1h 30m, 90",
    "24 min per ep, 24",
    "24 min. per ep., 24",
    "1 hr. 2 min. per ep., 62",
    "45 sec, 1",
    "61 sec. per ep., 2",
    "1 min 30 sec, 2",
    "2h 3m, 123",
    "1h30, 90",
    "1 hour and 30 minutes, 90",
    "1.5 hours, 90",
    "95.0 min, 95",
    "PT1H30M, 90",
    "PT45S, 1",
    "1:45:00, 105",
    "1:45, 105",
    "24:30, 25",
    "ca. 24m, 24",
    "~24 min, 24",
    "24 mins/ep, 24",
    "24 min each, 24",
    "90', 90",
    "1 Std. 30 Min., 90",
    "1 hora 30 minutos, 90",
    "24分, 24",
    "1時間30分, 90"
  })
  void readsMinutes(String text, int minutes) {
    assertThat(Durations.minutes(text)).isEqualTo(minutes);
    assertThat(Durations.seasons(text)).isNull();
    assertThat(Durations.isDuration(text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"90, 90", "90.0, 90", "1 hr, 60"})
  void takesANumberAloneForMinutesWhereTheColumnHoldsThem(String text, int minutes) {
    assertThat(Durations.minutesOrNumber(text)).isEqualTo(minutes);
  }

  @ParameterizedTest
  @CsvSource({
    "1 Season, 1",
    "2 Seasons, 2",
    "12 seasons, 12",
    "2 Temporadas, 2",
    "1 Staffel, 1",
    "'2 Seasons, 16 Episodes', 2"
  })
  void readsSeasons(String text, int seasons) {
    assertThat(Durations.seasons(text)).isEqualTo(seasons);
    assertThat(Durations.minutes(text)).isNull();
    assertThat(Durations.isDuration(text)).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "Unknown",
        "0 min",
        "0 Seasons",
        "TV-14",
        "90",
        "per ep",
        "min",
        "m",
        "PT",
        "P",
        "1:75",
        "ca.",
        "16+",
        "1 Season 2 min"
      })
  void findsNothingInWhatIsNoDuration(String text) {
    assertThat(Durations.isDuration(text)).isFalse();
  }
}
