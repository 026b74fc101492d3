package org.reelhouse.match.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.constraints.Size;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

class TitleSimilarityPropertyTest {

  @Law
  void isSymmetric(@ForAll TitleKey one, @ForAll TitleKey other) {
    assertThat(TitleSimilarity.of(one, other)).isEqualTo(TitleSimilarity.of(other, one));
  }

  @Law
  void isSymmetricOverSpellings(
      @ForAll @Size(min = 1, max = 4) List<TitleKey> some,
      @ForAll @Size(min = 1, max = 4) List<TitleKey> others) {
    assertThat(TitleSimilarity.of(some, others)).isEqualTo(TitleSimilarity.of(others, some));
  }

  @Law
  void isBetweenZeroAndOne(@ForAll TitleKey one, @ForAll TitleKey other) {
    TitleSimilarity similarity = TitleSimilarity.of(one, other);
    assertThat(similarity.value()).isBetween(0.0, 1.0);
    assertThat(similarity.contained()).isBetween(0.0, 1.0);
  }

  @Law
  void isOneForEqualTitles(@ForAll TitleKey key) {
    assertThat(TitleSimilarity.of(key, key).value()).isEqualTo(1);
    assertThat(TitleSimilarity.of(key, key).numbers()).isEqualTo(TitleSimilarity.Numbers.AGREE);
  }

  @Law
  void lettersPromiseNoMoreEditsThanThereAre(@ForAll String one, @ForAll String other) {
    assertThat(LetterSet.of(one).leastEdits(LetterSet.of(other)))
        .isLessThanOrEqualTo(LevenshteinDistance.getDefaultInstance().apply(one, other));
  }

  @Law
  void lettersPromiseNoLessThanTheJaroSimilarity(@ForAll String one, @ForAll String other) {
    double most = LetterSet.of(one).mostJaro(LetterSet.of(other));

    assertThat(1 - (1 - most) * 0.6)
        .isGreaterThanOrEqualTo(new JaroWinklerSimilarity().apply(one, other) - 1e-9);
  }
}
