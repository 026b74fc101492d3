package org.reelhouse.popularity.features;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.arrays_overlap;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log1p;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.popularity.PopularitySettings;
import org.reelhouse.popularity.PopularityUnit;
import org.reelhouse.sampling.HashSplit;

/** Titles as the forests see them: one row for each title and unit it belongs to. */
public final class UnitTitles {
  /** Parts of a hundred thousand by which the held-out titles are drawn. */
  private static final int SLICES = 100_000;

  /** Statuses of a title that nobody could see yet. */
  private static final List<String> COMING =
      List.of("upcoming", "in_production", "planned", "rumored");

  /** Columns of {@code silver.title} that are known before the release and taken as they are. */
  public static final List<String> KNOWN =
      List.of(
          "title_id",
          "kind",
          "release_date",
          "release_year",
          "runtime_minutes",
          "episodes",
          "budget",
          "genres",
          "original_language",
          "countries",
          "directors",
          "cast",
          "companies",
          "collection");

  private UnitTitles() {}

  /**
   * One row for each title and unit.
   *
   * <p>{@code value} is the log popularity of released titles, {@code training_value} the same
   * where the title is not held out.
   */
  public static Dataset<Row> perUnit(
      Dataset<Row> titles, PopularitySettings settings, LocalDate asOf) {
    List<Column> columns = new ArrayList<>();
    KNOWN.forEach(name -> columns.add(col(name)));
    columns.addAll(ReleaseTime.columns(asOf));
    columns.add(length(col("overview")).as("overview_length"));
    columns.add(counted("companies").as("company_count"));
    columns.add(array_distinct(sources()).as("source_names"));
    columns.add(heldOut(settings).as("held_out"));
    columns.add(not(released(asOf)).as("is_projection"));
    columns.add(inline(units(settings)));
    return titles
        .select(columns.toArray(Column[]::new))
        .withColumn("value", when(not(col("is_projection")), log1p(col("actual"))))
        .withColumn("training_value", when(col("held_out").equalTo(false), col("value")));
  }

  private static Column counted(String column) {
    return when(col(column).isNotNull(), size(col(column)));
  }

  /** Drawn by a hash of the identifier: the same title is held out whatever else is there. */
  private static Column heldOut(PopularitySettings settings) {
    return HashSplit.isIn(settings.heldOut(), SLICES, col("title_id"), lit(settings.seed()));
  }

  /** Where the date is unknown the year decides, and in the year of the run the status. */
  private static Column released(LocalDate asOf) {
    Column year = col("release_year");
    return coalesce(
        col("release_date").leq(Date.valueOf(asOf)),
        when(year.notEqual(asOf.getYear()), year.lt(asOf.getYear())),
        not(col("status").isin(COMING.toArray())),
        lit(true));
  }

  private static Column units(PopularitySettings settings) {
    return array_compact(
        array(
            settings.unitsByName().entrySet().stream()
                .map(unit -> membership(unit.getKey(), unit.getValue()))
                .toArray(Column[]::new)));
  }

  private static Column sources() {
    return transform(col("sources"), source -> substring_index(source, ":", 1));
  }

  private static Column membership(String name, PopularityUnit unit) {
    Column named = array(unit.sources().stream().map(source -> lit(source)).toArray(Column[]::new));
    return when(
        arrays_overlap(sources(), named), struct(lit(name).as("unit"), actual(unit).as("actual")));
  }

  private static Column actual(PopularityUnit unit) {
    Column value = col(unit.column()).cast("double");
    Column inUnit =
        unit.column().equals("popularity")
            ? col("popularity_source").isin(unit.sources().toArray())
            : lit(true);
    return when(inUnit.and(value.geq(0)).and(value.lt(Double.POSITIVE_INFINITY)), value);
  }
}
