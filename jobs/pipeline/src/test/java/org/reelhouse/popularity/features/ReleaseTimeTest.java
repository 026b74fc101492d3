package org.reelhouse.popularity.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reelhouse.testing.SparkTest;

@SparkTest
class ReleaseTimeTest {
  private static final StructType TIME =
      StructType.fromDDL("release_month INT, release_weekday INT, age_days INT");

  @Test
  void decemberLiesBesideJanuary() {
    double neighbours = distance("release month", month(12), month(1));

    assertThat(neighbours).isCloseTo(distance("release month", month(6), month(7)), within(1e-9));
    assertThat(neighbours).isLessThan(distance("release month", month(12), month(2)));
    assertThat(distance("release month", month(12), month(6))).isCloseTo(2, within(1e-9));
  }

  @Test
  void decemberJanuaryAndFebruaryAreOneSeasonBetweenAutumnAndSpring() {
    assertThat(distance("release season", month(12), month(1))).isZero();
    assertThat(distance("release season", month(12), month(2))).isZero();
    assertThat(distance("release season", month(12), month(11)))
        .isCloseTo(distance("release season", month(2), month(3)), within(1e-9))
        .isLessThan(distance("release season", month(1), month(7)));
  }

  @Test
  void sundayLiesBesideMonday() {
    double neighbours = distance("release weekday", weekday(7), weekday(1));

    assertThat(neighbours)
        .isCloseTo(distance("release weekday", weekday(3), weekday(4)), within(1e-9))
        .isLessThan(distance("release weekday", weekday(7), weekday(2)));
  }

  @Test
  void anUnknownDateIsTheCentreOfEachCircleAndAnUnknownAge() {
    Row undated = time(null, null, null);

    assertThat(values("release season", undated)).containsExactly(0, 0);
    assertThat(values("release month", undated)).containsExactly(0, 0);
    assertThat(values("release weekday", undated)).containsExactly(0, 0);
    assertThat(values("age in days", undated)).containsExactly(-1);
  }

  @Test
  void tellsTheTimeInWords() {
    assertThat(words(time(12, 5, 31)))
        .containsExactly(
            "release in winter", "release in December", "release on a Friday", "31 days old");
    assertThat(words(time(null, null, null)))
        .containsExactly(
            "release season unknown",
            "release month unknown",
            "release weekday unknown",
            "age in days unknown");
  }

  @Test
  void readsMonthAndWeekdayOfTheReleaseDate(SparkSession spark) {
    assertThat(ofDate(spark, "2025-12-26")).isEqualTo(time(12, 5, 6));
    assertThat(ofDate(spark, "2025-01-05")).isEqualTo(time(1, 7, 361));
    assertThat(ofDate(spark, null)).isEqualTo(time(null, null, null));
  }

  @Test
  void aTitleOfTheDayOrStillToComeHasNoAgeYet(SparkSession spark) {
    assertThat(ofDate(spark, "2025-12-31").<Integer>getAs("age_days")).isEqualTo(1);
    assertThat(ofDate(spark, "2026-01-01").<Integer>getAs("age_days")).isZero();
    assertThat(ofDate(spark, "2027-05-01").<Integer>getAs("age_days")).isZero();
  }

  private static Row ofDate(SparkSession spark, @Nullable String date) {
    Dataset<Row> titles =
        spark
            .createDataset(
                Collections.singletonList(date == null ? null : Date.valueOf(date)),
                Encoders.DATE())
            .toDF("release_date");
    return titles
        .select(ReleaseTime.columns(LocalDate.of(2026, 1, 1)).toArray(Column[]::new))
        .head();
  }

  private static Row month(int month) {
    return time(month, 1, 1);
  }

  private static Row weekday(int weekday) {
    return time(1, weekday, 1);
  }

  private static Row time(
      @Nullable Integer month, @Nullable Integer weekday, @Nullable Integer age) {
    return new GenericRowWithSchema(new Object[] {month, weekday, age}, TIME);
  }

  private static double distance(String feature, Row left, Row right) {
    double[] one = values(feature, left);
    double[] other = values(feature, right);
    return Math.hypot(one[0] - other[0], one[1] - other[1]);
  }

  private static double[] values(String feature, Row time) {
    return Features.values(
        ReleaseTime.features().stream().filter(one -> one.name().equals(feature)).toList(), time);
  }

  private static List<String> words(Row time) {
    return ReleaseTime.features().stream().map(feature -> feature.wording().of(time)).toList();
  }
}
