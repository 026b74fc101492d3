package org.reelhouse.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OverviewTermsTest {

  @Test
  void readsWordsAndTheirPairsOnceInAnyInflection() {
    assertThat(OverviewTerms.of("A haunted house. The Haunted HOUSES!"))
        .isEqualTo(OverviewTerms.of("haunted houses haunted houses"))
        .hasSize(4)
        .isSorted();
  }

  @Test
  void tellsPairsFromTheirReverse() {
    assertThat(OverviewTerms.of("murder mystery")).isNotEqualTo(OverviewTerms.of("mystery murder"));
  }

  @Test
  void findsNothingInTextWithoutWords() {
    assertThat(OverviewTerms.of("… !")).isEmpty();
    assertThat(OverviewTerms.of("The of and")).isEmpty();
  }
}
