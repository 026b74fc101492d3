package org.reelhouse.match.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.junit.jupiter.api.Test;

final class LetterSetTest {

  @Test
  void neverPromisesMoreEditsThanThereAre() {
    Random random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      String left = word(random);
      String right = word(random);

      assertThat(LetterSet.of(left).leastEdits(LetterSet.of(right)))
          .isLessThanOrEqualTo(LevenshteinDistance.getDefaultInstance().apply(left, right));
    }
  }

  @Test
  void neverPromisesLessThanTheJaroSimilarity() {
    Random random = new Random(2);
    for (int i = 0; i < 2_000; i++) {
      String left = word(random);
      String right = word(random);
      double most = LetterSet.of(left).mostJaro(LetterSet.of(right));

      assertThat(1 - (1 - most) * 0.6)
          .isGreaterThanOrEqualTo(new JaroWinklerSimilarity().apply(left, right) - 1e-9);
    }
  }

  private static String word(Random random) {
    return random
        .ints(4 + random.nextInt(6), 'a', 'i')
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
