package org.reelhouse.popularity.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrialsTest {
  private static final StructType TITLE =
      StructType.fromDDL("source_names ARRAY<STRING>, countries ARRAY<STRING>");

  @Test
  void countsATitleWithAllItsSourcesAndTheRegionOfItsFirstCountry() {
    assertThat(segments("JP", "US"))
        .containsExactly("all", "source netflix", "source tmdb", "region East Asia");
  }

  @Test
  void countsATitleOfNoKnownCountryInNoRegion() {
    assertThat(segments()).containsExactly("all", "source netflix", "source tmdb");
    assertThat(segments((String[]) null)).containsExactly("all", "source netflix", "source tmdb");
    assertThat(segments("??")).containsExactly("all", "source netflix", "source tmdb");
  }

  private static String[] segments(String @Nullable ... countries) {
    String[] sources = {"netflix", "tmdb"};
    return Trials.segments(
        new GenericRowWithSchema(
            new Object[] {scala(sources), countries == null ? null : scala(countries)}, TITLE));
  }

  private static Object scala(String[] values) {
    return scala.collection.immutable.ArraySeq.unsafeWrapArray(values);
  }
}
