package org.reelhouse.ratings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.Tally;
import org.reelhouse.config.Settings;
import org.reelhouse.config.SettingsReader;
import org.reelhouse.lake.ContentHash;
import org.reelhouse.lake.Ops;
import org.reelhouse.lake.Silver;
import org.reelhouse.testing.InMemoryLake;
import org.reelhouse.testing.Rows;
import org.reelhouse.testing.SparkExtension;

@ExtendWith(SparkExtension.class)
final class RatingsJobTest {
  private static final List<String> LINES =
      List.of(
          "1,10,3.0,100", "1,10,4.0,200", "1,11,5.0,200", "2,12,1.0,5", "2,99,1.0,5", "2,12,x,5");

  @TempDir private Path folder;

  @Test
  void keepsTheNewestRatingOfEachUserAndTitle(SparkSession spark) throws IOException {
    InMemoryLake lake = landed(spark, LINES);

    List<Tally> tallies = new RatingsJob().run(lake, settings());

    assertThat(lake.read(Silver.RATING).collectAsList().stream().map(Rows::valuesOf))
        .containsExactlyInAnyOrder(rating("site:1", 10.0, 5.0, 200), rating("site:2", 2.0, 1.0, 5));
    assertThat(tallies).containsExactly(new Tally("raw/site/ratings", 6, 6, 2, 2, 2));
    assertThat(lake.read(Ops.QUARANTINE).collectAsList())
        .extracting(row -> row.getString(7) + " " + row.getString(9))
        .containsExactlyInAnyOrder("orphan 2,99,1.0,5", "bad_value 2,12,x,5");
  }

  @Test
  void givesTheSameWhateverTheOrderOfTheLines(SparkSession spark) throws IOException {
    InMemoryLake straight = landed(spark, LINES);
    InMemoryLake reversed = landed(spark, LINES.stream().sorted().toList());

    new RatingsJob().run(straight, settings());
    new RatingsJob().run(reversed, settings());

    assertThat(ContentHash.of(Silver.RATING, straight.read(Silver.RATING)))
        .isEqualTo(ContentHash.of(Silver.RATING, reversed.read(Silver.RATING)));
  }

  private InMemoryLake landed(SparkSession spark, List<String> lines) throws IOException {
    Path home = Files.createTempDirectory(folder, "lake");
    Path file = home.resolve("ratings.csv");
    Files.writeString(file, "userId,movieId,rating,timestamp\n" + String.join("\n", lines));
    InMemoryLake lake = new InMemoryLake(spark, home.resolve("lake"), LocalDate.of(2026, 1, 1));
    lake.raw().land("site", "ratings", List.of(file.toString()));
    return lake.with(
        Silver.TITLE_SOURCE,
        Rows.of(Silver.TITLE_SOURCE)
            .with("source", "site", "source_id", "10", "title_id", "a")
            .with("source", "site", "source_id", "11", "title_id", "a")
            .with("source", "site", "source_id", "12", "title_id", "b"));
  }

  private static Map<String, Object> rating(
      String user, double rating, double given, long seconds) {
    return Map.of(
        "source",
        "site",
        "user_id",
        user,
        "title_id",
        user.endsWith("1") ? "a" : "b",
        "rating",
        rating,
        "rating_source",
        given,
        "rated_at",
        new Timestamp(seconds * 1000));
  }

  private static Settings settings() throws IOException {
    String sources =
        """
        sources:
          site:
            priority: 1
            datasets:
              ratings: {format: movielens, paths: ["ratings.csv"], scale: [0.5, 5]}
        """;
    return SettingsReader.read(
        List.of(
            new SettingsReader.Document("conf/reference.yaml", reference()),
            new SettingsReader.Document("sources", sources)),
        Map.of());
  }

  private static String reference() throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(RatingsJob.class.getResourceAsStream("/conf/reference.yaml"))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
