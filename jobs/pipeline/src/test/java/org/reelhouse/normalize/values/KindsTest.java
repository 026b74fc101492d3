package org.reelhouse.normalize.values;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelhouse.reference.Kind;

class KindsTest {

  @ParameterizedTest
  @CsvSource({
    "Movie, movie",
    "film, movie",
    "TV, series",
    "TV Show, series",
    "TV Special, special",
    "Special, special",
    "OVA, ova",
    "ONA, ona",
    "Music, music",
    "PV, short",
    "tvMiniSeries, series",
    "Limited Series, series",
    "TV_SHORT, series",
    "CM, short"
  })
  void readsTheWordsOfTheSources(String word, String kind) {
    assertThat(Kinds.of(word)).isEqualTo(Kind.of(kind));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "Unknown", "podcast"})
  void leavesOtherWordsOpen(String word) {
    assertThat(Kinds.of(word)).isNull();
  }
}
