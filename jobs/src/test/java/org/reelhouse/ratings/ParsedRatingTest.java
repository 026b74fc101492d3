package org.reelhouse.ratings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelhouse.lake.RawRecord;

final class ParsedRatingTest {
  private static final int REASON = 6;
  private static final int DETAIL = 7;
  private static final int USER = 10;
  private static final int RATING = 11;
  private static final int TIME = 13;

  @ParameterizedTest
  @CsvSource({"3, 6", "5, 10", "0.5, 1", "4.5, 9"})
  void scalesByTheHighestRating(String given, double expected) {
    Row row = parse(RatingFormat.MOVIELENS, "7", "1", given, "964982703");

    assertThat(row.getDouble(RATING)).isEqualTo(expected);
    assertThat(row.getLong(TIME)).isEqualTo(964982703L);
    assertThat(row.isNullAt(REASON)).isTrue();
  }

  @Test
  void keepsUsersOfSourcesApart() {
    Row row = parse(RatingFormat.MOVIELENS, " 7 ", "1", "3", null);

    assertThat(row.getString(USER)).isEqualTo("ratings-site:7");
    assertThat(row.isNullAt(TIME)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"NaN", "Infinity", "-Infinity", "5.5", "0", "-1", "five", "4d", "0x1p1", "1e400"})
  void rejectsWhatIsNoRatingOfTheScale(String given) {
    Row row = parse(RatingFormat.MOVIELENS, "7", "1", given, "1");

    assertThat(row.getString(REASON)).isEqualTo("bad_value");
    assertThat(row.getString(DETAIL)).contains(given);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "0"})
  void tellsWatchedButNotRatedFromBadRatings(String given) {
    Row row = parse(RatingFormat.MAL_RATINGS, "7", "1", given);

    assertThat(row.getString(REASON)).isEqualTo("no_rating");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "-1", "999999999999999"})
  void rejectsTimesThatAreNone(String given) {
    Row row = parse(RatingFormat.MOVIELENS, "7", "1", "3", given);

    assertThat(row.getString(REASON)).isEqualTo("bad_value");
    assertThat(row.getString(DETAIL)).contains(given);
  }

  @Test
  void rejectsMissingIdentifiers() {
    assertThat(parse(RatingFormat.MAL_RATINGS, null, "1", "3").getString(DETAIL))
        .isEqualTo("no user");
    assertThat(parse(RatingFormat.MAL_RATINGS, "7", null, "3").getString(DETAIL))
        .isEqualTo("no title");
  }

  private static Row parse(RatingFormat format, @Nullable String... cells) {
    RatingDump dump =
        new RatingDump("ratings-site", "ratings", "ratings-site", format, null, 0.5, 5);
    RawRecord record =
        new RawRecord(
            "ratings-site",
            "ratings",
            LocalDate.of(2026, 1, 1),
            "ratings.csv",
            2,
            "as received",
            Arrays.asList(cells),
            null,
            null);
    return ParsedRating.of(dump, record);
  }
}
