package org.reelhouse.trends;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.year;

import java.sql.Date;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What happened to a title in a month: its release, or the ratings it was given. */
final class Occurrences {
  /** No film is older; Muybridge and Janssen began in the 1870s. Earlier dates are errors. */
  private static final Date FIRST_DAY = Date.valueOf("1870-01-01");

  private Occurrences() {}

  /** Title, genres, countries and release date of the titles that have a genre and a country. */
  static Dataset<Row> classified(Dataset<Row> titles) {
    return titles
        .filter(size(col("genres")).gt(0).and(size(col("countries")).gt(0)))
        .select(
            col("title_id"),
            array_distinct(col("genres")).as("genres"),
            array_distinct(col("countries")).as("countries"),
            col("release_date"));
  }

  /**
   * Genres, countries, month (months since year 0), titles released and ratings given, of each
   * title and month up to the as-of date. Titles that know only their year have no release here.
   */
  static Dataset<Row> of(Dataset<Row> classified, Dataset<Row> ratings, LocalDate asOf) {
    return releases(classified, asOf).unionByName(rated(classified, ratings, asOf));
  }

  private static Dataset<Row> releases(Dataset<Row> classified, LocalDate asOf) {
    return classified
        .filter(known(col("release_date"), asOf))
        .select(
            col("genres"),
            col("countries"),
            monthNumber(col("release_date")).as("month"),
            lit(1L).as("titles"),
            lit(0L).as("ratings"));
  }

  private static Dataset<Row> rated(Dataset<Row> classified, Dataset<Row> ratings, LocalDate asOf) {
    return ratings
        .withColumn("day", to_date(col("rated_at")))
        .filter(known(col("day"), asOf))
        .groupBy(col("title_id"), monthNumber(col("day")).as("month"))
        .agg(count(lit(1)).as("ratings"))
        .join(classified, "title_id")
        .select(
            col("genres"), col("countries"), col("month"), lit(0L).as("titles"), col("ratings"));
  }

  private static Column known(Column day, LocalDate asOf) {
    return day.between(lit(FIRST_DAY), lit(Date.valueOf(asOf)));
  }

  private static Column monthNumber(Column day) {
    return year(day).multiply(12).plus(month(day)).minus(1);
  }
}
