package org.reelhouse.normalize.genres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.config.NormalizeSettings;
import org.reelhouse.lake.ContentHash;
import org.reelhouse.tables.Silver;
import org.reelhouse.testing.InMemoryLake;
import org.reelhouse.testing.Rows;
import org.reelhouse.testing.SparkExtension;

@ExtendWith(SparkExtension.class)
final class OverviewGenresTest {
  private static final NormalizeSettings SETTINGS = new NormalizeSettings(true, 0.8, 50_000);
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
  void tellsPlantedGenresAndMarksThem(SparkSession spark) {
    InMemoryLake lake = lake(spark);
    Dataset<Row> titles = Rows.of(Silver.SOURCE_TITLE).in(spark);
    titles = titles.union(labelled(spark, 900)).union(inNeed(spark));

    OverviewGenres genres = OverviewGenres.learn(lake, titles, SETTINGS);
    Map<String, Row> completed = byId(genres.completed(titles));

    for (String genre : GENRES) {
      Row title = completed.get("need " + genre);
      assertThat(title.<String>getList(title.fieldIndex("genres"))).containsExactly(genre);
      assertThat(title.<String>getList(title.fieldIndex("inferred")))
          .containsExactly("genres", "kind");
      assertThat(title.<String, String>getJavaMap(title.fieldIndex("inferred_by")))
          .containsOnly(Map.entry("genres", "overview"), Map.entry("kind", "runtime"));
      assertThat(title.<String>getList(title.fieldIndex("raw_genres"))).containsExactly("Movies");
      assertThat(title.<String>getAs("record_hash")).hasSize(64);
    }
    assertThat(lake.notes())
        .singleElement()
        .asString()
        .startsWith("tells genres from overviews (Horror, Romance, Western), precision ");
  }

  @Test
  void leavesStatedGenresAndTitlesThatTellNothing(SparkSession spark) {
    Dataset<Row> titles = labelled(spark, 900).union(inNeed(spark));

    Dataset<Row> completed = OverviewGenres.learn(lake(spark), titles, SETTINGS).completed(titles);

    Map<String, Row> before = byId(titles);
    Map<String, Row> after = byId(completed);
    assertThat(after.keySet()).isEqualTo(before.keySet());
    after.forEach(
        (id, title) -> {
          if (!id.startsWith("need ")) {
            assertThat(title.mkString("|")).isEqualTo(before.get(id).mkString("|"));
          }
        });
  }

  @Test
  void measuresPrecisionAndRecallOnTitlesHeldOut(SparkSession spark) {
    InMemoryLake lake = lake(spark);

    List<Row> measures =
        OverviewGenres.learn(lake, labelled(spark, 900), SETTINGS).measures(lake).collectAsList();

    assertThat(measures)
        .extracting(row -> row.<String>getAs("check") + " " + row.<String>getAs("subject"))
        .contains(
            "inferred_genre_precision all",
            "inferred_genre_recall all",
            "inferred_genre_precision Horror")
        .doesNotHaveDuplicates();
    assertThat(measures)
        .filteredOn(row -> row.<String>getAs("subject").equals("all"))
        .allSatisfy(row -> assertThat(row.<Double>getAs("value")).isBetween(0.8, 1.0));
  }

  @Test
  void tellsNothingWhereOverviewsTellNoGenre(SparkSession spark) {
    List<Row> mixed = new ArrayList<>();
    Rows rows = Rows.of(Silver.SOURCE_TITLE);
    for (int i = 0; i < 900; i++) {
      rows.with(title("l" + i, List.of(GENRES.get(random.nextInt(3))), sentence(List.of(), 12)));
    }
    mixed.addAll(rows.in(spark).union(inNeed(spark)).collectAsList());
    InMemoryLake lake = lake(spark);
    Dataset<Row> titles = lake.frame(mixed, Silver.SOURCE_TITLE.schema().asNullable());

    OverviewGenres genres = OverviewGenres.learn(lake, titles, SETTINGS);

    assertThat(genres.completed(titles).where("array_contains(inferred, 'genres')").count())
        .isZero();
    assertThat(lake.notes()).singleElement().asString().startsWith("tells no genre from overviews");
  }

  @Test
  void managesWithoutAnyTitleToLearnFrom(SparkSession spark) {
    InMemoryLake lake = lake(spark);

    OverviewGenres genres = OverviewGenres.learn(lake, inNeed(spark), SETTINGS);

    assertThat(genres.completed(inNeed(spark)).count()).isEqualTo(GENRES.size());
    assertThat(genres.measures(lake).isEmpty()).isTrue();
  }

  @Test
  void dependsNeitherOnTheOrderNorOnThePartitions(SparkSession spark) {
    List<Row> rows = new ArrayList<>(labelled(spark, 900).union(inNeed(spark)).collectAsList());
    ContentHash before = completedHash(spark, rows, 1);

    Collections.shuffle(rows, new Random(1));

    assertThat(completedHash(spark, rows, 7)).isEqualTo(before);
    assertThat(completedHash(spark, rows, 2)).isEqualTo(before);
  }

  private ContentHash completedHash(SparkSession spark, List<Row> rows, int partitions) {
    InMemoryLake lake = lake(spark);
    Dataset<Row> titles =
        lake.frame(rows, Silver.SOURCE_TITLE.schema().asNullable()).repartition(partitions);
    OverviewGenres genres = OverviewGenres.learn(lake, titles, SETTINGS);
    return ContentHash.of(Silver.SOURCE_TITLE, genres.completed(titles));
  }

  private InMemoryLake lake(SparkSession spark) {
    return new InMemoryLake(spark, folder, LocalDate.of(2026, 1, 1));
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

  private static Map<String, Row> byId(Dataset<Row> titles) {
    return titles.collectAsList().stream()
        .collect(Collectors.toMap(row -> row.<String>getAs("source_id"), row -> row));
  }
}
