package org.reelhouse.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GroupLineageTest {
  @Test
  void aGroupContinuesTheOneItSharesMostWith() {
    GroupLineage lineage = new GroupLineage(Map.of("a", 10L, "b", 10L));

    assertThat(lineage.ids(List.of(10L, 12L), List.of(Map.of("a", 6L, "b", 1L), Map.of("b", 9L))))
        .containsExactly("a", "b");
  }

  @Test
  void anIdGoesToTheCloserOfTwoGroupsAndTheOtherIsNew() {
    GroupLineage lineage = new GroupLineage(Map.of("a", 10L));

    assertThat(lineage.ids(List.of(5L, 5L), List.of(Map.of("a", 4L), Map.of("a", 5L))))
        .containsExactly(null, "a");
  }

  @Test
  void equallyCloseGroupsAreTakenInTheirOrder() {
    GroupLineage lineage = new GroupLineage(Map.of("a", 10L));

    assertThat(lineage.ids(List.of(5L, 5L), List.of(Map.of("a", 5L), Map.of("a", 5L))))
        .containsExactly("a", null);
  }

  @Test
  void aGroupThatSharesLessThanAThirdIsNew() {
    GroupLineage lineage = new GroupLineage(Map.of("a", 10L, "b", 10L));

    assertThat(lineage.ids(List.of(10L), List.of(Map.of("a", 4L)))).containsExactly((String) null);
    assertThat(lineage.ids(List.of(10L), List.of(Map.of("a", 5L)))).containsExactly("a");
    assertThat(lineage.ids(List.of(10L), List.of(Map.of("gone", 10L))))
        .containsExactly((String) null);
  }
}
