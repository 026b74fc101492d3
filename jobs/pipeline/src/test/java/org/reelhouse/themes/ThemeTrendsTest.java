package org.reelhouse.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.reelhouse.themes.ThemeTrends.Release;

class ThemeTrendsTest {
  @Test
  void compareTheShareWithThatOfTheFiveYearsBefore() {
    Map<Release, Long> releases =
        Map.of(
            new Release("a", "World", 2001), 5L,
            new Release("b", "World", 2001), 5L,
            new Release("a", "World", 1999), 1L,
            new Release("b", "World", 1999), 3L,
            new Release("a", "World", 1990), 1L);

    assertThat(ThemeTrends.rows(releases))
        .containsExactlyInAnyOrder(
            RowFactory.create("a", "World", 2001, 5L, 0.5, 1.0),
            RowFactory.create("b", "World", 2001, 5L, 0.5, 0.5 / 0.75 - 1),
            RowFactory.create("a", "World", 1999, 1L, 0.25, null),
            RowFactory.create("b", "World", 1999, 3L, 0.75, null),
            RowFactory.create("a", "World", 1990, 1L, 1.0, null));
  }
}
