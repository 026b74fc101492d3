package org.reelhouse.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reelhouse.config.DatasetSettings;
import org.reelhouse.raw.RawFiles;
import org.reelhouse.raw.RawLayout;
import org.reelhouse.raw.RawRecord;
import org.reelhouse.testing.SoundTable;
import org.reelhouse.testing.SpoiltFile;
import org.reelhouse.testing.TestSettings;

/** Every format of ratings with every fault that a file of it may have. */
class SpoiltRatingsTest {
  private static final int REASON = ParsedRating.SCHEMA.fieldIndex("reason");
  private static final int DETAIL = ParsedRating.SCHEMA.fieldIndex("detail");
  private static final int RAW = ParsedRating.SCHEMA.fieldIndex("raw");

  private static final List<SoundTable> TABLES =
      List.of(
          table(RatingFormat.MOVIELENS, ","),
          table(RatingFormat.MOVIELENS, "::"),
          table(RatingFormat.MOVIELENS, "\t"),
          table(RatingFormat.MAL, "\t"),
          table(RatingFormat.MAL, ","));

  static Stream<Arguments> spoiltFiles() {
    return TABLES.stream()
        .flatMap(table -> table.spoilt().stream().map(file -> arguments(table.layout(), file)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("spoiltFiles")
  void isReadAsFarAsItIsSoundOrRefusedByName(RawLayout layout, SpoiltFile file) {
    file.check(layout, SpoiltRatingsTest::rejection);
  }

  @Test
  void aRatingThatIsNoneIsRejectedBesideGoodOnes() {
    for (SoundTable table : TABLES) {
      String rating = table.columns().get(2);
      for (String cell : List.of("NaN", "Infinity", "-Infinity", "four", "1e999", "11", "")) {
        List<RawRecord> records =
            RawFiles.read("a.csv", table.with(Map.of(rating, cell)), table.layout());

        assertThat(records.stream().map(record -> rejection(record).isPresent()))
            .as("%s in %s", cell, table.layout())
            .containsExactly(false, true, false);
      }
    }
  }

  @Test
  void everyFormatOfRatingsOfTheSettingsIsTried() {
    assertThat(
            TestSettings.shipped().sources().values().stream()
                .flatMap(source -> source.datasets().values().stream())
                .map(DatasetSettings::format)
                .flatMap(format -> RatingFormat.named(format).stream())
                .distinct())
        .containsExactlyInAnyOrder(RatingFormat.values());
  }

  private static SoundTable table(RatingFormat format, String separator) {
    RawLayout.Delimited layout = (RawLayout.Delimited) format.layout(separator);
    return new SoundTable(
        layout, Stream.of("1", "2", "3").map(user -> row(layout.required(), user)).toList());
  }

  private static Map<String, String> row(List<String> columns, String user) {
    return Map.of(columns.get(0), user, columns.get(1), "10", columns.get(2), "4");
  }

  private static Optional<SpoiltFile.Rejected> rejection(RawRecord record) {
    Row row = ParsedRating.row(record, "source", new RatingScale(1, 5));
    return row.isNullAt(REASON)
        ? Optional.empty()
        : Optional.of(
            new SpoiltFile.Rejected(
                row.getString(REASON), row.getString(DETAIL), row.getString(RAW)));
  }
}
