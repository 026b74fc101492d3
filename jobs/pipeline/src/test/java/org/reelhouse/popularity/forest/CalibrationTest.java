package org.reelhouse.popularity.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.reelhouse.testing.SparkTest;

@SparkTest
class CalibrationTest {
  private static final Forest.Prediction PREDICTION =
      new Forest.Prediction(5, 2, Vectors.dense(new double[0]));

  @Test
  void reachesToTheOrderStatisticsThatHoldTheirShareForOneMoreTitle(SparkSession spark) {
    Calibration calibration = calibration(spark, IntStream.rangeClosed(1, 99).map(i -> i - 50));

    assertThat(calibration.below()).isEqualTo(10 - 50);
    assertThat(calibration.above()).isEqualTo(90 - 50);
  }

  @Test
  void reachesToTheExtremesOfAFewScores(SparkSession spark) {
    Calibration calibration = calibration(spark, IntStream.of(3, -1, 2, -2));

    assertThat(calibration).isEqualTo(new Calibration(-2, 3));
  }

  @Test
  void neverLeavesThePredictionOutside(SparkSession spark) {
    Calibration calibration = calibration(spark, IntStream.rangeClosed(1, 99));

    assertThat(calibration.below()).isZero();
    assertThat(calibration.lower(PREDICTION)).isEqualTo(5);
  }

  @Test
  void measuresTheReachInDeviationsOfThePrediction() {
    Calibration calibration = new Calibration(-1, 3);

    assertThat(calibration.lower(PREDICTION)).isEqualTo(3);
    assertThat(calibration.upper(PREDICTION)).isEqualTo(11);
    assertThat(calibration.width(PREDICTION)).isEqualTo(8);
    assertThat(calibration.covers(3, PREDICTION)).isTrue();
    assertThat(calibration.covers(2.9, PREDICTION)).isFalse();
    assertThat(Calibration.score(9, PREDICTION)).isCloseTo(2, within(1e-12));
  }

  @Test
  void aPopularityIsNeverBelowZero() {
    assertThat(new Calibration(-4, 1).lower(PREDICTION)).isZero();
  }

  @Test
  void treesThatAgreeStillLeaveAnInterval() {
    Forest.Prediction certain = new Forest.Prediction(5, 0, Vectors.dense(new double[0]));

    assertThat(Calibration.score(6, certain)).isFinite();
    assertThat(Calibration.NORMAL.width(certain)).isPositive();
  }

  private static Calibration calibration(SparkSession spark, IntStream scores) {
    List<Double> values = scores.asDoubleStream().boxed().toList();
    return Calibration.of(
        spark
            .createDataset(values, Encoders.DOUBLE())
            .toDF("score")
            .agg(Calibration.tails("score", values.size()))
            .head()
            .getStruct(0));
  }
}
