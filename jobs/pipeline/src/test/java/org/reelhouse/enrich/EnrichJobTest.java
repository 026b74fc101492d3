package org.reelhouse.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.Tally;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.ContentHash;
import org.reelhouse.models.Decider;
import org.reelhouse.tables.Ops;
import org.reelhouse.tables.Silver;
import org.reelhouse.testing.InMemoryLake;
import org.reelhouse.testing.Rows;
import org.reelhouse.testing.SavedModels;
import org.reelhouse.testing.SparkTest;
import org.reelhouse.testing.TestSettings;

@SparkTest
final class EnrichJobTest {
  private static final List<String> GENRES = List.of("Horror", "Romance", "Western");

  /** Words that tell the genre of the same place. */
  private static final List<List<String>> TELLING =
      List.of(
          List.of("ghost", "curse", "haunted", "scream"),
          List.of("wedding", "kiss", "love", "heart"),
          List.of("sheriff", "saloon", "outlaw", "cattle"));

  private static final List<String> OTHERS =
      List.of("town", "family", "river", "winter", "doctor", "train", "letter", "island", "secret");

  @TempDir private Path folder;
  private final Random random = new Random(20260101);

  @Test
  void infersPlantedGenresAndSaysByWhichVersion(SparkSession spark) {
    InMemoryLake lake = lake(spark, labelled(spark, 1200).union(inNeed(spark)));

    List<Tally> tallies = new EnrichJob().run(lake, lake.context(), settings());

    Map<String, Row> inferred = inferred(lake);
    assertThat(inferred).containsOnlyKeys("need Horror", "need Romance", "need Western");
    for (String genre : GENRES) {
      Row title = inferred.get("need " + genre);
      assertThat(title.<String>getAs("source")).isEqualTo("test");
      assertThat(title.<String>getAs("column")).isEqualTo("genres");
      assertThat(title.<String>getList(title.fieldIndex("values"))).containsExactly(genre);
      assertThat(title.<String>getAs("model")).isEqualTo("genres-from-overviews");
      assertThat(title.<Integer>getAs("model_version")).isEqualTo(20260101);
    }
    assertThat(tallies).containsExactly(new Tally("silver.source_title", 1203, 3, 3, 0, 0));
    assertThat(lake.context().notes())
        .singleElement()
        .asString()
        .startsWith("finds genres in overviews (Horror, Romance, Western), precision ");
  }

  @Test
  void leavesSourceTitlesAsTheyAre(SparkSession spark) {
    InMemoryLake lake = lake(spark, labelled(spark, 1200).union(inNeed(spark)));
    ContentHash before = ContentHash.of(Silver.SOURCE_TITLE, lake.read(Silver.SOURCE_TITLE));

    new EnrichJob().run(lake, lake.context(), settings());

    assertThat(ContentHash.of(Silver.SOURCE_TITLE, lake.read(Silver.SOURCE_TITLE)))
        .isEqualTo(before);
  }

  @Test
  void measuresPrecisionAndRecallOnTitlesHeldOut(SparkSession spark) {
    InMemoryLake lake = lake(spark, labelled(spark, 1200).union(inNeed(spark)));

    new EnrichJob().run(lake, lake.context(), settings());

    List<Row> measures = lake.read(Ops.MODEL_METRIC).collectAsList();
    assertThat(measures)
        .extracting(row -> row.<String>getAs("metric") + " " + row.<String>getAs("segment"))
        .contains("precision all", "recall all", "precision genre Horror")
        .doesNotHaveDuplicates();
    assertThat(measures)
        .filteredOn(row -> row.<String>getAs("segment").equals("all"))
        .allSatisfy(row -> assertThat(row.<Double>getAs("value")).isBetween(0.8, 1.0));
  }

