package org.reelhouse.popularity.features;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_diff;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.weekday;
import static org.apache.spark.sql.functions.when;

import java.sql.Date;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.reelhouse.popularity.features.Feature.Reading;
import org.reelhouse.popularity.features.Feature.Wording;

/** When a title comes out: its place in the year and in the week, and how long ago that was. */
public final class ReleaseTime {
  private static final String MONTH = "release_month";
  private static final String WEEKDAY = "release_weekday";
  private static final String AGE = "age_days";

  /** Meteorological, of the northern half: the first begins in December. */
  private static final List<String> SEASONS = List.of("winter", "spring", "summer", "autumn");

  private ReleaseTime() {}

  /**
   * Month (1 to 12), weekday (1 to 7 from Monday) and age: days from the release to {@code asOf}, 0
   * where it is still to come. All are null where the release date is.
   */
  public static List<Column> columns(LocalDate asOf) {
    Column released = col("release_date");
    Column days = date_diff(lit(Date.valueOf(asOf)), released);
    return List.of(
        month(released).as(MONTH),
        weekday(released).plus(1).as(WEEKDAY),
        when(released.isNotNull(), greatest(days, lit(0))).as(AGE));
  }

  /** What the forests read from these columns. */
  static List<Feature> features() {
    return List.of(
        cyclic(
            "release season",
            MONTH,
            title -> season(title) / 4.0,
            title -> "release in " + SEASONS.get(season(title))),
        cyclic(
            "release month",
            MONTH,
            title -> whole(title, MONTH) / 12.0,
            title -> "release in " + english(Month.of(whole(title, MONTH)))),
        cyclic(
            "release weekday",
            WEEKDAY,
            title -> whole(title, WEEKDAY) / 7.0,
            title -> "release on a " + english(DayOfWeek.of(whole(title, WEEKDAY)))),
        Features.number("age in days", AGE, "%,d days old"));
  }

  /**
   * A share of a turn as a point, so that December lies beside January; the centre if unknown.
   *
   * @param turn not read where the column is null; neither is the wording
   */
  private static Feature cyclic(String name, String column, Reading turn, Wording wording) {
    return new Feature(
        name,
        column,
        List.of(
            title -> Features.lacks(title, column) ? 0 : Math.sin(2 * Math.PI * turn.of(title)),
            title -> Features.lacks(title, column) ? 0 : Math.cos(2 * Math.PI * turn.of(title))),
        title -> Features.lacks(title, column) ? name + " unknown" : wording.of(title));
  }

  private static int season(Row title) {
    return whole(title, MONTH) % 12 / 3;
  }

  private static int whole(Row title, String column) {
    return title.<Integer>getAs(column);
  }

  private static String english(Month month) {
    return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static String english(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}
