package org.reelhouse.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reelhouse.config.DatasetSettings;
import org.reelhouse.normalize.draft.DraftBytes;
import org.reelhouse.normalize.draft.DraftRows;
import org.reelhouse.normalize.draft.TitleDraft;
import org.reelhouse.normalize.formats.DraftMapper;
import org.reelhouse.normalize.formats.Formats;
import org.reelhouse.normalize.formats.Records;
import org.reelhouse.raw.RawFiles;
import org.reelhouse.raw.RawLayout;
import org.reelhouse.raw.RawRecord;
import org.reelhouse.testing.SoundJson;
import org.reelhouse.testing.SoundTable;
import org.reelhouse.testing.SpoiltFile;
import org.reelhouse.testing.TestSettings;

/** Every format of titles with every fault that a file of it may have. */
class SpoiltFilesTest {
  private static final int REASON = DraftRows.SCHEMA.fieldIndex("reason");
  private static final int DETAIL = DraftRows.SCHEMA.fieldIndex("detail");
  private static final int RAW = DraftRows.SCHEMA.fieldIndex("raw");
  private static final int DRAFT = DraftRows.SCHEMA.fieldIndex("draft");

  private static final String JSON = "{\"mal_id\":1,\"id\":1,\"title\":\"A\",\"cast\":[]}";

