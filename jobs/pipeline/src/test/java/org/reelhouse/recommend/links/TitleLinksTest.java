package org.reelhouse.recommend.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class TitleLinksTest {
  /** Titles 1 and 2 have an influence on title 0, title 2 on title 1. */
  private static final TitleLinks LINKS =
      new TitleLinks(
          new Links(
              List.of(
                  new Links.To(new int[] {2, 1}, new float[] {0.5f, 0.25f}),
                  new Links.To(new int[] {2}, new float[] {1}),
                  TitleLinks.NOTHING)),
          3);

  private static float[] scores(TitleLinks links, int... rated) {
    BitSet seen = new BitSet();
    for (int title : rated) {
      seen.set(title);
    }
    float[] scores = new float[3];
    links.addTo(scores, seen);
    return scores;
  }

  @Test
  void addsTheInfluenceOfTheRatedTitles() {
    assertThat(scores(LINKS, 1, 2)).containsExactly(0.75f, 1, 0);
    assertThat(scores(LINKS.scaled(2), 1)).containsExactly(0.5f, 0, 0);
    assertThat(scores(LINKS.scaled(4), 1)).containsExactly(1, 0, 0);
  }

  @Test
  void passesOverTitlesThatNobodyRated() {
    assertThat(scores(LINKS, 7)).containsExactly(0, 0, 0);
    assertThat(scores(TitleLinks.NONE, 0)).containsExactly(0, 0, 0);
  }

  @Test
  void isTheSameAfterItWasSaved() {
    List<Links.To> saved = List.of(LINKS.influences(0), LINKS.influences(1), LINKS.influences(2));

    assertThat(saved.get(2).size()).isEqualTo(2);
    assertThat(saved.get(1).weight(0)).isCloseTo(0.25f, within(1e-6f));
    assertThat(scores(TitleLinks.of(new Links(saved), 3), 1, 2)).containsExactly(0.75f, 1, 0);
  }
}
