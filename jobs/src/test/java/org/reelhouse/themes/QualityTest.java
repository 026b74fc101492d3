package org.reelhouse.themes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.junit.jupiter.api.Test;

class QualityTest {
  private static final Vocabulary VOCABULARY =
      new Vocabulary(100, List.of("ghost", "castle", "robot"), List.of(10L, 10L, 20L));

  @Test
  void coherenceIsOneForTermsThatAlwaysOccurTogether() {
    assertThat(Quality.coherence(Map.of(0, 10L), List.of(new TermPairs.Pair(0, 1)), VOCABULARY))
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void coherenceIsZeroForIndependentTermsAndMinusOneForStrangers() {
    List<TermPairs.Pair> pair = List.of(new TermPairs.Pair(0, 2));

    assertThat(Quality.coherence(Map.of(0, 2L), pair, VOCABULARY)).isCloseTo(0, within(1e-12));
    assertThat(Quality.coherence(Map.of(), pair, VOCABULARY)).isEqualTo(-1);
  }

  @Test
  void diversityIsTheShareOfDistinctTopTerms() {
    assertThat(Quality.diversity(List.of(theme(List.of(0, 1)), theme(List.of(1, 2)))))
        .isEqualTo(0.75);
  }

  @Test
  void silhouetteComparesOwnThemeWithTheNearestOther() {
    Vector title = Vectors.dense(1, 0);
    Map<Integer, Theme> themes = new TreeMap<>();
    themes.put(0, new Theme("a", "a", List.of(), new Profile(2, Vectors.dense(2, 0)), null));
    themes.put(1, new Theme("b", "b", List.of(), new Profile(2, Vectors.dense(1, 1)), null));

    assertThat(Members.silhouette(title, 0, themes)).isEqualTo(1);
    assertThat(Members.silhouette(title, 1, themes)).isEqualTo(-1);
  }

  private static Theme theme(List<Integer> terms) {
    return new Theme("id", "label", terms, new Profile(1, Vectors.dense(1)), null);
  }
}
