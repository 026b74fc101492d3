package org.reelhouse.popularity.features;

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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelhouse.popularity.PopularitySettings;
import org.reelhouse.tables.Silver;
import org.reelhouse.testing.Rows;
import org.reelhouse.testing.SparkTest;
import org.reelhouse.testing.TestSettings;

@SparkTest
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
          "late_value",
          "last_value",
          "held_out",
          "is_projection",
          "source_names");

  private static final Categories CATEGORIES =
      new Categories(List.of("Drama"), List.of("en"), List.of("US"));

  @Test
  void areReadFromColumnsThatTellNothingOfTheOutcome() {
    Set<String> columns = new TreeSet<>(UnitTitles.KNOWN);
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

  /** Also where little is known, for then an outcome may stand in for it. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theNumbersOfATitleAreThoseOfAnyOtherOutcome(boolean full, SparkSession spark) {
    Dataset<Row> titles = full ? titles(spark) : thin(titles(spark));
    Map<String, List<Double>> numbers = numbers(titles);

    assertThat(numbers).containsEntry("age in days", List.of(58.0));
    for (Other other : Other.values()) {
      assertThat(numbers(otherwise(titles, other))).as(other.name()).isEqualTo(numbers);
    }
  }

  @Test
  void theNumbersOfATitleAreThoseOfItsPast(SparkSession spark) {
    assertThat(numbers(titles(spark)))
        .containsEntry("days since previous title of collection", List.of(31.0))
        .containsEntry(
            "earlier success of directors", List.of(1.791759469)); // ln(1 + 5), kept to 9 digits
  }

  /** All that is not declared to be known: a new column of silver.title is an outcome at first. */
  private static boolean tellsOfTheOutcome(String column) {
    return !UnitTitles.KNOWN.contains(column) && !Set.of("overview", "sources").contains(column);
  }

  /** What the outcome might have been instead. */
  private enum Other {
    ABSENT,
    NOTHING,
    MORE,
    FAR_MORE;

    Column than(StructField column) {
      Column before = col(column.name());
      Column other =
          switch (column.dataType().typeName()) {
            case "string" -> texts(before);
            case "array" -> arrays(before);
            case "map" -> map(lit("otherwise"), lit("otherwise"));
            case "date" -> before.plus(7);
            default -> numbers(before);
          };
      return this == ABSENT ? lit(null) : other.cast(column.dataType());
    }

    private Column texts(Column before) {
      return this == NOTHING ? lit("") : this == MORE ? concat(before, lit(" otherwise")) : before;
    }

    private Column arrays(Column before) {
      return this == NOTHING ? array() : concat(before, array(lit("otherwise")));
    }

    private Column numbers(Column before) {
      return this == NOTHING ? lit(0) : this == MORE ? before.plus(7) : before.multiply(20_000_000);
    }
  }

  /** Another outcome of the later title and of the one that came after it. */
  private static Dataset<Row> otherwise(Dataset<Row> titles, Other other) {
    Dataset<Row> changed = titles;
    for (StructField column : Silver.TITLE.schema().fields()) {
      if (tellsOfTheOutcome(column.name())) {
        Column before = col(column.name());
        changed =
            changed.withColumn(
                column.name(),
                when(col("title_id").equalTo("first"), before).otherwise(other.than(column)));
      }
    }
    return changed;
  }

  /** The later title with nothing known but its name and its date. */
  private static Dataset<Row> thin(Dataset<Row> titles) {
    Dataset<Row> thin = titles;
    for (StructField column : Silver.TITLE.schema().fields()) {
      if (!tellsOfTheOutcome(column.name())
          && !Set.of("title_id", "release_date", "sources").contains(column.name())) {
        thin =
            thin.withColumn(
                column.name(), when(col("title_id").notEqual("later"), col(column.name())));
      }
    }
    return thin;
  }

  private static Map<String, List<Double>> numbers(Dataset<Row> titles) {
    Row later = later(titles);
    Map<String, List<Double>> numbers = new TreeMap<>();
    for (Feature feature : Features.with(CATEGORIES)) {
      numbers.put(
          feature.name(), feature.readings().stream().map(reading -> reading.of(later)).toList());
    }
    return numbers;
  }

  private static Row later(Dataset<Row> titles) {
    return UnitTitles.perUnit(
            titles, TestSettings.shipped().of(PopularitySettings.class), LocalDate.of(2026, 1, 1))
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
            case "map" -> Map.of();
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
