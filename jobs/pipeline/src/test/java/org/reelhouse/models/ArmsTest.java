package org.reelhouse.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArmsTest {

  @Test
  void sharesTheUsersAsAsked() {
    Arms arms = new Arms(List.of(0.7, 0.3));

    long second = IntStream.range(0, 10_000).filter(user -> arms.of("films:" + user) == 1).count();

    assertThat(second / 10_000.0).isCloseTo(0.3, within(0.02));
  }

  @Test
  void givesAUserTheSameVersionWhileSharesGrow() {
    List<String> users = IntStream.range(0, 1000).mapToObj(user -> "films:" + user).toList();

    assertThat(users)
        .filteredOn(user -> new Arms(List.of(0.7, 0.3)).of(user) == 1)
        .allMatch(user -> new Arms(List.of(0.5, 0.5)).of(user) == 1);
  }

  @Test
  void givesEverybodyTheOnlyVersion() {
    assertThat(new Arms(List.of(1.0)).of("films:1")).isZero();
  }
}
