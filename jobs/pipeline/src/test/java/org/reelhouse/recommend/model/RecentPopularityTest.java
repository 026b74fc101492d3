package org.reelhouse.recommend.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.recommend.catalogue.Facts;
import org.reelhouse.recommend.catalogue.Titles;
import org.reelhouse.testing.SparkTest;
import org.reelhouse.testing.TestSettings;

@SparkTest
class RecentPopularityTest {
  private static final long DAY = 86_400;
  private static final Titles TITLES =
      Titles.of(
          List.of(Facts.rated("a", 10), Facts.rated("b", 5), Facts.rated("c", 7)),
          TestSettings.shipped().of(RecommendSettings.class).content());

  private static float[] popularity(SparkSession spark, Row... rows) {
    return RecentPopularity.of(
        spark.createDataFrame(List.of(rows), StructType.fromDDL("title INT, rated_at BIGINT")),
        TITLES,
        2);
  }

  @Test
  void ratingsCountTheLessTheOlderTheyAre(SparkSession spark) {
    float[] popularity =
        popularity(
            spark,
            RowFactory.create(10, 100 * DAY),
            RowFactory.create(5, 100 * DAY),
            RowFactory.create(5, 98 * DAY),
            RowFactory.create(7, 98 * DAY),
            RowFactory.create(7, 0L));

    float most = (float) (1 + Math.exp(-1));
    assertThat(popularity)
        .containsExactly(new float[] {1 / most, 1, (float) Math.exp(-1) / most}, within(1e-5f));
  }

  @Test
  void nothingIsPopularOfLateWithoutTimes(SparkSession spark) {
    assertThat(popularity(spark, RowFactory.create(10, 0L))).containsExactly(0, 0, 0);
  }
}
