package org.reelhouse.themes.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.junit.jupiter.api.Test;
import org.reelhouse.themes.corpus.CoOccurrence;

class QualityTest {
  @Test
  void coherenceIsOneForTermsThatAlwaysOccurTogether() {
    CoOccurrence pairs = new CoOccurrence(100, 2, new double[] {10, 10, 10, 10});

    assertThat(Quality.coherence(List.of(List.of(0, 1)), pairs)).isCloseTo(1, within(1e-12));
  }

  @Test
  void coherenceIsZeroForIndependentTermsAndMinusOneForStrangers() {
    CoOccurrence independent = new CoOccurrence(100, 2, new double[] {10, 2, 2, 20});
    CoOccurrence strangers = new CoOccurrence(100, 2, new double[] {10, 0, 0, 20});

    assertThat(Quality.coherence(List.of(List.of(0, 1)), independent)).isCloseTo(0, within(1e-12));
    assertThat(Quality.coherence(List.of(List.of(0, 1)), strangers)).isEqualTo(-1);
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
    themes.put(0, new Theme("a", "a", List.of(), profile(2, 2, 0), null));
    themes.put(1, new Theme("b", "b", List.of(), profile(2, 1, 1), null));

    assertThat(Members.silhouette(title, 0, themes)).isEqualTo(1);
    assertThat(Members.silhouette(title, 1, themes)).isEqualTo(-1);
  }

  private static Theme theme(List<Integer> terms) {
    return new Theme("id", "label", terms, profile(1, 1), null);
  }

  private static ThemeProfile profile(long titles, double... sum) {
    return new ThemeProfile(titles, sum, new long[0]);
  }
}
