package org.reelhouse.warehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.dayofmonth;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.quarter;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.weekday;
import static org.apache.spark.sql.functions.weekofyear;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The days that a fact may name. A day outside is an error of its source and gets no key, so that
 * one rating of the year 9999 does not fill {@code gold.dim_date} with three million days.
 */
record Calendar(LocalDate first, LocalDate last) {
  /** Nobody rated and no platform added a title before the twentieth century. */
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

  /** Platforms announce what they will add; nobody does so for more than the next year. */
  static Calendar upTo(LocalDate asOf) {
    return new Calendar(FIRST, LocalDate.of(asOf.getYear() + 1, 12, 31));
  }

  /** The day, or null if it is outside. */
  Column within(Column day) {
    return when(day.between(lit(Date.valueOf(first)), lit(Date.valueOf(last))), day);
  }

  /** The key of a day in {@code gold.dim_date}, or null if it is outside. */
  Column key(Column day) {
    return keyOf(within(day));
  }

  static Column keyOf(Column day) {
    return year(day).multiply(10_000).plus(month(day).multiply(100)).plus(dayofmonth(day));
  }

  /**
   * The rows of {@code gold.dim_date}: every day from the first to the last.
   *
   * @param spans with columns {@code first_day} and {@code last_day}, null where there is none
   */
  Dataset<Row> days(List<Dataset<Row>> spans) {
    return spans.stream()
        .reduce(Dataset::union)
        .orElseThrow()
        .agg(min("first_day").as("first_day"), max("last_day").as("last_day"))
        .select(explode(sequence(col("first_day"), col("last_day"))).as("date"))
        .transform(Calendar::described);
  }

  private static Dataset<Row> described(Dataset<Row> days) {
    Column day = col("date");
    return days.select(
        keyOf(day).as("date_key"),
        day,
        year(day).as("year"),
        quarter(day).as("quarter"),
        month(day).as("month"),
        date_format(day, "MMMM").as("month_name"),
        dayofmonth(day).as("day"),
        weekday(day).plus(1).as("weekday"),
        date_format(day, "EEEE").as("weekday_name"),
        weekofyear(day).as("iso_week"));
  }
}
