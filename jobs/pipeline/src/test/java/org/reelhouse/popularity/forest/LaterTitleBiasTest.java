package org.reelhouse.popularity.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reelhouse.testing.SparkTest;

@SparkTest
class LaterTitleBiasTest {
  private static final StructType ERROR =
      StructType.fromDDL("release_year INT, residual DOUBLE, deviation DOUBLE");
  private static final Forest.Prediction PREDICTION =
      new Forest.Prediction(5, 2, Vectors.dense(new double[0]));

  /** 3,000 titles that lie 1 above the forest on the whole. */
  @Test
  void correctsLevelAndSpreadByTheYearBefore(SparkSession spark) {
    LaterTitleBias departures = departures(errors(spark, 2010, 1_000, -3, 1, 5));

    Forest.Prediction next = departures.corrected(PREDICTION, 2011);

    assertThat(next.mean()).isCloseTo(5 + 1, within(0.01));
    assertThat(next.deviation()).isCloseTo(Math.sqrt((9 + 1 + 25) / 3.0), within(0.01));
    assertThat(next.contributions()).isEqualTo(PREDICTION.contributions());
  }

  @Test
  void aYearIsNotToldByItselfNorByLaterOnes(SparkSession spark) {
    LaterTitleBias departures = departures(errors(spark, 2010, 10, 1));

    assertThat(departures.corrected(PREDICTION, 2010)).isEqualTo(PREDICTION);
    assertThat(departures.corrected(PREDICTION, 2009)).isEqualTo(PREDICTION);
    assertThat(departures.corrected(PREDICTION, null)).isEqualTo(PREDICTION);
    assertThat(LaterTitleBias.NONE.corrected(PREDICTION, 2011)).isEqualTo(PREDICTION);
  }

  @Test
  void theLatestYearThatHasTitlesTells(SparkSession spark) {
    LaterTitleBias departures = departures(errors(spark, 2010, 10, 1));

    assertThat(departures.corrected(PREDICTION, 2015))
        .isEqualTo(departures.corrected(PREDICTION, 2011));
  }

  @Test
  void aSingleTitleMovesLittleAndManyNearlyAll(SparkSession spark) {
    assertThat(departures(errors(spark, 2010, 1, 4)).corrected(PREDICTION, 2011).mean())
        .isEqualTo(6);
    assertThat(departures(errors(spark, 2010, 997, 4)).corrected(PREDICTION, 2011).mean())
        .isCloseTo(9, within(0.02));
  }

  @Test
  void titlesOfNoKnownYearTellNothing(SparkSession spark) {
    assertThat(departures(errors(spark, null, 10, 1))).isEqualTo(LaterTitleBias.NONE);
  }

  private static LaterTitleBias departures(Dataset<Row> errors) {
    return LaterTitleBias.of(LaterTitleBias.sums(errors).collectAsList());
  }

  /** As many titles of each residual. */
  private static Dataset<Row> errors(
      SparkSession spark, @Nullable Integer year, int titles, double... residuals) {
    List<Row> errors = new ArrayList<>();
    for (double residual : residuals) {
      for (int i = 0; i < titles; i++) {
        errors.add(RowFactory.create(year, residual, 2.0));
      }
    }
    return spark.createDataFrame(errors, ERROR);
  }
}
