package org.reelhouse.ratings;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.PipelineException;
import org.reelhouse.Tally;
import org.reelhouse.config.DatasetSettings;
import org.reelhouse.config.Settings;
import org.reelhouse.config.SourceSettings;
import org.reelhouse.tables.Ops;
import org.reelhouse.tables.Silver;
import org.reelhouse.testing.InMemoryLake;
import org.reelhouse.testing.Rows;
import org.reelhouse.testing.SparkTest;
import org.reelhouse.testing.TestSettings;

@SparkTest
class RatingsJobTest {
  @TempDir Path folder;

  private InMemoryLake lakeWith(SparkSession spark, String ratings) throws IOException {
    Path file = Files.writeString(folder.resolve("ratings.csv"), ratings);
    InMemoryLake lake = new InMemoryLake(spark, folder.resolve("lake"), LocalDate.of(2026, 1, 1));
    lake.raw()
        .land("movielens", "ratings", lake.context().asOf(), List.of(file.toUri().toString()));
    return lake.with(
        Silver.TITLE_SOURCE,
        Rows.of(Silver.TITLE_SOURCE)
            .with("source", "movielens", "source_id", "10", "title_id", "t1")
            .with("source", "movielens", "source_id", "11", "title_id", "t1")
            .with("source", "movielens", "source_id", "20", "title_id", "t2"));
  }

  private static Settings settings() {
    DatasetSettings dataset =
        new DatasetSettings("movielens", List.of("ratings.csv"), List.of(0.5, 5.0), null, null);
    return TestSettings.withSources(
        Map.of("movielens", new SourceSettings(1, null, Map.of("ratings", dataset))));
  }

  @Test
  void keepsTheNewestRatingOfEachUserAndTitle(SparkSession spark) throws IOException {
    InMemoryLake lake =
        lakeWith(
            spark,
            "userId,movieId,rating,timestamp\n1,10,4,100\n1,11,3,200\n1,20,5,50\n2,10,1,1\n");

    List<Tally> tallies = new RatingsJob().run(lake, lake.context(), settings());

    assertThat(lake.read(Silver.RATING).orderBy("user_id", "title_id").collectAsList())
        .extracting(
            row -> row.getAs("user_id") + " " + row.getAs("title_id") + " " + row.getAs("rating"))
        .containsExactly("movielens:1 t1 6.0", "movielens:1 t2 10.0", "movielens:2 t1 2.0");
    assertThat(tallies).containsExactly(new Tally("raw/movielens/ratings", 4, 4, 3, 1, 0));
  }

  @Test
  void quarantinesWhatIsNoRatingWithItsLineAndReason(SparkSession spark) throws IOException {
    InMemoryLake lake =
        lakeWith(
            spark,
            "userId,movieId,rating,timestamp\n1,10,NaN,1\n1,10,7,1\n1,99,4,1\n,10,4,1\n1,10,x,1\n1,10\n1,10,Infinity,1\n");

    List<Tally> tallies = new RatingsJob().run(lake, lake.context(), settings());

    assertThat(lake.read(Ops.QUARANTINE).orderBy("line").collectAsList())
        .extracting(row -> row.getAs("line") + " " + row.<String>getAs("reason"))
        .containsExactly(
            "2 bad_value",
            "3 bad_value",
            "4 orphan",
            "5 missing_id",
            "6 bad_value",
            "7 malformed",
            "8 bad_value");
    assertThat(tallies).allMatch(Tally::addsUp);
  }

  @Test
  void takesNothingForARatingThatIsNoNumber(SparkSession spark) throws IOException {
    List<String> none =
        List.of("4d", "4f", "0x4", "0x1p2", "1e999", "four", "٤", "", "1".repeat(10 << 20));
    String lines = none.stream().map(rating -> "1,10," + rating + ",1\n").collect(joining());
    InMemoryLake lake = lakeWith(spark, "userId,movieId,rating,timestamp\n" + lines);

    List<Tally> tallies = new RatingsJob().run(lake, lake.context(), settings());

    assertThat(lake.read(Ops.QUARANTINE).collectAsList())
        .hasSize(none.size())
        .allMatch(row -> row.<String>getAs("reason").equals("bad_value"))
        .allMatch(row -> row.<String>getAs("detail").length() < 100);
    assertThat(tallies).containsExactly(new Tally("raw/movielens/ratings", 9, 9, 0, 0, 9));
  }

  @Test
  void keepsTheRowsAroundBrokenOnes(SparkSession spark) throws IOException {
    InMemoryLake lake =
        lakeWith(
            spark,
            "\uFEFFuserId,movieId,rating,timestamp\r\n1,10,4,1\r\n2,10,\"4,1\r\n3,10,4,1,9\r\n4,20,4,1");

    List<Tally> tallies = new RatingsJob().run(lake, lake.context(), settings());

    assertThat(lake.read(Silver.RATING).orderBy("user_id").collectAsList())
        .extracting(row -> row.getAs("user_id"))
        .containsExactly("movielens:1", "movielens:4");
    assertThat(lake.read(Ops.QUARANTINE).orderBy("line").collectAsList())
        .extracting(row -> row.getAs("file") + ":" + row.getAs("line") + " " + row.getAs("reason"))
        .containsExactly("ratings.csv:3 malformed", "ratings.csv:4 malformed");
    assertThat(tallies).containsExactly(new Tally("raw/movielens/ratings", 4, 4, 2, 0, 2));
  }

  @Test
  void namesTheFileAndTheColumnThatItLacks(SparkSession spark) throws IOException {
    InMemoryLake lake = lakeWith(spark, "userId,rating,timestamp\n1,4,1\n");

    assertThatThrownBy(() -> new RatingsJob().run(lake, lake.context(), settings()))
        .rootCause()
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("ratings.csv of raw/movielens/ratings: its header lacks [movieId]");
  }

  @Test
  void keepsARatingWhoseTimeCannotBeRead(SparkSession spark) throws IOException {
    InMemoryLake lake = lakeWith(spark, "userId,movieId,rating,timestamp\n1,10,4,soon\n");

    new RatingsJob().run(lake, lake.context(), settings());

    assertThat(lake.read(Silver.RATING).collectAsList())
        .extracting(row -> row.<Object>getAs("rated_at"))
        .containsExactly((Object) null);
  }

  @Test
  void writesEmptyTablesWhereNoSourceHasRatings(SparkSession spark) throws IOException {
    InMemoryLake lake = lakeWith(spark, "");

    List<Tally> tallies = new RatingsJob().run(lake, lake.context(), settings());

    List<Row> ratings = lake.read(Silver.RATING).collectAsList();
    assertThat(ratings).isEmpty();
    assertThat(tallies).containsExactly(new Tally("raw/movielens/ratings", 0, 0, 0, 0, 0));
  }
}
