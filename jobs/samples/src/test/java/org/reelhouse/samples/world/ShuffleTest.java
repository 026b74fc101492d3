package org.reelhouse.samples.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShuffleTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 7, 900, 10_000})
  void givesEachNumberAPlaceOfItsOwnAndFindsItAgain(long size) {
    Shuffle shuffle = new Shuffle(size, 12_345);
    Set<Long> places = new HashSet<>();

    for (long number = 0; number < size; number++) {
      long place = shuffle.place(number);
      places.add(place);
      assertThat(shuffle.at(place)).isEqualTo(number);
    }

    assertThat(places).hasSize((int) size).allMatch(place -> place >= 0 && place < size);
  }
}
