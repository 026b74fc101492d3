package org.reelhouse.recommend.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlsBudgetTest {
  @Test
  void lowersTheRankWhereTheRatingsAreMany() {
    assertThat(AlsBudget.affordableRank(64, 1_000_000, 8, 3.3e10)).isEqualTo(64);
    assertThat(AlsBudget.affordableRank(64, 4_000_000, 8, 3.3e10)).isEqualTo(32);
    assertThat(AlsBudget.affordableRank(16, 4_000_000, 8, 3.3e10)).isEqualTo(16);
    assertThat(AlsBudget.affordableRank(64, 1_000_000_000, 8, 3.3e10)).isEqualTo(8);
    assertThat(AlsBudget.affordableRank(4, 1_000_000_000, 8, 3.3e10)).isEqualTo(4);
  }
}
