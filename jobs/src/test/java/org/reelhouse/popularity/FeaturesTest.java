package org.reelhouse.popularity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FeaturesTest {
  /** Columns of silver.title that tell how a title fared. */
  private static final Set<String> OUTCOME =
      Set.of(
          "votes",
          "score",
          "revenue",
          "members",
          "popularity",
          "popularity_source",
          "status",
          "keywords",
          "value",
          "actual",
          "training_value",
          "early_value",
          "held_out");

  private static final Categories CATEGORIES =
      new Categories(List.of("Drama"), List.of("en"), List.of("US"));

  @Test
  void readNothingOfTheOutcome() {
    Set<String> columns = new TreeSet<>();
    Features.with(CATEGORIES).forEach(feature -> columns.add(feature.column()));

    assertThat(columns).isNotEmpty().doesNotContainAnyElementsOf(OUTCOME);
  }

  @Test
  void haveNamesOfTheirOwn() {
    List<String> names = Features.with(CATEGORIES).stream().map(Feature::name).toList();

    assertThat(names).doesNotHaveDuplicates().contains("genre Drama", "budget", "release season");
  }
}
