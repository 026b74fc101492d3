package org.reelhouse.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkTest {
  @Test
  void lowersTheRankWhereTheRatingsAreMany() {
    assertThat(Work.affordableRank(64, 1_000_000, 8, 3.3e10)).isEqualTo(64);
    assertThat(Work.affordableRank(64, 4_000_000, 8, 3.3e10)).isEqualTo(32);
    assertThat(Work.affordableRank(16, 4_000_000, 8, 3.3e10)).isEqualTo(16);
    assertThat(Work.affordableRank(64, 1_000_000_000, 8, 3.3e10)).isEqualTo(8);
    assertThat(Work.affordableRank(4, 1_000_000_000, 8, 3.3e10)).isEqualTo(4);
  }
}
