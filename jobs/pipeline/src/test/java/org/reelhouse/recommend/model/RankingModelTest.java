package org.reelhouse.recommend.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.recommend.catalogue.Catalogue;
import org.reelhouse.recommend.catalogue.Facts;
import org.reelhouse.recommend.catalogue.RatedTitle;
import org.reelhouse.recommend.catalogue.RatedTitle.RatingSum;
import org.reelhouse.recommend.catalogue.Titles;
import org.reelhouse.recommend.links.Links;
import org.reelhouse.recommend.links.TitleLinks;
import org.reelhouse.recommend.links.Vector;
import org.reelhouse.recommend.model.RankingModel.Weights;
import org.reelhouse.recommend.observations.Rated;
import org.reelhouse.testing.TestSettings;

class RankingModelTest {
  /** Positions 0, 1 and 2 have the numbers 10, 5 and 7; nothing is known of the last. */
  private static final Titles TITLES =
      Titles.of(
          List.of(Facts.rated("a", 10), Facts.rated("b", 5), Facts.rated("c", 7)),
          TestSettings.shipped().of(RecommendSettings.class).content());

  private static final Catalogue CATALOGUE =
      new Catalogue(
          () -> TITLES,
          List.of(
              new RatedTitle(10, Map.of("films", new RatingSum(4, 30))),
              new RatedTitle(5, Map.of("films", new RatingSum(2, 12)))));

  private static RankingFoldIn foldIn(float[] a, float[] b) {
    return new RankingFoldIn(TitleFactors.of(Map.of(10, a, 5, b), a.length), 2, 0.1);
  }

  private static final RankingModel MODEL =
      new RankingModel(
          CATALOGUE,
          List.of(
              foldIn(new float[] {1}, new float[] {0.5f}),
              foldIn(new float[] {0, 1}, new float[] {0.5f, 0.5f})),
          new TitleLinks(
              new Links(
                  List.of(
                      new Links.To(new int[] {1}, new float[] {0.25f}),
                      TitleLinks.NOTHING,
                      TitleLinks.NOTHING)),
              3),
          new float[] {0.5f, 1, 0});

  private static BitSet rated(int... positions) {
    BitSet rated = new BitSet();
    for (int position : positions) {
      rated.set(position);
    }
    return rated;
  }

  @Test
  void addsTheScoresOfAllParts() {
    float[] scores = MODEL.scores(new Vector(2, 1, 3), rated(1));

    // a: 2·1 + 3·1 + 0.25 from b + 0.5; b: 2·0.5 + 1·0.5 + 3·0.5 + 1.
    assertThat(scores).containsExactly(new float[] {5.75f, 4, 0}, within(1e-6f));
  }

  @Test
  void weighsWhatIsAddedToTheFactors() {
    Vector user = new Vector(2, 1, 3);
    Weights weights = new Weights(4, 2);

    float[] scores = MODEL.weighed(weights).scores(user, rated(1));

    assertThat(scores).containsExactly(new float[] {7, 5, 0}, within(1e-6f));
    assertThat(MODEL.scoresOf(user, rated(1)).with(weights)).containsExactly(scores, within(1e-6f));
    assertThat(MODEL.weighed(new Weights(0, 0)).scores(user, rated(1)))
        .containsExactly(new float[] {5, 3, 0}, within(1e-6f));
    assertThat(MODEL.weighed(new Weights(1, 0)).isOfLate()).isFalse();
  }

  @Test
  void aUserHasTheFactorsOfEachAls() {
    Vector user = Objects.requireNonNull(MODEL.user(List.of(new Rated(5, 8))));

    assertThat(user.size()).isEqualTo(3);
    assertThat(user.at(0)).isPositive();
    assertThat(MODEL.user(List.of(new Rated(7, 8)))).isNull();
    assertThat(MODEL.ranks()).containsExactly(1, 2);
  }

  @Test
  void knowsTheTitlesWithFactorsAlone() {
    assertThat(MODEL.knows(0)).isTrue();
    assertThat(MODEL.knows(2)).isFalse();
    assertThat(MODEL.title(7)).isNull();
    assertThat(MODEL.recent(1)).isEqualTo(1);
    assertThat(MODEL.alike(0, 5, 1).positions()).containsExactly(1);
    assertThat(MODEL.alike(0, 5, 3).positions()).isEmpty();
  }
}
