package org.reelhouse.normalize.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelhouse.config.DatasetSettings;
import org.reelhouse.normalize.draft.DraftBytes;
import org.reelhouse.normalize.draft.DraftRows;
import org.reelhouse.raw.RawLayout;
import org.reelhouse.raw.RawRecord;

/** No value of any cell or field may break the reading of a file. */
class NastyCellsTest {
  private static final int TEN_MEGABYTES = 10 << 20;

  /**
   * Repetitions that a pattern which recurses for each, or takes their square, would not survive.
   */
  private static final int MANY = 50_000;

  private static final List<String> CELLS =
      List.of(
          " ",
          "0",
          "-1",
          "NaN",
          "Infinity",
          "-inf",
          "1e400",
          "1" + ",000".repeat(200),
          "99999999999999999999",
          "0x1F",
          "0000-00-00",
          "9999-12-31",
          "2020-02-30",
          "31-Feb-20",
          "(0000)",
          "()",
          "&#1114112;",
          "&#xFFFFFFFF;",
          "&#0;",
          "&bogus;",
          "\uD83D",
          "\u0000",
          "None",
          "[]",
          "{}",
          "[{}]",
          "[null, 1, [[]]]",
          "[{\"name\": {\"name\": 1}}]",
          "[{'name': None, 'id': nan}]",
          "{'name': ['x']}",
          "[",
          "'",
          "\"",
          "|",
          ",",
          ":",
          "imdb:",
          "[".repeat(5_000),
          "(".repeat(5_000));

  private static final List<String> LARGE =
      List.of("x", "1", "9,", "(a)", "[written by x]", "(written by ", " to ", "a, ", "|", "&amp;");

  private static final List<String> JSON =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1.5",
          "1e400",
          "12345678901234567890123",
          "\"\"",
          "\"NaN\"",
          "\"0000-00-00\"",
          "\"&#1114112;\"",
          "[]",
          "{}",
          "[null]",
          "[1]",
          "[\"x\"]",
          "[[]]",
          "[{}]",
          "[{\"name\": {}}]",
          "{\"results\": 1}",
          "{\"cast\": [1, {\"name\": \"A\", \"order\": \"first\"}], \"crew\": {}}",
          "{\"from\": {}, \"prop\": 1}");

  static List<String> delimited() {
    return Formats.known().stream()
        .filter(name -> Formats.named(name).isPresent() && !json().contains(name))
        .toList();
  }

  static List<String> json() {
    return List.of("jikan", "tmdb-api", "tmdb-api-parts");
  }

  @ParameterizedTest
  @MethodSource("delimited")
  void anyCellMakesADraftOrARejection(String format) {
    for (String column : columns(format)) {
      for (String cell : CELLS) {
        assertThat(map(format, column, cell)).as("%s in %s", cell, column).isNotNull();
      }
    }
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("delimited")
  void aLargeCellMakesADraftOrARejection(String format) {
    columns(format).parallelStream()
        .forEach(column -> LARGE.forEach(part -> checkLarge(format, column, part)));
  }

  private static void checkLarge(String format, String column, String part) {
    int length = part.equals("x") ? TEN_MEGABYTES : MANY * part.length();
    Row row = map(format, column, part.repeat(length / part.length()));

    String detail = row.getString(DraftRows.SCHEMA.fieldIndex("detail"));
    assertThat(detail == null ? 0 : detail.length()).as(part).isLessThan(1_000);
  }

  @ParameterizedTest
  @MethodSource("json")
  void anyValueOfAnyFieldMakesADraftOrARejection(String format) throws JsonProcessingException {
    for (String field : FIELDS) {
      for (String value : JSON) {
        String json =
            Stream.of("\"id\": 1", "\"mal_id\": 1", "\"title\": \"A\"")
                .filter(pair -> !pair.startsWith("\"" + field + "\""))
                .reduce("\"" + field + "\": " + value, (left, right) -> left + ", " + right);
        RawRecord record = Records.json("movies", "{" + json + "}");

        assertThat(only(mapper(format).map(record))).as("%s: %s", field, value).isNotNull();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "1", "\"text\"", "[]", "[[]]", "{}", "true"})
  void anElementOfAnyTypeMakesADraftOrARejection(String element) throws JsonProcessingException {
    for (String format : json()) {
      Row row = only(mapper(format).map(Records.json("movies", element)));

      assertThat(row.get(DraftRows.SCHEMA.fieldIndex("reason"))).as(format).isNotNull();
    }
  }

  private static final List<String> FIELDS =
      List.of(
          "id",
          "mal_id",
          "title",
          "titles",
          "name",
          "original_title",
          "overview",
          "release_date",
          "first_air_date",
          "genres",
          "genre_ids",
          "keywords",
          "production_companies",
          "production_countries",
          "origin_country",
          "spoken_languages",
          "runtime",
          "episode_run_time",
          "budget",
          "revenue",
          "popularity",
          "vote_average",
          "vote_count",
          "credits",
          "aggregate_credits",
          "cast",
          "crew",
          "created_by",
          "belongs_to_collection",
          "alternative_titles",
          "translations",
          "content_ratings",
          "release_dates",
          "results",
          "external_ids",
          "imdb_id",
          "title_synonyms",
          "title_english",
          "aired",
          "year",
          "studios",
          "themes",
          "score",
          "members",
          "duration",
          "episodes",
          "type",
          "status");

  private static List<String> columns(String format) {
    DatasetSettings dataset = new DatasetSettings(format, List.of("a"), null, null, null);
    RawLayout.Delimited layout =
        (RawLayout.Delimited) Formats.named(format).orElseThrow().layout(dataset);
    return Stream.concat(layout.required().stream(), layout.optional().stream()).toList();
  }

  /** The row of a record that is fine but for one cell. */
  private static Row map(String format, String column, String cell) {
    Map<String, String> cells = new HashMap<>(Records.SOUND);
    cells.keySet().retainAll(columns(format));
    cells.put(column, cell);
    TitleFormat titles = Formats.named(format).orElseThrow();
    return only(mapper(format).map(Records.line("source", "dataset", 2, titles, cells)));
  }

  private static DraftMapper mapper(String format) {
    return new DraftMapper(Formats.named(format).orElseThrow(), "source", Map.of(), null);
  }

  private static Row only(Iterator<Row> rows) {
    List<Row> all = new ArrayList<>();
    rows.forEachRemaining(all::add);
    assertThat(all).hasSize(1);
    Row row = all.get(0);
    if (row.isNullAt(DraftRows.SCHEMA.fieldIndex("reason"))) {
      byte[] draft = row.getAs(DraftRows.SCHEMA.fieldIndex("draft"));
      DraftBytes.draft(draft).values().forEach(NastyCellsTest::checkSound);
    }
    return row;
  }

  /** Numbers are finite, and what stands for nothing is no text. */
  private static void checkSound(@Nullable Object value) {
    if (value instanceof Double number) {
      assertThat(number).isFinite();
    } else if (value instanceof Collection<?> list) {
      assertThat(list).doesNotContainNull().noneMatch("null"::equals);
    }
  }
}
