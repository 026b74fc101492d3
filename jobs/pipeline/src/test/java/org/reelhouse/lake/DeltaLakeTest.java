package org.reelhouse.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.PipelineException;
import org.reelhouse.tables.Table;
import org.reelhouse.testing.Rows;
import org.reelhouse.testing.SparkTest;

@SparkTest
class DeltaLakeTest {
  private static final Table MOVIE =
      Table.of(
              "silver.movie",
              "A movie.",
              "id INT NOT NULL COMMENT 'Key', name STRING COMMENT 'Name', day STRING COMMENT 'Day'",
              "id")
          .partitionedBy("day")
          .check("id_positive", "id > 0");

  @TempDir Path folder;

  private DeltaLake lake(SparkSession spark) {
    return new DeltaLake(spark, folder.toString(), "run-1");
  }

  private static Dataset<Row> movie(SparkSession spark, int id, String name, String day) {
    return Rows.of(MOVIE).with("id", id, "name", name, "day", day).in(spark);
  }

  @Test
  void replacesTheWholeContentAndKeepsComments(SparkSession spark) {
    DeltaLake lake = lake(spark);

    lake.replace(MOVIE, movie(spark, 1, "Heat", "a"));
    long written = lake.replace(MOVIE, movie(spark, 2, "Ran", "b"));

    assertThat(written).isEqualTo(1);
    assertThat(lake.read(MOVIE).collectAsList())
        .extracting(row -> row.getAs("name"))
        .containsExactly("Ran");
    assertThat(lake.read(MOVIE).schema().apply("id").getComment().get()).isEqualTo("Key");
  }

  @Test
  void readsAnEarlierVersionAsLongAsTheLakeHoldsIt(SparkSession spark) throws IOException {
    DeltaLake lake = lake(spark);
    lake.replace(MOVIE, movie(spark, 1, "Heat", "a"));
    lake.replace(MOVIE, movie(spark, 2, "Ran", "b"));

    assertThat(lake.version(MOVIE)).hasValue(1);
    assertThat(lake.readVersion(MOVIE, 0).orElseThrow().collectAsList())
        .extracting(row -> row.getAs("name"))
        .containsExactly("Heat");
    assertThat(lake.readVersion(MOVIE, 2)).isEmpty();

    try (Stream<Path> files = Files.list(folder.resolve("silver/movie/day=a"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }

    assertThat(lake.readVersion(MOVIE, 0)).isEmpty();
    assertThat(lake.readVersion(MOVIE, 1)).isPresent();
  }

  @Test
  void replacesOneSliceAndLeavesTheOthers(SparkSession spark) {
    DeltaLake lake = lake(spark);
    lake.replace(MOVIE, movie(spark, 1, "Heat", "a").union(movie(spark, 2, "Ran", "b")));

    lake.replaceSlice(MOVIE, Map.of("day", "a"), movie(spark, 3, "Alien", "a"));

    assertThat(lake.read(MOVIE).collectAsList())
        .extracting(row -> row.getAs("name"))
        .containsExactlyInAnyOrder("Alien", "Ran");
  }

  @Test
  void writesNoRowsWhereNothingReplacesAnEmptySlice(SparkSession spark) {
    DeltaLake lake = lake(spark);
    lake.replace(MOVIE, movie(spark, 1, "Heat", "a").union(movie(spark, 2, "Ran", "b")));

    long written =
        lake.replaceSlice(MOVIE, Map.of("day", "c"), movie(spark, 3, "Alien", "c").limit(0));

    assertThat(written).isZero();
    assertThat(lake.count(MOVIE)).isEqualTo(2);
  }

  @Test
  void refusesRowsThatViolateAConstraintAndLeavesTheTableAsItWas(SparkSession spark) {
    DeltaLake lake = lake(spark);
    lake.replace(MOVIE, movie(spark, 1, "Heat", "a"));

    assertThatThrownBy(() -> lake.replace(MOVIE, movie(spark, -1, "Ran", "b")))
        .isInstanceOf(PipelineException.class)
        .hasMessageStartingWith("Cannot write silver.movie: a row violates a constraint.");
    assertThat(lake.count(MOVIE)).isEqualTo(1);
  }

  @Test
  void namesEveryColumnThatDiffers(SparkSession spark) {
    Dataset<Row> wrong = movie(spark, 1, "Heat", "a").withColumnRenamed("name", "nom");

    assertThatThrownBy(() -> lake(spark).replace(MOVIE, wrong))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("column name is missing; column nom is unknown");
  }

  @Test
  void readingATableThatWasNeverWrittenSaysSo(SparkSession spark) {
    assertThatThrownBy(() -> lake(spark).read(MOVIE))
        .isInstanceOf(PipelineException.class)
        .hasMessageStartingWith("Cannot read silver.movie: it was never written");
  }
}
