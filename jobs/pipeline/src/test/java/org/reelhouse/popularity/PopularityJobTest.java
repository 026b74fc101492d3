package org.reelhouse.popularity;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.Tally;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.ContentHash;
import org.reelhouse.popularity.features.TrackRecord;
import org.reelhouse.popularity.features.UnitTitles;
import org.reelhouse.popularity.model.Fitted;
import org.reelhouse.popularity.model.SavedUnit;
import org.reelhouse.popularity.model.TrainingTitles;
import org.reelhouse.tables.Gold;
import org.reelhouse.tables.Ops;
import org.reelhouse.tables.Silver;
import org.reelhouse.testing.InMemoryLake;
import org.reelhouse.testing.Rows;
import org.reelhouse.testing.SavedModels;
import org.reelhouse.testing.SparkTest;
import org.reelhouse.testing.TestSettings;

@Tag("slow")
@SparkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PopularityJobTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 1, 1);
  private static final int TITLES = 600;

  @TempDir static Path folder;

  /** After one run; what is to change is a copy. */
  private InMemoryLake learned;

  private List<Tally> tallies = List.of();

  @BeforeAll
  void learns(SparkSession spark) {
    learned = lake(spark, TITLES);
    addTitlesOfAnyDate(learned, spark);
    tallies = new PopularityJob().run(learned, learned.context(), settings());
  }

  @Test
  void learnsWhatBudgetAndGenreDo() {
    assertThat(tallies).containsExactly(new Tally("silver.title", 608, 608, 608, 0, 0));
    assertThat(metric(learned, "popularity-tmdb", "r2", "random")).isGreaterThan(0.5);
    assertThat(learned.read(Gold.POPULARITY_DRIVER).orderBy("rank").head().<String>getAs("feature"))
        .isEqualTo("budget");
    assertThat(
            learned.read(Gold.POPULARITY_PREDICTION).where("level = 'High' and held_out").count())
        .isPositive();
  }

  @Test
  void shufflingTheBudgetHurtsMostAndShufflingAnEmptyFeatureNothing() {
    Dataset<Row> drivers = learned.read(Gold.POPULARITY_DRIVER);
    Row first = drivers.orderBy(col("permutation_importance").desc()).head();
    assertThat(first.<String>getAs("feature")).isEqualTo("budget");
    assertThat(first.<Double>getAs("permutation_importance")).isGreaterThan(0.3);
    assertThat(drivers.where("feature = 'runtime'").head().<Double>getAs("permutation_importance"))
        .isZero();
  }

  @Test
  void beatsBothBaselinesOnBothSplitsAndItsIntervalsHoldMostOutcomes() {
    for (String split : List.of("random", "release date")) {
      double rmse = metric(learned, "popularity-tmdb", "rmse", split);
      assertThat(rmse)
          .isLessThan(metric(learned, "popularity-tmdb mean baseline", "rmse", split))
          .isLessThan(metric(learned, "popularity-tmdb last value baseline", "rmse", split));
      assertThat(metric(learned, "popularity-tmdb", "coverage", split)).isBetween(0.6, 0.95);
    }
  }

  @Test
  void marksTitlesNotYetReleasedAsProjections() {
    assertThat(
            learned
                .read(Gold.POPULARITY_PREDICTION)
                .where("is_projection")
                .select("title_id")
                .as(Encoders.STRING())
                .collectAsList())
        .containsExactlyInAnyOrder("coming", "some year", "this year", "quiet", "loud");
  }

  @Test
  void doesNotDependOnOrderOrPartitions(SparkSession spark) {
    InMemoryLake lake = new InMemoryLake(spark, folder, AS_OF);
    lake.replace(
        Silver.TITLE, learned.read(Silver.TITLE).orderBy(org.apache.spark.sql.functions.rand(7)));

    spark.conf().set("spark.sql.shuffle.partitions", "7");
    new PopularityJob().run(lake, lake.context(), settings());
    spark.conf().set("spark.sql.shuffle.partitions", "3");

    assertThat(hashes(lake)).isEqualTo(hashes(learned));
  }

  @Test
  void writesEmptyTablesWhereTitlesAreTooFew(SparkSession spark) {
    InMemoryLake lake = lake(spark, 3);

    List<Tally> tallies = new PopularityJob().run(lake, lake.context(), settings());

    assertThat(tallies).containsExactly(new Tally("silver.title", 3, 0, 0, 0, 0));
    assertThat(lake.count(Gold.POPULARITY_PREDICTION)).isZero();
    assertThat(lake.readOrEmpty(Ops.MODEL_VERSION).count()).isZero();
  }

  @Test
  void predictsATitleNotYetReleasedFromNothingOfItsOutcome() {
    List<Row> predicted =
        learned
            .read(Gold.POPULARITY_PREDICTION)
            .where("title_id in ('quiet', 'loud') and held_out")
            .select("predicted")
            .collectAsList();
    assertThat(predicted).hasSize(2);
    assertThat(predicted.get(0)).isEqualTo(predicted.get(1));
  }

  /** Titles whose popularity rises with their budget and with one genre. */
  private static InMemoryLake lake(SparkSession spark, int titles) {
    Random random = new Random(42);
    Rows rows = rows();
    for (int i = 0; i < titles; i++) {
      long budget = 1000L << random.nextInt(16);
      boolean drama = random.nextBoolean();
      double popularity =
          Math.exp(Math.log(budget) / 4 + (drama ? 1 : 0) + random.nextGaussian() / 5);
      String date = "%d-%02d-10".formatted(1990 + i % 30, 1 + i % 12);
      rows.with(
          title(
              "t%04d".formatted(i),
              date,
              popularity,
              (long) (popularity * 100),
              "budget",
              budget,
              "genres",
              drama ? new String[] {"Drama"} : new String[] {"Comedy"}));
    }
    return new InMemoryLake(spark, folder, AS_OF).with(Silver.TITLE, rows);
  }

  /** Some come out before long, two that differ in their outcome alone. */
  private static void addTitlesOfAnyDate(InMemoryLake lake, SparkSession spark) {
    String[] director = {"Director 1"};
    Rows titles =
        rows()
            .with(title("coming", "2026-01-02", 1.0, 1L))
            .with(title("of the day", "2026-01-01", 1.0, 1L))
            .with(undated("some year", 2027, "planned"))
            .with(undated("this year", 2026, "upcoming"))
            .with(undated("out this year", 2026, "released"))
            .with(undated("out long ago", 1999, "rumored"))
            .with(title("quiet", "2027-05-01", 1.0, 1L, "directors", director))
            .with(title("loud", "2027-05-01", 900.0, 9L, "directors", director));
    lake.replace(Silver.TITLE, lake.read(Silver.TITLE).union(titles.in(spark)));
  }

  private static Rows rows() {
    return Rows.of(Silver.TITLE);
  }

  private static Object[] title(
      String id, @Nullable String released, double popularity, long votes, Object... more) {
    List<@Nullable Object> values =
        new ArrayList<>(
            Arrays.<@Nullable Object>asList(
                "title_id",
                id,
                "kind",
                "movie",
                "title",
                id,
                "release_date",
                released == null ? null : Date.valueOf(released),
                "popularity",
                popularity,
                "popularity_source",
                "tmdb",
                "votes",
                votes,
                "revenue",
                votes,
                "sources",
                new String[] {"tmdb:" + id},
                "directors",
                new String[] {"Director " + id.hashCode() % 9},
                "provenance",
                Map.of()));
    values.addAll(List.of(more));
    return values.toArray();
  }

  private static Object[] undated(String id, int year, String status) {
    return title(id, null, 1.0, 1L, "release_year", year, "status", status);
  }

  /** Two trees of one step are worse than ten of five, and say four things at most. */
  @Test
  void aWorseVersionIsRejectedAndTheLastGoodOnePredictsAsItDid() {
    List<Row> before = predictions(learned);
    List<Row> drivers = learned.read(Gold.POPULARITY_DRIVER).orderBy("rank").collectAsList();
    InMemoryLake second = learned.copy().on(AS_OF.plusDays(1));

    new PopularityJob().run(second, second.context(), settings("2", "1"));

    assertThat(second.context().notes())
        .anyMatch(note -> note.startsWith("popularity-tmdb 20260102"));
    assertThat(second.read(Ops.MODEL_VERSION).where("status = 'rejected'").count()).isOne();
    assertThat(second.read(Gold.POPULARITY_DRIVER).orderBy("rank").collectAsList())
        .isEqualTo(drivers);
    List<Row> after = predictions(second);
    assertThat(IntStream.range(0, before.size()).filter(i -> isNear(before.get(i), after.get(i))))
        .as("a day later titles are a day older, which hardly matters")
        .hasSizeGreaterThan(before.size() * 19 / 20);
  }

  @Test
  void opensWhatTheFirstLayoutSaved() {
    Fitted opened =
        SavedUnit.open(
            "tmdb",
            "popularity-tmdb",
            SavedModels.of("popularity-tmdb", 1, learned, folder).folder());

    assertThat(opened.drivers()).first().extracting(SavedUnit.Driver::feature).isEqualTo("budget");
    assertThat(predicted(opened, "genres = array('Drama') and budget > 10000000"))
        .isGreaterThan(5 * predicted(opened, "genres = array('Comedy') and budget < 10000"));
  }

  /** The mean that a model predicts for some titles. */
  private double predicted(Fitted model, String which) {
    Dataset<Row> titles =
        UnitTitles.perUnit(
                learned.read(Silver.TITLE).where(which),
                settings().of(PopularitySettings.class),
                AS_OF)
            .transform(TrainingTitles::withEras)
            .transform(TrackRecord::join);
    return Predictions.of(titles, Map.of("tmdb", model.model()))
        .agg(avg("predicted"))
        .head()
        .getDouble(0);
  }

  private static List<Row> predictions(InMemoryLake lake) {
    return lake.read(Gold.POPULARITY_PREDICTION)
        .orderBy("title_id")
        .select("predicted")
        .collectAsList();
  }

  private static boolean isNear(Row before, Row after) {
    return Math.abs(after.getDouble(0) / before.getDouble(0) - 1) < 0.01;
  }

  private static Settings settings() {
    return settings("10", "5");
  }

  private static Settings settings(String trees, String depth) {
    return TestSettings.shipped(Map.of("popularity.trees", trees, "popularity.depth", depth));
  }

  private static double metric(InMemoryLake lake, String model, String metric, String split) {
    return lake.read(Ops.MODEL_METRIC)
        .where(col("model").equalTo(model).and(col("metric").equalTo(metric)))
        .where(col("split").equalTo(split).and(col("segment").equalTo("all")))
        .head()
        .getAs("value");
  }

  private static List<ContentHash> hashes(InMemoryLake lake) {
    return Stream.of(Gold.POPULARITY_PREDICTION, Gold.POPULARITY_DRIVER, Ops.MODEL_METRIC)
        .map(table -> ContentHash.of(table, lake.read(table)))
        .toList();
  }
}
