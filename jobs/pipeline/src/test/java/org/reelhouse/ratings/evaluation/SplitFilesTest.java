package org.reelhouse.ratings.evaluation;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.PipelineException;
import org.reelhouse.testing.SparkTest;

@SparkTest
class SplitFilesTest {
  private static final StructType SCHEMA =
      StructType.fromDDL("user_id STRING, title_id STRING, rating DOUBLE, rated_at TIMESTAMP");

  @TempDir private Path folder;

  /** User u has rated the titles below 4 * (u + 1). */
  private static Dataset<Row> ratings(SparkSession spark) {
    List<Row> rows = new ArrayList<>();
    for (int user = 0; user < 20; user++) {
      for (int title = 0; title < 4 * (user + 1); title++) {
        rows.add(
            RowFactory.create(
                "evaluation:" + user, "t" + title, 3.5, new Timestamp(title * 1000L)));
      }
    }
    return spark.createDataFrame(rows, SCHEMA);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void eachRatingIsHeldOutInOneFoldAndLearnedFromInTheOthers(SparkSession spark) {
    List<SplitFiles.Written> written =
        SplitFiles.write(RatingSplit.folds(ratings(spark), 5, 1), folder, 5);

    List<String> heldOut =
        written.stream().flatMap(fold -> lines(fold.files().test()).stream()).toList();
    assertThat(heldOut).hasSize(840).doesNotHaveDuplicates().contains("19,t7,3.5,7");
    for (SplitFiles.Written fold : written) {
      List<String> test = lines(fold.files().test());
      List<String> training = lines(fold.files().training());
      assertThat(test.size()).isEqualTo((int) fold.heldOut()).isBetween(120, 220);
      assertThat(training).hasSize((int) fold.trained()).doesNotContainAnyElementsOf(test);
      assertThat(fold.trained() + fold.heldOut()).isEqualTo(840);
    }
  }

  @Test
  void theSameShareOfEachUserIsHeldOut(SparkSession spark) {
    SplitFiles.Written fold =
        SplitFiles.write(RatingSplit.perUser(ratings(spark), 0.25, 1), folder, 1).get(0);

    Map<String, Long> byUser =
        lines(fold.files().test()).stream()
            .collect(groupingBy(line -> line.substring(0, line.indexOf(',')), counting()));
    IntStream.range(0, 20)
        .forEach(user -> assertThat(byUser).containsEntry(String.valueOf(user), user + 1L));
  }

  @Test
  void ratingsWithoutTimesHaveThreeCells(SparkSession spark) {
    Dataset<Row> untimed = ratings(spark).withColumn("rated_at", lit(null).cast("timestamp"));

    SplitFiles.Written fold = SplitFiles.write(RatingSplit.folds(untimed, 2, 1), folder, 2).get(0);

    assertThat(lines(fold.files().training())).allMatch(line -> line.matches("\\d+,t\\d+,3.5"));
  }

  @Test
  void partsDependOnTheSeedAndNotOnTheOrderOfTheRows(SparkSession spark) {
    Path first = folder.resolve("first");
    Path shuffled = folder.resolve("shuffled");
    Path other = folder.resolve("other");
    SplitFiles.write(RatingSplit.perUser(ratings(spark), 0.25, 1), first, 1);
    SplitFiles.write(
        RatingSplit.perUser(ratings(spark).repartition(3).sort("title_id"), 0.25, 1), shuffled, 1);
    SplitFiles.write(RatingSplit.perUser(ratings(spark), 0.25, 2), other, 1);

    assertThat(shuffled.resolve("fold-1.test.csv"))
        .hasSameTextualContentAs(first.resolve("fold-1.test.csv"));
    assertThat(lines(other.resolve("fold-1.test.csv")))
        .isNotEqualTo(lines(first.resolve("fold-1.test.csv")));
  }

  @Test
  void ratingsOfOneUserForOneTitleStayTogether(SparkSession spark) {
    Dataset<Row> twice = ratings(spark).union(ratings(spark));

    for (Dataset<Row> parts :
        List.of(RatingSplit.folds(twice, 5, 1), RatingSplit.perUser(twice, 0.25, 1))) {
      assertThat(
              parts
                  .groupBy("user_id", "title_id")
                  .agg(countDistinct(RatingSplit.PART).as("parts"))
                  .where("parts > 1")
                  .isEmpty())
          .isTrue();
    }
  }

  @Test
  void aSplitThatFailsLeavesWhatStoodThere(SparkSession spark) throws IOException {
    Path before = Files.writeString(folder.resolve("fold-1.test.csv"), "as it was");
    Dataset<Row> three = ratings(spark).limit(3);

    assertThatThrownBy(() -> SplitFiles.write(RatingSplit.folds(three, 10, 1), folder, 10))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("Give more ratings, or fewer folds");
    assertThat(before).hasContent("as it was");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(before);
    }
  }
}
