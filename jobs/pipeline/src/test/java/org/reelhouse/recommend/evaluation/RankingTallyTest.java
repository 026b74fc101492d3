package org.reelhouse.recommend.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.recommend.catalogue.Catalogue;
import org.reelhouse.recommend.catalogue.Facts;
import org.reelhouse.recommend.catalogue.RatedTitle;
import org.reelhouse.recommend.catalogue.RatedTitle.RatingSum;
import org.reelhouse.recommend.catalogue.Titles;
import org.reelhouse.recommend.evaluation.RankingEvaluation.ModelQuality;
import org.reelhouse.testing.TestSettings;

class RankingTallyTest {
  private static final Titles TITLES =
      Titles.of(
          List.of(Facts.rated("a", 10), Facts.rated("b", 5), Facts.rated("c", 7)),
          TestSettings.shipped().of(RecommendSettings.class).content());

  /** Title a has half of the ratings, b a third, c a sixth; there are eight raters. */
  private static RankingTally tally() {
    return new RankingTally(
        new Catalogue(() -> TITLES, List.of(candidate(10, 6), candidate(5, 4), candidate(7, 2))),
        8,
        2);
  }

  private static RatedTitle candidate(int number, long ratings) {
    return new RatedTitle(number, Map.of("films", new RatingSum(ratings, ratings)));
  }

  @Test
  void meansAreThoseOfTheUsers() {
    RankingTally tally = tally();
    tally.add(3, List.of(10, 5), Set.of(10));
    tally.add(30, List.of(10, 5), Set.of(7));

    ModelQuality quality = tally.quality("any");

    assertThat(quality.ndcg()).isCloseTo(0.5, within(1e-9));
    assertThat(quality.recall()).isCloseTo(0.5, within(1e-9));
    assertThat(quality.map()).isCloseTo(0.5, within(1e-9));
    assertThat(quality.hitRate()).isCloseTo(0.5, within(1e-9));
    assertThat(quality.coverage()).isCloseTo(2 / 3.0, within(1e-9));
    assertThat(quality.novelty())
        .isCloseTo(-(Math.log(6 / 8.0) + Math.log(4 / 8.0)) / 2 / Math.log(2), within(1e-9));
    assertThat(quality.ndcgByUser()).isEqualTo(Map.of("cold", 1.0, "warm", 0.0));
    assertThat(quality.recallByTitle()).isEqualTo(Map.of("popular", 1.0, "rare", 0.0));
  }

  @Test
  void aTitleThatNobodyRatedIsRareAndCannotBeFound() {
    RankingTally tally = tally();
    tally.add(3, List.of(10, 5), Set.of(99));

    assertThat(tally.quality("any").recallByTitle()).isEqualTo(Map.of("rare", 0.0));
  }
}
