package org.reelhouse.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrafficSplitTest {

  @Test
  void sharesTheUsersAsAsked() {
    TrafficSplit split = TrafficSplit.between(20260101, 20260201, 0.3);

    long second =
        IntStream.range(0, 10_000).filter(user -> split.placeOf("films:" + user) == 1).count();

    assertThat(second / 10_000.0).isCloseTo(0.3, within(0.02));
  }

  @Test
  void givesAUserTheSameVersionWhileSharesGrow() {
    List<String> users = IntStream.range(0, 1000).mapToObj(user -> "films:" + user).toList();

    assertThat(users).filteredOn(user -> second(0.3, user)).allMatch(user -> second(0.5, user));
  }

  @Test
  void givesEverybodyTheOnlyVersion() {
    assertThat(TrafficSplit.all(20260101).placeOf("films:1")).isZero();
  }

  private static boolean second(double share, String user) {
    return TrafficSplit.between(20260101, 20260201, share).placeOf(user) == 1;
  }

  @Test
  void saysWhichVersionsServe() {
    assertThat(TrafficSplit.NONE.inWords()).isEqualTo("no version serves");
    assertThat(TrafficSplit.all(20260101).inWords()).isEqualTo("20260101 serves");
    assertThat(TrafficSplit.between(20260101, 20260201, 0.3).inWords())
        .isEqualTo("20260101 (70 %) and 20260201 (30 %) serve");
  }
}
