package org.reelhouse.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextHashTest {
  @Test
  void staysTheSameInEveryVersionAsSavedModelsHoldIt() {
    assertThat(TextHash.bits32("haunted house")).isEqualTo(-1914220894);
    assertThat(TextHash.bits64("Amélie")).isEqualTo(6211323777032136761L);
  }

  @Test
  void differsForDifferentTexts() {
    assertThat(IntStream.range(0, 1_000).mapToObj(i -> TextHash.bits32("t" + i)))
        .doesNotHaveDuplicates();
    assertThat(IntStream.range(0, 1_000).mapToObj(i -> TextHash.bits64("t" + i)))
        .doesNotHaveDuplicates();
  }
}
