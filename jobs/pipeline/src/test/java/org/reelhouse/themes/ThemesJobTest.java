package org.reelhouse.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.Tally;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.ContentHash;
import org.reelhouse.models.Decider;
import org.reelhouse.reference.Countries;
import org.reelhouse.tables.Gold;
import org.reelhouse.tables.Ops;
import org.reelhouse.tables.Silver;
import org.reelhouse.tables.Table;
import org.reelhouse.testing.InMemoryLake;
import org.reelhouse.testing.Rows;
import org.reelhouse.testing.SavedModels;
import org.reelhouse.testing.SparkTest;
import org.reelhouse.testing.TestSettings;
import org.reelhouse.themes.corpus.Documents;

@Tag("slow")
@SparkTest
class ThemesJobTest {
  private static final List<List<String>> SUBJECTS =
      List.of(
          List.of("robot", "spaceship", "planet", "alien", "galaxy", "laser"),
          List.of("wedding", "romance", "bride", "kiss", "heartbreak", "love"),
          List.of("detective", "murder", "corpse", "witness", "alibi", "poison"));

  @TempDir private Path folder;

  @Test
  void tellsSubjectsApart(SparkSession spark) {
    InMemoryLake lake = lake(spark, 120);

    List<Tally> tallies = new ThemesJob().run(lake, lake.context(), settings());

    assertThat(tallies).containsExactly(new Tally("silver.title", 121, 120, 120, 0, 0));
    assertThat(lake.read(Gold.THEME).where("parent_theme_id is not null").count()).isEqualTo(2);
    assertThat(lake.read(Gold.THEME).where("parent_theme_id is null").count()).isEqualTo(2);
    assertThat(
            lake.read(Gold.TITLE_THEME)
                .selectExpr("theme_id", "cast(substr(title_id, 2) as int) % 3 as subject")
                .distinct()
                .count())
        .isEqualTo(3);
  }

  @Test
  void keepsTheIdentifiersAndLabelsOfThemesWhenTitlesAreAdded(SparkSession spark) {
    InMemoryLake lake = lake(spark, 90);
    new ThemesJob().run(lake, lake.context(), settings());
    for (Table table : List.of(Gold.THEME, Gold.TITLE_THEME)) {
      lake.replace(
          table,
          lake.read(table).withColumn("theme_id", functions.expr("concat('old ', theme_id)")));
    }
    List<Row> before = themesOfTitles(lake);
    lake.replace(Silver.TITLE, lake(spark, 120).read(Silver.TITLE));

    new ThemesJob().run(lake, lake.context(), settings());

    assertThat(themesOfTitles(lake)).hasSize(3).isEqualTo(before);
  }

  private static List<Row> themesOfTitles(InMemoryLake lake) {
    return lake.read(Gold.TITLE_THEME)
        .join(lake.read(Gold.THEME), "theme_id")
        .select("theme_id", "label")
        .distinct()
        .sort("theme_id")
        .collectAsList();
  }

  @Test
  void countsThemesByRegionAndYear(SparkSession spark) {
    InMemoryLake lake = lake(spark, 120);

    new ThemesJob().run(lake, lake.context(), settings());

    assertThat(
            lake.read(Gold.THEME_TREND)
                .groupBy("region", "year")
                .agg(functions.sum("titles"), functions.sum("share"))
                .collectAsList())
        .containsExactlyInAnyOrder(
            RowFactory.create("World", 1999, 120L, 1.0),
            RowFactory.create(Countries.region("FR"), 1999, 120L, 1.0));
  }

  @Test
  void takesKeywordsWhereToldTo(SparkSession spark) {
    InMemoryLake lake = lake(spark, 120);

    new ThemesJob()
        .run(lake, lake.context(), settings(Map.of("themes.texts", "[overview, keywords]")));

    assertThat(
            lake.read(Gold.THEME)
                .where(functions.array_contains(functions.col("terms"), "outer space"))
                .count())
        .isPositive();
  }

  @Test
  void doesNotDependOnOrderOrPartitions(SparkSession spark) {
    InMemoryLake lake = lake(spark, 90);
    new ThemesJob().run(lake, lake.context(), settings());
    List<ContentHash> before = hashes(lake);
    lake.replace(Silver.TITLE, lake.read(Silver.TITLE).orderBy(functions.rand(7)));

    spark.conf().set("spark.sql.shuffle.partitions", "7");
    new ThemesJob().run(lake, lake.context(), settings());
    spark.conf().set("spark.sql.shuffle.partitions", "3");

    assertThat(hashes(lake)).isEqualTo(before);
  }

