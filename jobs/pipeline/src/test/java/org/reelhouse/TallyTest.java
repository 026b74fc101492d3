package org.reelhouse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {

  @Test
  void addsUpWhereEveryRowTakenIsSomewhere() {
    assertThat(new Tally("silver.title", 10, 6, 3, 2, 1).addsUp()).isTrue();
    assertThat(new Tally("silver.title", 10, 6, 3, 2, 0).addsUp()).isFalse();
    assertThat(new Tally("silver.title", 5, 6, 3, 2, 1).addsUp()).isFalse();
  }

  @Test
  void doesNotAddUpWhereRawRowsArePassedOver() {
    assertThat(new Tally("raw/tmdb/movies", 6, 6, 3, 2, 1).addsUp()).isTrue();
    assertThat(new Tally("raw/tmdb/movies", 10, 6, 3, 2, 1).addsUp()).isFalse();
  }
}
