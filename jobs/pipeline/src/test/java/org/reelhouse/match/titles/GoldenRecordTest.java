package org.reelhouse.match.titles;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reelhouse.match.MatchSettings;
import org.reelhouse.match.clusters.SourcePriority;
import org.reelhouse.tables.Silver;
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
  void unitesNoInferredGenresWithStatedOnes() {
    Map<String, @Nullable Object> golden =
        merge(
            row("source", "a", "genres", list("Horror"), "inferred", list("genres", "kind")),
            row("source", "b", "genres", list("Comedy"), "inferred", list("kind")),
            row("source", "c"));

    assertThat(golden).containsEntry("genres", List.of("Comedy"));
  }

  @Test
  void takesInferredGenresWhereNoneAreStated() {
    Map<String, @Nullable Object> golden =
        merge(
            row("source", "a", "genres", list("Horror"), "inferred", list("genres")),
            row("source", "b", "genres", list("Drama"), "inferred", list("genres")),
            row("source", "c"));

    assertThat(golden).containsEntry("genres", List.of("Drama", "Horror"));
  }

  @Test
  void keepsVotesWithTheirScoreAndTheDateWithItsYear() {
    Date other = Date.valueOf("2016-02-03");
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

  @Test
  void takesAColumnFromASourceThatWinsItBeforeThoseOfBetterPriority() {
    Map<String, @Nullable Object> golden =
        mergeWith(
            Map.of("overview", List.of("d", "c")),
            row("source", "a", "title", "Valley", "overview", "A blurb."),
            row("source", "b", "title", "Vale", "episodes", 12),
            row("source", "c", "title", "The Vale", "overview", "A story."));

    assertThat(golden).containsEntry("title", "Valley").containsEntry("overview", "A story.");
    assertThat(golden.get("provenance"))
        .isEqualTo(Map.of("title", "a", "overview", "c", "episodes", "b"));
  }

  @Test
  void takesAColumnByPriorityWhereItsWinnersDoNotStateIt() {
    Map<String, @Nullable Object> golden =
        mergeWith(
            Map.of("episodes", List.of("c")),
            row("source", "a", "episodes", 12),
            row("source", "b", "episodes", 13),
            row("source", "c"));

    assertThat(golden).containsEntry("episodes", 12);
  }

  @Test
  void prefersWhatIsStatedToWhatAWinnerInferred() {
    Map<String, @Nullable Object> golden =
        mergeWith(
            Map.of("original_language", List.of("b")),
            row("source", "a", "original_language", "en"),
            row("source", "b", "original_language", "fr", "inferred", list("original_language")));

    assertThat(golden).containsEntry("original_language", "en");
  }

  @Test
  void takesTheVotesOfTheSourceThatWinsTheScoreAndTheDateOfTheYearThatWins() {
    Date later = Date.valueOf("2016-02-03");
    Map<String, @Nullable Object> golden =
        mergeWith(
            Map.of("score", List.of("b"), "release_year", List.of("b")),
            row("source", "a", "release_year", 2015, "score", 7.0, "votes", 5L),
            row("source", "b", "release_year", 2016, "score", 6.0, "votes", 9L),
            row("source", "c", "release_year", 2016, "release_date", later));

    assertThat(golden).containsEntry("score", 6.0).containsEntry("votes", 9L);
    assertThat(golden).containsEntry("release_year", 2016).containsEntry("release_date", later);
  }

  @Test
  void letsASourceWinExactlyTheColumnsThatAreOfOneSource() {
    Map<String, List<String>> all =
        MatchSettings.WON_BY_ONE.stream().collect(toMap(column -> column, column -> List.of("b")));

    Object provenance = mergeWith(all, full("a"), full("b")).get("provenance");

    Map<String, String> expected = new HashMap<>(Map.of("votes", "b"));
    MatchSettings.WON_BY_ONE.forEach(column -> expected.put(column, "b"));
    assertThat(provenance).isEqualTo(expected);
  }

  private static Map<String, @Nullable Object> merge(Row... ranked) {
    return mergeWith(Map.of(), ranked);
  }

  private static Map<String, @Nullable Object> mergeWith(
      Map<String, List<String>> winners, Row... ranked) {
    SourcePriority ranking = new SourcePriority(new HashMap<>(), new HashMap<>(winners));
    return GoldenRecord.of(List.of(ranked), ranking, COLUMNS);
  }

  /** A row of a source that states everything. */
  private static Row full(String source) {
    Object[] values = Arrays.stream(SCHEMA.fields()).map(field -> some(field, source)).toArray();
    values[SCHEMA.fieldIndex("source")] = source;
    values[SCHEMA.fieldIndex("inferred")] = null;
    return new GenericRowWithSchema(values, SCHEMA);
  }

  private static Object some(StructField field, String source) {
    return switch (field.dataType().typeName()) {
      case "string" -> field.name() + " of " + source;
      case "integer" -> (int) source.charAt(0);
      case "long" -> (long) source.charAt(0);
      case "double" -> (double) source.charAt(0);
      case "date" -> Date.valueOf("2016-02-03");
      case "array" -> list(field.name() + " of " + source);
      case "map" -> CollectionConverters.asScala(Map.of("imdb", "tt1"));
      default -> throw new IllegalArgumentException(field.toString());
    };
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