  @Test
  void choosesHowManyThemesThereAreAndKeepsItInARerun(SparkSession spark) {
    InMemoryLake lake = lake(spark, 150);
    Settings settings = settings(Map.of("themes.count.min", "2", "themes.count.max", "8"));
    new ThemesJob().run(lake, lake.context(), settings);
    List<ContentHash> before = hashes(lake);

    new ThemesJob().run(lake, lake.context(), settings);

    assertThat(lake.read(Gold.TITLE_THEME).select("theme_id").distinct().count()).isEqualTo(3);
    assertThat(hashes(lake)).isEqualTo(before);
  }

  @Test
  void writesEmptyTablesWhereOverviewsAreTooFew(SparkSession spark) {
    InMemoryLake lake = lake(spark, 3);

    List<Tally> tallies = new ThemesJob().run(lake, lake.context(), settings());

    assertThat(tallies).containsExactly(new Tally("silver.title", 4, 0, 0, 0, 0));
    assertThat(lake.count(Gold.THEME)).isZero();
  }

  /** Titles of three subjects in turn, and one without an overview. */
  private InMemoryLake lake(SparkSession spark, int titles) {
    Random random = new Random(42);
    Rows rows = Rows.of(Silver.TITLE).with("title_id", "silent", "kind", "movie", "title", "x");
    for (int i = 0; i < titles; i++) {
      List<String> subject = SUBJECTS.get(i % SUBJECTS.size());
      StringBuilder overview = new StringBuilder("The");
      for (int word = 0; word < 8; word++) {
        overview.append(' ').append(subject.get(random.nextInt(subject.size()))).append(" and");
      }
      String id = "t%04d".formatted(i);
      rows.with(
          "title_id",
          id,
          "kind",
          "movie",
          "title",
          id,
          "overview",
          overview.toString(),
          "keywords",
          List.of(i % SUBJECTS.size() == 0 ? "outer space" : "on earth"),
          "countries",
          List.of("FR"),
          "release_year",
          1999);
    }
    return new InMemoryLake(spark, folder, LocalDate.of(2026, 1, 1)).with(Silver.TITLE, rows);
  }

  private static List<ContentHash> hashes(InMemoryLake lake) {
    return List.of(
        ContentHash.of(Gold.THEME, lake.read(Gold.THEME)),
        ContentHash.of(Gold.THEME_TREND, lake.read(Gold.THEME_TREND)),
        ContentHash.of(Gold.TITLE_THEME, lake.read(Gold.TITLE_THEME)));
  }

  @Test
  void anEarlierVersionPlacesTitlesAsItDid(SparkSession spark) {
    InMemoryLake first = lake(spark, 120);
    new ThemesJob().run(first, first.context(), settings());
    List<Row> before = first.read(Gold.TITLE_THEME).orderBy("title_id").collectAsList();
    InMemoryLake second = first.on(first.context().asOf().plusDays(1));
    new Decider("ann", Instant.EPOCH, null)
        .promote(
            second,
            "themes",
            Integer.parseInt(first.context().asOf().toString().replace("-", "")),
            1,
            null);

    new ThemesJob().run(second, second.context(), settings(Map.of("themes.dimensions", "2")));

    assertThat(second.read(Gold.TITLE_THEME).orderBy("title_id").collectAsList()).isEqualTo(before);
    assertThat(second.read(Ops.MODEL_VERSION).where("status = 'held'").count()).isOne();
  }

  @Test
  void opensWhatTheFirstLayoutSaved(SparkSession spark) {
    InMemoryLake lake = lake(spark, 30);
    Settings settings = settings();
    TrainedThemes model =
        new TrainedThemes(
            lake,
            Documents.of(lake.read(Silver.TITLE), settings.of(ThemesSettings.class).texts(), 3),
            settings.of(ThemesSettings.class),
            100);

    Themes themes = model.open(SavedModels.of("themes", 1, lake, folder));

    assertThat(
            themes
                .members()
                .selectExpr("theme_id", "cast(substr(title_id, 2) as int) % 3 as subject")
                .distinct()
                .count())
        .isEqualTo(3);
  }

  private static Settings settings() {
    return settings(Map.of());
  }

  private static Settings settings(Map<String, String> more) {
    Map<String, String> all = new HashMap<>();
    all.put("themes.count.min", "3");
    all.put("themes.count.max", "3");
    all.put("themes.parents", "2");
    all.put("themes.min-titles", "2");
    all.put("themes.max-share", "0.9");
    all.putAll(more);
    return TestSettings.shipped(all);
  }
}