  @Test
  void infersNothingWhereOverviewsShowNoGenreAndSaysSo(SparkSession spark) {
    Rows rows = Rows.of(Silver.SOURCE_TITLE);
    for (int i = 0; i < 900; i++) {
      rows.with(title("l" + i, List.of(GENRES.get(random.nextInt(3))), sentence(List.of(), 12)));
    }
    InMemoryLake lake = lake(spark, rows.in(spark).union(inNeed(spark)));

    new EnrichJob().run(lake, lake.context(), settings());

    assertThat(lake.count(Silver.TITLE_INFERENCE)).isZero();
    assertThat(lake.context().notes())
        .singleElement()
        .asString()
        .startsWith("infers no genres: of ");
  }

  @Test
  void infersNothingWhereNoVersionReachesTheLimitOfTheGate(SparkSession spark) {
    InMemoryLake lake = lake(spark, labelled(spark, 1200).union(inNeed(spark)));

    new EnrichJob()
        .run(
            lake,
            lake.context(),
            settings(Map.of("models.gates.genres-from-overviews.limit", "1.01")));

    assertThat(lake.count(Silver.TITLE_INFERENCE)).isZero();
    assertThat(lake.read(Ops.MODEL_VERSION).select("status").as(Encoders.STRING()).head())
        .isEqualTo("rejected");
    assertThat(lake.context().notes()).last().asString().contains("no version serves");
  }

  @Test
  void infersNothingWhereItIsOff(SparkSession spark) {
    InMemoryLake lake = lake(spark, labelled(spark, 1200).union(inNeed(spark)));

    new EnrichJob()
        .run(lake, lake.context(), settings(Map.of("enrich.genres-from-overviews", "false")));

    assertThat(lake.count(Silver.TITLE_INFERENCE)).isZero();
    assertThat(lake.count(Ops.MODEL_VERSION)).isZero();
  }

  @Test
  void managesWithoutAnyTitleToLearnFrom(SparkSession spark) {
    InMemoryLake lake = lake(spark, inNeed(spark));

    new EnrichJob().run(lake, lake.context(), settings());

    assertThat(lake.count(Silver.TITLE_INFERENCE)).isZero();
    assertThat(lake.count(Ops.MODEL_METRIC)).isZero();
  }

  @Test
  void managesWithoutAnyTitleThatNeedsGenres(SparkSession spark) {
    InMemoryLake lake = lake(spark, labelled(spark, 90));

    new EnrichJob().run(lake, lake.context(), settings());

    assertThat(lake.count(Silver.TITLE_INFERENCE)).isZero();
    assertThat(lake.context().notes())
        .containsExactly("infers no genres: every title with an overview states some");
  }

  @Test
  void dependsNeitherOnTheOrderNorOnThePartitions(SparkSession spark) {
    List<Row> rows = new ArrayList<>(labelled(spark, 1200).union(inNeed(spark)).collectAsList());
    ContentHash before = inferredHash(spark, rows, 1);

    Collections.shuffle(rows, new Random(1));

    assertThat(inferredHash(spark, rows, 7)).isEqualTo(before);
    assertThat(inferredHash(spark, rows, 2)).isEqualTo(before);
  }

  private ContentHash inferredHash(SparkSession spark, List<Row> rows, int partitions) {
    InMemoryLake lake = new InMemoryLake(spark, folder, LocalDate.of(2026, 1, 1));
    Dataset<Row> titles = lake.frame(rows, Silver.SOURCE_TITLE.schema().asNullable());
    lake.replace(Silver.SOURCE_TITLE, titles.repartition(partitions));
    new EnrichJob().run(lake, lake.context(), settings());
    return ContentHash.of(Silver.TITLE_INFERENCE, lake.read(Silver.TITLE_INFERENCE));
  }

