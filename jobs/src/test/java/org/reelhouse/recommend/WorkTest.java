package org.reelhouse.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WorkTest {
  @Test
  void leavesOutWhatIsTooDearButNeverTheCheapest() {
    List<Integer> ranks = List.of(32, 16, 64);

    assertThat(Work.affordable(ranks, rank -> Work.of(1000, 8, rank), 3e6)).containsExactly(16);
    assertThat(Work.affordable(ranks, rank -> Work.of(1000, 8, rank), 1e6)).containsExactly(16);
    assertThat(Work.affordable(ranks, rank -> Work.of(1000, 8, rank), 8.2e6))
        .containsExactly(32, 16);
  }
}
