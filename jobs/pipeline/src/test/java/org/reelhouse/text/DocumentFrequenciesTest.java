package org.reelhouse.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DocumentFrequenciesTest {
  private static final DocumentFrequencies OF_THREE =
      DocumentFrequencies.of(3, IntStream.of(-5, 7, 7, 9, -5, 7));

  @Test
  void countTheTextsOfEachTerm() {
    assertThat(OF_THREE.texts()).isEqualTo(3);
    assertThat(OF_THREE.terms()).containsExactly(-5, 7, 9);
    assertThat(OF_THREE.frequencies()).containsExactly(2, 3, 1);
  }

  @Test
  void knowTheirTermsByPlace() {
    assertThat(OF_THREE.frequency(OF_THREE.place(7))).isEqualTo(3);
    assertThat(OF_THREE.place(8)).isNegative();
  }

  @Test
  void leaveOutWhatTooFewTextsHave() {
    DocumentFrequencies common = OF_THREE.atLeast(2);

    assertThat(common.terms()).containsExactly(-5, 7);
    assertThat(common.frequencies()).containsExactly(2, 3);
    assertThat(common.texts()).isEqualTo(3);
    assertThat(OF_THREE.atLeast(4).terms()).isEmpty();
  }

  @Test
  void areNoneOfNoTexts() {
    assertThat(DocumentFrequencies.of(0, IntStream.empty()).terms()).isEmpty();
  }
}
