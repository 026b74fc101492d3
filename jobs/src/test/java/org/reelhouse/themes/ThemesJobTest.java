package org.reelhouse.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.Tally;
import org.reelhouse.config.Settings;
import org.reelhouse.config.SettingsReader;
import org.reelhouse.lake.ContentHash;
import org.reelhouse.lake.Gold;
import org.reelhouse.lake.Silver;
import org.reelhouse.testing.InMemoryLake;
import org.reelhouse.testing.Rows;
import org.reelhouse.testing.SparkExtension;

@Tag("slow")
@ExtendWith(SparkExtension.class)
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

    List<Tally> tallies = new ThemesJob().run(lake, settings());

    assertThat(tallies).containsExactly(new Tally("silver.title", 121, 120, 120, 0, 0));
    assertThat(lake.read(Gold.THEME).where("parent is not null").count()).isEqualTo(2);
    assertThat(lake.read(Gold.THEME).where("parent is null").count()).isEqualTo(2);
    assertThat(
            lake.read(Gold.TITLE_THEME)
                .selectExpr("theme_id", "cast(substr(title_id, 2) as int) % 3 as subject")
                .distinct()
                .count())
        .isEqualTo(3);
  }

  @Test
  void doesNotDependOnOrderOrPartitions(SparkSession spark) {
    InMemoryLake lake = lake(spark, 90);
    new ThemesJob().run(lake, settings());
    List<ContentHash> before = hashes(lake);
    lake.replace(Silver.TITLE, lake.read(Silver.TITLE).orderBy(functions.rand(7)));

    spark.conf().set("spark.sql.shuffle.partitions", "7");
    new ThemesJob().run(lake, settings());
    spark.conf().set("spark.sql.shuffle.partitions", "3");

    assertThat(hashes(lake)).isEqualTo(before);
  }

  @Test
  void writesEmptyTablesWhereOverviewsAreTooFew(SparkSession spark) {
    InMemoryLake lake = lake(spark, 3);

    List<Tally> tallies = new ThemesJob().run(lake, settings());

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
      rows.with("title_id", id, "kind", "movie", "title", id, "overview", overview.toString());
    }
    return new InMemoryLake(spark, folder, LocalDate.of(2026, 1, 1)).with(Silver.TITLE, rows);
  }

  private static List<ContentHash> hashes(InMemoryLake lake) {
    return List.of(
        ContentHash.of(Gold.THEME, lake.read(Gold.THEME)),
        ContentHash.of(Gold.TITLE_THEME, lake.read(Gold.TITLE_THEME)));
  }

  private static Settings settings() {
    return SettingsReader.read(
        List.of(document("conf/reference.yaml"), document("conf/sources.yaml")),
        Map.of(
            "themes.themes", "3",
            "themes.parents", "2",
            "themes.min-titles", "2",
            "themes.max-share", "0.9"));
  }

  private static SettingsReader.Document document(String name) {
    try (InputStream stream = ThemesJobTest.class.getResourceAsStream("/" + name)) {
      return new SettingsReader.Document(
          name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
