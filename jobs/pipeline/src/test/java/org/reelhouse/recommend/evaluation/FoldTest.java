package org.reelhouse.recommend.evaluation;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.recommend.observations.Observations;
import org.reelhouse.testing.SparkTest;
import org.reelhouse.testing.TestSettings;

@SparkTest
class FoldTest {
  private static final StructType SCHEMA =
      StructType.fromDDL("user_id STRING, title_id STRING, rating DOUBLE, rated_at TIMESTAMP");
  private static final RecommendSettings SETTINGS =
      TestSettings.shipped().of(RecommendSettings.class);

  private static Row rating(String user, String title, double rating, @Nullable Integer second) {
    return RowFactory.create(
        user, title, rating, second == null ? null : new Timestamp(1000L * second));
  }

  private static Dataset<Row> ratings(SparkSession spark, Row... rows) {
    return spark.createDataFrame(List.of(rows), SCHEMA);
  }

  private static Dataset<Row> five(SparkSession spark) {
    return ratings(
        spark,
        rating("u", "a", 1, 10),
        rating("u", "b", 2, 50),
        rating("v", "a", 3, 20),
        rating("v", "b", 4, 40),
        rating("v", "c", 5, 40));
  }

  private static List<Double> newest(Dataset<Row> ratings, double share) {
    return ratings
        .where(Observations.isNewest(ratings, col("rated_at").cast("bigint"), share))
        .collectAsList()
        .stream()
        .map(row -> row.getDouble(2))
        .toList();
  }

  @Test
  void aCutInTimeHoldsOutTheNewestAlone(SparkSession spark) {
    assertThat(newest(five(spark), 0.2)).containsExactly(2.0);
  }

  @Test
  void ratingsOfOneMomentStayTogether(SparkSession spark) {
    assertThat(newest(five(spark), 0.5)).hasSize(1);
  }

  @Test
  void ratingsWithoutATimeAreNotNew(SparkSession spark) {
    Dataset<Row> timeless = ratings(spark, rating("u", "a", 1, null), rating("u", "b", 2, null));

    assertThat(newest(timeless, 0.5)).isEmpty();
  }

  @Test
  void aRandomPartDependsOnTheSeedAlone(SparkSession spark) {
    List<Row> many = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      many.add(rating("u" + i % 100, "t" + i / 100, 1 + i % 5, i));
    }
    Dataset<Row> ratings = spark.createDataFrame(many, SCHEMA);

    Fold fold = Fold.of(ratings, five(spark), SETTINGS);
    Fold again = Fold.of(ratings.repartition(3), five(spark), SETTINGS);

    assertThat(fold.observed().size().rows()).isEqualTo(1000);
    assertThat(fold.observed().size().heldOut()).isBetween(60L, 140L);
    assertThat(again.observed().size()).isEqualTo(fold.observed().size());
    assertThat(again.observed().ratings().collectAsList())
        .isEqualTo(fold.observed().ratings().collectAsList());
  }

  @Test
  void theNewestRatingOfACellCountsOnTheScaleOfTheLake(SparkSession spark) {
    Dataset<Row> training =
        ratings(
            spark,
            rating("u", "a", 2, 7),
            rating("u", "a", 5, 9),
            rating("u", "a", 4, 8),
            rating("v", "b", 1, 0));

    Fold fold = Fold.of(training, ratings(spark, rating("w", "c", 3, 1)), SETTINGS);

    assertThat(fold.scale()).isCloseTo(2, within(1e-9));
    assertThat(fold.observed().ratings().collectAsList())
        .extracting(row -> row.<Float>getAs("rating"))
        .containsExactlyInAnyOrder(10f, 2f);
    assertThat(fold.test().head().<Float>getAs("rating")).isEqualTo(6);
  }

  @Test
  void titlesOfTheTestPartAloneCannotBeRecommended(SparkSession spark) {
    Fold fold = Fold.of(five(spark), ratings(spark, rating("u", "z", 3, 1)), SETTINGS);

    assertThat(fold.observed().titles().get().size()).isEqualTo(3);
    assertThat(fold.observed().titles().get().position(fold.test().head().<Integer>getAs("title")))
        .isNull();
  }
}
