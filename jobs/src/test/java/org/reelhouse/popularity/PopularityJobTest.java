package org.reelhouse.popularity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.Tally;
import org.reelhouse.config.Settings;
import org.reelhouse.config.SettingsReader;
import org.reelhouse.lake.ContentHash;
import org.reelhouse.lake.Gold;
import org.reelhouse.lake.Ops;
import org.reelhouse.lake.Silver;
import org.reelhouse.testing.InMemoryLake;
import org.reelhouse.testing.Rows;
import org.reelhouse.testing.SparkExtension;

@Tag("slow")
@ExtendWith(SparkExtension.class)
class PopularityJobTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 1, 1);

  @TempDir private Path folder;

  @Test
  void learnsWhatBudgetAndGenreDo(SparkSession spark) {
    InMemoryLake lake = lake(spark, 400);

    List<Tally> tallies = new PopularityJob().run(lake, settings());

    assertThat(tallies).containsExactly(new Tally("silver.title", 400, 400, 400, 0, 0));
    assertThat(r2(lake)).isGreaterThan(0.5);
    assertThat(lake.read(Gold.POPULARITY_DRIVER).orderBy("rank").head().<String>getAs("feature"))
        .isEqualTo("budget");
    assertThat(lake.read(Gold.POPULARITY_PREDICTION).where("level = 'High' and held_out").count())
        .isPositive();
  }

  @Test
  void doesNotDependOnOrderOrPartitions(SparkSession spark) {
    InMemoryLake lake = lake(spark, 300);
    new PopularityJob().run(lake, settings());
    ContentHash before = hash(lake);
    lake.replace(
        Silver.TITLE, lake.read(Silver.TITLE).orderBy(org.apache.spark.sql.functions.rand(7)));

    spark.conf().set("spark.sql.shuffle.partitions", "7");
    new PopularityJob().run(lake, settings());
    spark.conf().set("spark.sql.shuffle.partitions", "3");

    assertThat(hash(lake)).isEqualTo(before);
  }

  @Test
  void writesEmptyTablesWhereTitlesAreTooFew(SparkSession spark) {
    InMemoryLake lake = lake(spark, 3);

    List<Tally> tallies = new PopularityJob().run(lake, settings());

    assertThat(tallies).containsExactly(new Tally("silver.title", 3, 0, 0, 0, 0));
    assertThat(lake.count(Gold.POPULARITY_PREDICTION)).isZero();
    assertThat(lake.read(Ops.MODEL_VERSION).count()).isZero();
  }

  @Test
  void predictsATitleNotYetReleasedFromNothingOfItsOutcome(SparkSession spark) {
    InMemoryLake lake = lake(spark, 300);
    String[] director = {"Director 1"};
    Rows coming =
        rows()
            .with(title("quiet", "2027-05-01", 1.0, 1L, "directors", director))
            .with(title("loud", "2027-05-01", 900.0, 9L, "directors", director));
    lake.replace(Silver.TITLE, lake.read(Silver.TITLE).union(coming.in(spark)));

    new PopularityJob().run(lake, settings());

    List<Row> predicted =
        lake.read(Gold.POPULARITY_PREDICTION)
            .where("title_id in ('quiet', 'loud') and held_out")
            .select("predicted")
            .collectAsList();
    assertThat(predicted).hasSize(2);
    assertThat(predicted.get(0)).isEqualTo(predicted.get(1));
  }

  /** Titles whose popularity rises with their budget and with one genre. */
  private InMemoryLake lake(SparkSession spark, int titles) {
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

  private static Rows rows() {
    return Rows.of(Silver.TITLE);
  }

  private static Object[] title(
      String id, String released, double popularity, long votes, Object... more) {
    List<Object> values =
        new ArrayList<>(
            List.of(
                "title_id",
                id,
                "kind",
                "movie",
                "title",
                id,
                "release_date",
                Date.valueOf(released),
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

  private static Settings settings() {
    return SettingsReader.read(
        List.of(document("conf/reference.yaml"), document("conf/sources.yaml")),
        Map.of("popularity.trees", "10", "popularity.depth", "5"));
  }

  private static SettingsReader.Document document(String name) {
    try (InputStream stream = PopularityJobTest.class.getResourceAsStream("/" + name)) {
      return new SettingsReader.Document(
          name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static double r2(InMemoryLake lake) {
    return lake.read(Ops.MODEL_METRIC)
        .where("model = 'popularity-tmdb' and metric = 'r2' and split = 'random'")
        .head()
        .getAs("value");
  }

  private static ContentHash hash(InMemoryLake lake) {
    return ContentHash.of(Gold.POPULARITY_PREDICTION, lake.read(Gold.POPULARITY_PREDICTION));
  }
}
