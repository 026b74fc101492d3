package org.reelhouse.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class KindTest {

  @ParameterizedTest
  @EnumSource
  void isTheKindOfItsWord(Kind kind) {
    assertThat(Kind.of(kind.text())).isSameAs(kind);
  }

  @Test
  void titlesOfTheLakeAreNeitherEpisodesNorUnknown() {
    assertThat(Kind.ofTitles())
        .containsExactly("movie", "series", "special", "ova", "ona", "music", "short");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "Movie", "tv"})
  void thereIsNoOther(String text) {
    assertThatThrownBy(() -> Kind.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is no such kind of title: " + text);
  }
}
