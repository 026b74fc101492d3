package org.reelhouse.recommend.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.recommend.catalogue.Facts;
import org.reelhouse.recommend.catalogue.Titles;
import org.reelhouse.recommend.links.Links;
import org.reelhouse.recommend.links.TitleLinks;
import org.reelhouse.recommend.model.Neighbourhood.Influence;
import org.reelhouse.recommend.observations.Rated;
import org.reelhouse.testing.TestSettings;

class NeighbourhoodTest {
  /** Numbers that differ from the positions 0, 1 and 2. */
  private static final Titles TITLES =
      Titles.of(
          List.of(Facts.rated("a", 10), Facts.rated("b", 5), Facts.rated("c", 7)),
          TestSettings.shipped().of(RecommendSettings.class).content());

  /** Title b has an influence of 0.3 on a, and c one of -0.1. */
  private static final TitleLinks LINKS =
      new TitleLinks(
          new Links(
              List.of(
                  new Links.To(new int[] {1, 2}, new float[] {0.3f, -0.1f}),
                  TitleLinks.NOTHING,
                  TitleLinks.NOTHING)),
          3);

  private static final Neighbourhood NEIGHBOURHOOD =
      new Neighbourhood(() -> TITLES, LINKS, 6, Map.of(5, 1f, 7, -1f));

  @Test
  void addsUpTheInfluenceOfTheRatedTitles() {
    Influence influence = NEIGHBOURHOOD.of(List.of(new Rated(5, 9), new Rated(7, 4)), 10);

    // b lies 9 - 6 - 1 = 2 above, c 4 - 6 + 1 = 1 below; 0.1 is the damping.
    assertThat(influence.aboveTitles()).isCloseTo((0.3 * 2 + 0.1 * 1) / 0.5, within(1e-6));
    assertThat(influence.share()).isCloseTo(0.2 / 0.5, within(1e-6));
  }

  @Test
  void takesAUserWhoRatesHighForWhatTheyAre() {
    double high = 1.5;
    List<Rated> asExpected = List.of(new Rated(5, (float) (6 + 1 + high)));

    assertThat(NEIGHBOURHOOD.of(asExpected, 10).aboveBiases(high)).isCloseTo(0, within(1e-6));
    assertThat(NEIGHBOURHOOD.of(asExpected, 10).aboveBiases(0)).isPositive();
  }

  @Test
  void nothingHasAnInfluenceOnOtherTitles() {
    assertThat(NEIGHBOURHOOD.of(List.of(new Rated(10, 9)), 5)).isEqualTo(Influence.NONE);
    assertThat(NEIGHBOURHOOD.of(List.of(new Rated(5, 9)), 99)).isEqualTo(Influence.NONE);
    assertThat(NEIGHBOURHOOD.of(List.of(new Rated(99, 9)), 10)).isEqualTo(Influence.NONE);
  }
}
