package org.reelhouse.recommend;

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
import org.junit.jupiter.api.extension.ExtendWith;
import org.reelhouse.config.SettingsReader;
import org.reelhouse.testing.SparkExtension;
import org.reelhouse.testing.SparkTest;
import org.reelhouse.testing.TestSettings;

@SparkTest
class BiasesTest {
  private static final RecommendSettings DAMPED =
      TestSettings.shipped(
              Map.of("recommend.rating.title-damping", "1", "recommend.rating.user-damping", "1"))
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

    Biases biases = Biases.of(ratings, DAMPED, rows -> rows);

    // Title 7: (2 + 0) / (2 + 1); user 1: (8 - 6 - 2/3) / (1 + 1).
    assertThat(biases.mean()).isEqualTo(6.0);
    assertThat(value(biases.titles().where("title = 7"))).isCloseTo(2.0 / 3, within(1e-6));
    assertThat(value(biases.users().where("user = 1"))).isCloseTo(2.0 / 3, within(1e-6));
  }

  private static double value(Dataset<Row> rows) {
    return rows.head().getDouble(1);
  }
}
