package org.reelhouse.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgeRatingsTest {
  @ParameterizedTest
  @CsvSource({
    "PG-13,13",
    "PG-13 - Teens 13 or older,13",
    "G - All Ages,0",
    "R - 17+ (violence & profanity),17",
    "R+ - Mild Nudity,17",
    "Rx - Hentai,18",
    "TV-Y7-FV,7",
    "tv-ma,17",
    "NC-17,18",
    "16+,16",
    "AGES_18_,18",
    "ALL_AGES,0",
    "13,13"
  })
  void readsTheYoungestAgeOfALabel(String label, int age) {
    assertThat(AgeRatings.youngest(label)).isEqualTo(OptionalInt.of(age));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"NR", "UNRATED", "TV-NR", "NOT_RATE", "74 min", "74", ""})
  void knowsNoAgeWhereThereIsNone(String label) {
    assertThat(AgeRatings.youngest(label)).isEmpty();
  }
}
