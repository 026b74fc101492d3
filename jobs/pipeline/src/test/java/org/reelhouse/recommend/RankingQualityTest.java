package org.reelhouse.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RankingQualityTest {

  @Test
  void aPerfectListHasAnNdcgOfOne() {
    assertThat(RankingQuality.ndcg(List.of(3, 1, 9), Set.of(1, 3), 3)).isEqualTo(1.0);
  }

  @Test
  void aHitAtASecondPlaceCountsLess() {
    double ndcg = RankingQuality.ndcg(List.of(9, 1), Set.of(1), 2);

    assertThat(ndcg).isCloseTo(1 / (Math.log(3) / Math.log(2)), within(1e-12));
  }

  @Test
  void recallIsTheShareOfRelevantTitlesInTheList() {
    assertThat(RankingQuality.recall(List.of(1, 2), Set.of(2, 7))).isEqualTo(0.5);
  }
}