  static Stream<Arguments> spoiltFiles() {
    return formats()
        .flatMap(format -> spoilt(layout(format)).stream().map(file -> arguments(format, file)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("spoiltFiles")
  void isReadAsFarAsItIsSoundOrRefusedByName(String format, SpoiltFile file) {
    file.check(layout(format), record -> rejection(map(format, record)));
  }

  @Test
  void everyFormatOfTitlesOfTheSettingsIsTried() {
    Set<String> tried = formats().collect(Collectors.toSet());

    assertThat(
            TestSettings.shipped().sources().values().stream()
                .flatMap(source -> source.datasets().values().stream())
                .map(DatasetSettings::format)
                .filter(format -> Formats.named(format).isPresent()))
        .isNotEmpty()
        .allMatch(tried::contains);
  }

  /** Format, column of a number, and the column of the title in which its absence is noted. */
  static Stream<Arguments> numbers() {
    return Stream.of(
        arguments("tmdb-csv", "runtime", "runtime_minutes"),
        arguments("tmdb-csv", "budget", "budget"),
        arguments("tmdb-csv", "revenue", "revenue"),
        arguments("tmdb-csv", "popularity", "popularity"),
        arguments("tmdb-csv", "vote_average", "score"),
        arguments("tmdb-csv", "vote_count", "votes"),
        arguments("movies-dataset-csv", "runtime", "runtime_minutes"),
        arguments("movies-dataset-csv", "popularity", "popularity"),
        arguments("mal-csv", "episodes", "episodes"),
        arguments("mal-csv", "rating", "score"),
        arguments("mal-csv", "members", "members"),
        arguments("mal-info", "episodes", "episodes"),
        arguments("mal-synopsis-csv", "Score", "score"),
        arguments("mal-scrape-csv", "Episodes", "episodes"),
        arguments("mal-scrape-csv", "Duration", "runtime_minutes"),
        arguments("mal-scrape-csv", "Members", "members"),
        arguments("platform-csv", "release_year", "release_year"),
        arguments("platform-csv", "duration", "runtime_minutes"),
        arguments("catalogue-csv", "release_year", "release_year"),
        arguments("catalogue-csv", "runtime_minutes", "runtime_minutes"),
        arguments("catalogue-csv", "seasons", "seasons"),
        arguments("catalogue-csv", "episodes", "episodes"),
        arguments("catalogue-csv", "score", "score"),
        arguments("catalogue-csv", "votes", "votes"),
        arguments("catalogue-csv", "members", "members"),
        arguments("catalogue-csv", "popularity", "popularity"),
        arguments("catalogue-csv", "budget", "budget"),
        arguments("catalogue-csv", "revenue", "revenue"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("numbers")
  void aNumberThatCannotBeReadIsLeftOutAndNoted(String format, String column, String left) {
    for (String cell : List.of("Infinity", "-1", "1e999", "many", "0x1F")) {
      TitleDraft draft = second(format, Map.of(column, cell));

      assertThat(draft.value(left)).as(cell).isNull();
      assertThat(draft.issues()).as(cell).containsExactly("unreadable_" + left);
    }
    for (String cell : List.of("", "0", "0.0", "NaN", "N/A", "Unknown")) {
      assertThat(second(format, Map.of(column, cell)).issues()).as(cell).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("dates")
  void aDayThatNeverWasIsLeftOutAndNoted(String format, String column, String left) {
    for (String cell : List.of("0000-00-00", "9999-12-31", "2020-02-30", "soon")) {
      TitleDraft draft = second(format, Map.of(column, cell));

      assertThat(draft.value(left)).as(cell).isNull();
      assertThat(draft.issues()).as(cell).containsExactly("unreadable_" + left);
    }
  }

  static Stream<Arguments> dates() {
    return Stream.of(
        arguments("tmdb-csv", "release_date", "release_date"),
        arguments("movies-dataset-csv", "release_date", "release_date"),
        arguments("mal-scrape-csv", "Aired", "release_date"),
        arguments("platform-csv", "date_added", "date_added"),
        arguments("catalogue-csv", "release_date", "release_date"),
        arguments("catalogue-csv", "date_added", "date_added"));
  }

  @Test
  void numbersAndDaysOfJsonAreNotedAsWell() {
    String fields =
        JSON.substring(0, JSON.length() - 1)
            + ",\"score\":Infinity,\"episodes\":-1,\"members\":1.5,\"year\":\"x\",\"aired\":{\"from\":\"0000-00-00\"}"
            + ",\"popularity\":-Infinity,\"runtime\":\"long\",\"release_date\":\"9999-12-31\"}";

    assertThat(only("jikan", fields).issues())
        .containsExactly(
            "unreadable_episodes",
            "unreadable_members",
            "unreadable_release_date",
            "unreadable_release_year",
            "unreadable_score");
    assertThat(only("tmdb-api", fields).issues())
        .containsExactly(
            "unreadable_popularity", "unreadable_release_date", "unreadable_runtime_minutes");
  }

  private static Stream<String> formats() {
    return Formats.known().stream().filter(format -> Formats.named(format).isPresent());
  }

  private static RawLayout layout(String format) {
    DatasetSettings dataset = new DatasetSettings(format, List.of("a"), null, null, null);
    return Formats.named(format).orElseThrow().layout(dataset);
  }

  private static List<SpoiltFile> spoilt(RawLayout layout) {
    return layout instanceof RawLayout.Delimited delimited
        ? table(delimited).spoilt()
        : new SoundJson((RawLayout.Json) layout, numbered(JSON)).spoilt();
  }

  private static SoundTable table(RawLayout.Delimited layout) {
    List<String> columns = new ArrayList<>(layout.required());
    columns.addAll(layout.optional());
    return new SoundTable(
        layout, IntStream.rangeClosed(1, 3).mapToObj(number -> row(columns, number)).toList());
  }

  private static Map<String, String> row(List<String> columns, int number) {
    Map<String, String> row = new HashMap<>();
    Records.SOUND.forEach(
        (column, cell) -> {
          if (columns.contains(column)) {
            row.put(column, cell.replace("1", Integer.toString(number)));
          }
        });
    return row;
  }

  private static List<String> numbered(String record) {
    return IntStream.rangeClosed(1, 3)
        .mapToObj(number -> record.replace("1", Integer.toString(number)))
        .toList();
  }

  private static TitleDraft second(String format, Map<String, String> cells) {
    RawLayout.Delimited layout = (RawLayout.Delimited) layout(format);
    Map<String, String> sound = new HashMap<>(cells);
    if (cells.containsKey("vote_average")) {
      sound.put("vote_count", "9");
    }
    List<RawRecord> records = RawFiles.read("a.csv", table(layout).with(sound), layout);
    assertThat(records).hasSize(3);
    return draft(map(format, records.get(1)));
  }

  private static TitleDraft only(String format, String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return draft(map(format, RawFiles.read("a.json", bytes, layout(format)).get(0)));
  }

  private static Row map(String format, RawRecord record) {
    return new DraftMapper(Formats.named(format).orElseThrow(), "source", Map.of(), null)
        .map(record)
        .next();
  }

  private static TitleDraft draft(Row row) {
    assertThat(row.getString(DETAIL)).isNull();
    return DraftBytes.draft(Objects.requireNonNull(row.<byte[]>getAs(DRAFT)));
  }

  private static Optional<SpoiltFile.Rejected> rejection(Row row) {
    return row.isNullAt(REASON)
        ? Optional.empty()
        : Optional.of(
            new SpoiltFile.Rejected(
                row.getString(REASON), row.getString(DETAIL), row.getString(RAW)));
  }
}
