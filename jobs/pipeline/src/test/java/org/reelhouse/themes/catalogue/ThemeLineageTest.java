package org.reelhouse.themes.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reelhouse.themes.catalogue.ThemeLineage.Ancestor;

class ThemeLineageTest {
  private static final Ancestor TOP = new Ancestor("top", "t", 20, null);
  private static final Ancestor LEFT = new Ancestor("left", "l", 10, "top");
  private static final Ancestor RIGHT = new Ancestor("right", "r", 10, "top");
  private static final ThemeLineage LINEAGE =
      new ThemeLineage(
          Map.of("top", TOP, "left", LEFT, "right", RIGHT),
          Map.of(
              7, Map.of("left", 8L, "right", 2L),
              8, Map.of("left", 1L, "right", 2L),
              9, Map.of("right", 6L)));

  @Test
  void followsTheGreatestOverlapOneToOne() {
    assertThat(LINEAGE.ofLeaves(List.of(7, 8, 9), List.of(10L, 30L, 7L)))
        .containsExactly(LEFT, null, RIGHT);
  }

  @Test
  void followsParentsByTheirLeaves() {
    assertThat(LINEAGE.ofParents(List.of(List.of(7, 9), List.of(8)), List.of(17L, 30L)))
        .containsExactly(TOP, null);
  }

  @Test
  void findsNobodyInAFirstRun() {
    assertThat(ThemeLineage.NONE.ofLeaves(List.of(7), List.of(10L)))
        .containsExactly((Ancestor) null);
  }
}
