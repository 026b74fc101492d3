package org.reelhouse.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.PipelineException;
import org.reelhouse.testing.InMemoryLake;
import org.reelhouse.testing.SparkTest;

@SparkTest
class RatingFileTest {
  @TempDir private Path folder;

  private RatingFile read(SparkSession spark, String format, String text) throws IOException {
    Path file = Files.writeString(folder.resolve("ratings.txt"), text);
    return RatingFile.read(
        new InMemoryLake(spark, folder, LocalDate.EPOCH).raw(), file, format, rows -> rows);
  }

  private static List<Double> ratings(RatingFile file) {
    return file.ratings().sort("user_id", "title_id").collectAsList().stream()
        .map(row -> row.<Double>getAs("rating"))
        .toList();
  }

  @Test
  void readsAllLayoutsOfMovieLens(SparkSession spark) throws IOException {
    String format = "movielens";

    assertThat(ratings(read(spark, format, "userId,movieId,rating,timestamp\n1,2,3.5,7\n")))
        .containsExactly(3.5);
    assertThat(ratings(read(spark, format, "1::2::3::7\n1::4::5::8\n"))).containsExactly(3.0, 5.0);
    assertThat(ratings(read(spark, format, "1\t2\t3\t7\n"))).containsExactly(3.0);
    assertThat(ratings(read(spark, format, "1,2,4\n"))).containsExactly(4.0);
  }

  @Test
  void leavesOutWhatIsNoRating(SparkSession spark) throws IOException {
    RatingFile file =
        read(spark, "mal-ratings", "User_ID\tAnime_ID\tFeedback\n1\t2\t8\n1\t3\t-1\n");

    assertThat(ratings(file)).containsExactly(8.0);
    assertThat(file.rejected().collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly("no_rating");
  }

  @Test
  void saysWhatIsWrongWithAFile(SparkSession spark) {
    assertThatThrownBy(() -> read(spark, "movielens", ""))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("it is empty");
    assertThatThrownBy(() -> read(spark, "movielens", "1;2;3\n"))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("one cell alone");
  }
}
