package org.reelhouse.popularity;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reelhouse.lake.Silver;
import org.reelhouse.testing.Rows;
import org.reelhouse.testing.SparkExtension;
import org.reelhouse.testing.TestSettings;

@ExtendWith(SparkExtension.class)
class FeaturesTest {
  /** Columns of silver.title that tell how a title fared. */
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
          "held_out");

  private static final Categories CATEGORIES =
      new Categories(List.of("Drama"), List.of("en"), List.of("US"));

  @Test
  void readNothingOfTheOutcome() {
    Set<String> columns = new TreeSet<>();
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
  void theNumbersOfATitleAreThoseOfAnyOtherOutcome(SparkSession spark) {
    double[] loved = numbers(spark, 900.0, 90_000L, "released");
    double[] ignored = numbers(spark, 0.1, 1L, "canceled");

    assertThat(loved).isEqualTo(ignored).contains(58, 31);
  }

  /** Of a title 58 days old, 31 days after another of its collection. */
  private static double[] numbers(
      SparkSession spark, double popularity, long votes, String status) {
    Rows titles = Rows.of(Silver.TITLE);
    titles.with(title("first", "2025-10-04", 5.0, 10L, "released"));
    titles.with(title("later", "2025-11-04", popularity, votes, status));
    Row later =
        Titles.perUnit(
                titles.in(spark), TestSettings.shipped().popularity(), LocalDate.of(2026, 1, 1))
            .transform(TrackRecord::join)
            .where("title_id = 'later' and not held_out")
            .head();
    return Features.values(Features.with(CATEGORIES), later);
  }

  private static Object[] title(
      String id, String released, double popularity, long votes, String status) {
    return new Object[] {
      "title_id",
      id,
      "kind",
      "movie",
      "release_date",
      Date.valueOf(released),
      "directors",
      new String[] {"Somebody"},
      "collection",
      "Saga",
      "sources",
      new String[] {"tmdb:" + id},
      "popularity",
      popularity,
      "popularity_source",
      "tmdb",
      "votes",
      votes,
      "members",
      votes,
      "revenue",
      votes,
      "score",
      popularity / 100,
      "status",
      status,
      "keywords",
      new String[] {status}
    };
  }
}