  @Test
  void anEarlierVersionInfersAsItDid(SparkSession spark) {
    InMemoryLake first = lake(spark, labelled(spark, 1200).union(inNeed(spark)));
    new EnrichJob().run(first, first.context(), settings());
    List<Row> before = rows(first);
    InMemoryLake second = first.on(first.context().asOf().plusDays(1));
    new Decider("ann", Instant.EPOCH, null)
        .promote(second, "genres-from-overviews", 20260101, 1, null);

    new EnrichJob()
        .run(second, second.context(), settings(Map.of("enrich.genre-precision", "0.9")));

    assertThat(rows(second)).isEqualTo(before);
    assertThat(second.read(Ops.MODEL_VERSION).where("status = 'held'").count()).isOne();
  }

  @Test
  void opensWhatTheFirstLayoutSaved(SparkSession spark) {
    InMemoryLake lake = lake(spark, inNeed(spark));

    GenreModel model = SavedGenres.open(SavedModels.of("genres-from-overviews", 1, lake, folder));

    assertThat(model.genres()).isEqualTo(GENRES);
    for (int genre = 0; genre < GENRES.size(); genre++) {
      int[] terms = OverviewTerms.of(String.join(" ", TELLING.get(genre)));
      assertThat(model.genres(terms)).containsExactly(GENRES.get(genre));
    }
  }

  private static List<Row> rows(InMemoryLake lake) {
    return lake.read(Silver.TITLE_INFERENCE).orderBy("source_id").collectAsList();
  }

  private static Settings settings() {
    return settings(Map.of());
  }

  private static Settings settings(Map<String, String> changes) {
    return TestSettings.shipped(changes);
  }

  private InMemoryLake lake(SparkSession spark, Dataset<Row> titles) {
    InMemoryLake lake = new InMemoryLake(spark, folder, LocalDate.of(2026, 1, 1));
    lake.replace(Silver.SOURCE_TITLE, titles);
    return lake;
  }

  /** Titles whose overviews tell their genre, but for one in ten. */
  private Dataset<Row> labelled(SparkSession spark, int titles) {
    Rows rows = Rows.of(Silver.SOURCE_TITLE);
    for (int i = 0; i < titles; i++) {
      int genre = i % GENRES.size();
      int told = random.nextInt(10) == 0 ? random.nextInt(GENRES.size()) : genre;
      rows.with(
          title("l" + i, List.of(GENRES.get(genre)), sentence(TELLING.get(told), 10) + " " + i));
    }
    return rows.in(spark);
  }

  private Dataset<Row> inNeed(SparkSession spark) {
    Rows rows = Rows.of(Silver.SOURCE_TITLE);
    for (int genre = 0; genre < GENRES.size(); genre++) {
      String overview = String.join(" ", TELLING.get(genre));
      rows.with(title("need " + GENRES.get(genre), null, overview));
    }
    return rows.in(spark);
  }

  private String sentence(List<String> telling, int words) {
    return IntStream.range(0, words)
        .mapToObj(
            place ->
                place < 3 && !telling.isEmpty()
                    ? telling.get(random.nextInt(telling.size()))
                    : OTHERS.get(random.nextInt(OTHERS.size())))
        .collect(Collectors.joining(" "));
  }

  private static @Nullable Object[] title(
      String id, @Nullable List<String> genres, String overview) {
    return new @Nullable Object[] {
      "source",
      "test",
      "source_id",
      id,
      "kind",
      "movie",
      "title",
      "Title " + id,
      "genres",
      genres == null ? null : genres.toArray(),
      "raw_genres",
      genres == null ? new String[] {"Movies"} : genres.toArray(),
      "overview",
      overview,
      "inferred",
      new String[] {"kind"},
      "inferred_by",
      Map.of("kind", "runtime"),
      "snapshot",
      Date.valueOf("2026-01-01"),
      "source_file",
      "file",
      "record_hash",
      "hash"
    };
  }

  private static Map<String, Row> inferred(InMemoryLake lake) {
    return rows(lake).stream()
        .collect(Collectors.toMap(row -> row.<String>getAs("source_id"), row -> row));
  }
}
