package org.reelhouse.recommend.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.testing.SparkTest;
import org.reelhouse.testing.TestSettings;

@SparkTest
class BiasesTest {
  private static final RecommendSettings DAMPED =
      TestSettings.shipped(
              Map.of(
                  "recommend.quick.rating.title-damping", "1",
                  "recommend.quick.rating.user-damping", "1"))
          .of(RecommendSettings.class);

  @Test
  void dampsWhatTitlesAndUsersDifferByFromTheMean(SparkSession spark) {
    Dataset<Row> ratings =
        spark.createDataFrame(
            List.of(
                RowFactory.create(1, 7, 8f),
                RowFactory.create(2, 7, 6f),
                RowFactory.create(2, 8, 4f)),
            StructType.fromDDL("user INT, title INT, rating FLOAT"));

    Biases biases = Biases.of(ratings, DAMPED.design().rating(), 2, rows -> rows);

    // Title 7: (2 + 0) / (2 + 1); user 1: (8 - 6 - 2/3) / (1 + 1).
    assertThat(biases.mean()).isEqualTo(6.0);
    assertThat(value(biases.titles().where("title = 7"))).isCloseTo(2.0 / 3, within(1e-6));
    assertThat(biases.lowest()).isEqualTo(4);
    assertThat(biases.highest()).isEqualTo(8);
    assertThat(biases.ofTitles().get(7)).isCloseTo(2 / 3f, within(1e-6f));
    assertThat(value(biases.residuals().where("user = 1").select("user", "user_bias")))
        .isCloseTo(2.0 / 3, within(1e-6));
  }

  private static double value(Dataset<Row> rows) {
    return rows.head().getDouble(1);
  }
}
