package org.reelhouse.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reelhouse.lake.Silver;
import scala.jdk.javaapi.CollectionConverters;

final class GoldenRecordTest {
  private static final StructType SCHEMA = Silver.SOURCE_TITLE.schema();
  private static final List<String> COLUMNS =
      Arrays.stream(Silver.TITLE.schema().fieldNames())
          .filter(name -> !name.equals("title_id"))
          .toList();

  @Test
  void takesEachColumnFromTheFirstSourceThatStatesIt() {
    Map<String, @Nullable Object> golden =
        merge(
            row("source", "a", "title", "Silent Valley"),
            row("source", "b", "title", "Silent Vale", "runtime_minutes", 90, "popularity", 1.5));

    assertThat(golden).containsEntry("title", "Silent Valley").containsEntry("runtime_minutes", 90);
    assertThat(golden).containsEntry("popularity_source", "b");
    assertThat(golden.get("provenance"))
        .isEqualTo(Map.of("title", "a", "runtime_minutes", "b", "popularity", "b"));
  }

  @Test
  void prefersWhatIsStatedToWhatIsInferred() {
    Map<String, @Nullable Object> golden =
        merge(
            row("source", "a", "original_language", "en", "inferred", list("original_language")),
            row("source", "b", "original_language", "fr"));

    assertThat(golden).containsEntry("original_language", "fr");
  }

  @Test
  void unitesGenresAndKeepsAllOtherTitles() {
    Map<String, @Nullable Object> golden =
        merge(
            row("source", "a", "title", "Valley", "genres", list("Drama")),
            row(
                "source",
                "b",
                "title",
                "Vale",
                "alt_titles",
                list("Tal"),
                "genres",
                list("Comedy", "Drama")));

    assertThat(golden).containsEntry("genres", List.of("Comedy", "Drama"));
    assertThat(golden).containsEntry("alt_titles", List.of("Tal", "Vale"));
  }

  @Test
  void keepsVotesWithTheirScoreAndTheDateWithItsYear() {
    java.sql.Date other = java.sql.Date.valueOf("2016-02-03");
    Map<String, @Nullable Object> golden =
        merge(
            row("source", "a", "release_year", 2015, "score", 7.0),
            row(
                "source",
                "b",
                "release_year",
                2016,
                "release_date",
                other,
                "score",
                6.0,
                "votes",
                9L));

    assertThat(golden).containsEntry("release_year", 2015).containsEntry("release_date", null);
    assertThat(golden).containsEntry("score", 7.0).containsEntry("votes", null);
  }

  private static Map<String, @Nullable Object> merge(Row... ranked) {
    return GoldenRecord.of(List.of(ranked), COLUMNS);
  }

  private static Object list(String... values) {
    return CollectionConverters.asScala(List.of(values)).toSeq();
  }

  private static Row row(@Nullable Object... namesAndValues) {
    @Nullable Object[] values = new Object[SCHEMA.size()];
    values[SCHEMA.fieldIndex("source_id")] = "1";
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values[SCHEMA.fieldIndex((String) namesAndValues[i])] = namesAndValues[i + 1];
    }
    return new GenericRowWithSchema(values, SCHEMA);
  }
}
