package org.reelhouse.popularity;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reelhouse.lake.Silver;
import org.reelhouse.testing.Rows;
import org.reelhouse.testing.SparkExtension;
import org.reelhouse.testing.TestSettings;

@ExtendWith(SparkExtension.class)
class FeaturesTest {
  /** Columns of silver.title that tell how a title fared, and what is made of them. */
  private static final Set<String> OUTCOME =
      Set.of(
          "votes",
          "score",
          "revenue",
          "members",
          "popularity",
          "popularity_source",
          "status",
          "keywords",
          "value",
          "actual",
          "training_value",
          "early_value",
          "next_value",
          "late_value",
          "last_value",
          "held_out",
          "is_projection",
          "source_names");

  private static final Categories CATEGORIES =
      new Categories(List.of("Drama"), List.of("en"), List.of("US"));

  @Test
  void areReadFromColumnsThatTellNothingOfTheOutcome() {
    Set<String> columns = new TreeSet<>(Titles.KNOWN);
    Features.with(CATEGORIES).forEach(feature -> columns.add(feature.column()));

    assertThat(columns).isNotEmpty().doesNotContainAnyElementsOf(OUTCOME);
  }

  @Test
  void haveNamesOfTheirOwn() {
    List<String> names = Features.with(CATEGORIES).stream().map(Feature::name).toList();

    assertThat(names)
        .doesNotHaveDuplicates()
        .contains("genre Drama", "budget", "release season", "release month", "release weekday")
        .contains("age in days", "days since previous title of collection");
  }

  @Test
  void readNoOtherColumnThanTheyDeclare(SparkSession spark) {
    Row full = later(titles(spark));
    Row empty = later(titles(spark).withColumn("release_date", lit(null).cast("date")));

    for (Feature feature : Features.with(CATEGORIES)) {
      Watched watched = new Watched(full);
      feature.readings().forEach(reading -> reading.of(watched));
      feature.wording().of(watched);
      Watched unknown = new Watched(empty);
      feature.readings().forEach(reading -> reading.of(unknown));
      feature.wording().of(unknown);
      watched.read.addAll(unknown.read);

      assertThat(watched.read).as(feature.name()).containsExactly(feature.column());
    }
  }

  @Test
  void theNumbersOfATitleAreThoseOfAnyOtherOutcome(SparkSession spark) {
    double[] numbers = numbers(titles(spark));

    assertThat(numbers).contains(58, 31, Math.log1p(5));
    for (StructField column : Silver.TITLE.schema().fields()) {
      if (tellsOfTheOutcome(column.name())) {
        assertThat(numbers(otherwise(titles(spark), column))).as(column.name()).isEqualTo(numbers);
      }
    }
  }

  /** All that is not declared to be known: a new column of silver.title is an outcome at first. */
  private static boolean tellsOfTheOutcome(String column) {
    return !Titles.KNOWN.contains(column) && !Set.of("overview", "sources").contains(column);
  }

  /** Another value in a column of the later title and of the one that came after it. */
  private static Dataset<Row> otherwise(Dataset<Row> titles, StructField column) {
    Column before = col(column.name());
    Column other =
        switch (column.dataType().typeName()) {
          case "string" -> concat(before, lit(" otherwise"));
          case "array" -> concat(before, array(lit("otherwise")));
          case "map" -> map(lit("otherwise"), lit("otherwise"));
          default -> before.plus(7).cast(column.dataType());
        };
    return titles.withColumn(
        column.name(), when(col("title_id").equalTo("first"), before).otherwise(other));
  }

  private static double[] numbers(Dataset<Row> titles) {
    return Features.values(Features.with(CATEGORIES), later(titles));
  }

  private static Row later(Dataset<Row> titles) {
    return Titles.perUnit(titles, TestSettings.shipped().popularity(), LocalDate.of(2026, 1, 1))
        .transform(TrackRecord::join)
        .where("title_id = 'later' and not held_out")
        .head();
  }

  /** One title 58 days old, one 31 days before it and one after it, all of the same people. */
  private static Dataset<Row> titles(SparkSession spark) {
    return Rows.of(Silver.TITLE)
        .with(title("first", "2025-10-04"))
        .with(title("later", "2025-11-04"))
        .with(title("last", "2025-12-04"))
        .in(spark);
  }

  private static Object[] title(String id, String released) {
    List<Object> values = new ArrayList<>();
    for (StructField column : Silver.TITLE.schema().fields()) {
      values.add(column.name());
      values.add(value(column, id, released));
    }
    return values.toArray();
  }

  private static Object value(StructField column, String id, String released) {
    return switch (column.name()) {
      case "title_id" -> id;
      case "sources" -> new String[] {"tmdb:" + id};
      case "popularity_source" -> "tmdb";
      case "status" -> "released";
      case "release_year" -> 2025;
      default ->
          switch (column.dataType().typeName()) {
            case "string" -> column.name();
            case "array" -> new String[] {column.name()};
            case "map" -> java.util.Map.of();
            case "date" -> Date.valueOf(released);
            case "integer" -> 5;
            case "long" -> 5L;
            default -> 5.0;
          };
    };
  }

  /** A row that remembers which of its columns were read. */
  private static final class Watched extends GenericRowWithSchema {
    private static final long serialVersionUID = 1L;
    private final Set<String> read = new TreeSet<>();

    Watched(Row row) {
      super(values(row), row.schema());
    }

    private static @Nullable Object[] values(Row row) {
      @Nullable Object[] values = new Object[row.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = row.get(i);
      }
      return values;
    }

    @Override
    public Object get(int column) {
      read.add(schema().fieldNames()[column]);
      return super.get(column);
    }
  }
}
