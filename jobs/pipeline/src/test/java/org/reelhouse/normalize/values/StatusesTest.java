package org.reelhouse.normalize.values;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusesTest {

  @ParameterizedTest
  @CsvSource({
    "Released, released",
    "Finished Airing, released",
    "Ended, released",
    "Currently Airing, airing",
    "Returning Series, airing",
    "Not yet aired, upcoming",
    "Post Production, in_production",
    "Planned, planned",
    "Cancelled, canceled",
    "Rumored, rumored"
  })
  void readsTheWordsOfTheSources(String words, String status) {
    assertThat(Statuses.of(words)).isEqualTo(status);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "Unknown", "lost"})
  void leavesOtherWordsOpen(String words) {
    assertThat(Statuses.of(words)).isNull();
  }
}
