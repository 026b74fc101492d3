package org.reelhouse.popularity.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reelhouse.models.Measure;
import org.reelhouse.testing.SparkTest;

@SparkTest
class ForestEvaluationTest {
  private static final StructType PREDICTIONS =
      new StructType()
          .add("source", DataTypes.StringType)
          .add("trials", Trials.COLUMNS.apply("trials").dataType())
          .add("segments", Trials.COLUMNS.apply("segments").dataType());

  /** 60 titles of one source off by 0.5, and 20 of another off by 1; values 0 and 2 in turn. */
  @Test
  void measuresEachModelOnAllTitlesAndOnEachGroupOfEnough(SparkSession spark) {
    List<Measure> metrics = metrics(spark);

    assertThat(value(metrics, Trials.FOREST, "all", "r2"))
        .hasValueSatisfying(r2 -> assertThat(r2).isCloseTo(1 - 35.0 / 80, within(1e-9)));
    assertThat(value(metrics, Trials.FOREST, "source big", "rmse")).hasValue(0.5);
    assertThat(value(metrics, Trials.MEAN, "source big", "mae")).hasValue(1.0);
    assertThat(value(metrics, Trials.FOREST, "source small", "rmse")).isEmpty();
  }

  @Test
  void countsTheGroupsThatAreTooSmall(SparkSession spark) {
    List<Measure> leftOut =
        metrics(spark).stream().filter(row -> row.metric().equals("groups_left_out")).toList();

    assertThat(leftOut).hasSize(1);
    assertThat(leftOut.get(0).segment()).isEqualTo("source");
    assertThat(leftOut.get(0).value()).isEqualTo(1);
    assertThat(leftOut.get(0).rows()).isEqualTo(20);
  }

  @Test
  void measuresIntervalsOnTheTitlesThatHaveOne(SparkSession spark) {
    List<Measure> metrics = metrics(spark);

    assertThat(value(metrics, Trials.FOREST, "all", "coverage")).hasValue(1.0);
    assertThat(value(metrics, Trials.FOREST, "all", "width")).hasValue(3.0);
    assertThat(value(metrics, Trials.FOREST, "all", "coverage_uncalibrated")).hasValue(0.0);
    assertThat(value(metrics, Trials.MEAN, "all", "coverage")).isEmpty();
    assertThat(
            metrics.stream().filter(row -> row.metric().equals("coverage")).map(row -> row.rows()))
        .containsOnly(60L);
  }

  private static List<Measure> metrics(SparkSession spark) {
    List<Row> predictions = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      double value = i % 2 * 2.0;
      boolean big = i < 60;
      Row[] trials = {
        trial(Trials.FOREST, value, value + (big ? 0.5 : 1), big),
        trial(Trials.MEAN, value, 1, null)
      };
      predictions.add(
          RowFactory.create(
              "tmdb", trials, new String[] {"all", "source " + (big ? "big" : "small")}));
    }
    return ForestEvaluation.metrics(spark.createDataFrame(predictions, PREDICTIONS).repartition(3));
  }

  private static Row trial(
      String model, double value, double predicted, @Nullable Boolean interval) {
    boolean has = interval != null && interval;
    return RowFactory.create(
        "random",
        model,
        value,
        predicted,
        value < 1 ? "Low" : "High",
        predicted < 1 ? "Low" : "High",
        has ? true : null,
        has ? 3.0 : null,
        has ? false : null,
        has ? 1.0 : null);
  }

  private static Optional<Double> value(
      List<Measure> metrics, String model, String segment, String metric) {
    return metrics.stream()
        .filter(row -> row.model().equals("popularity-tmdb" + model))
        .filter(row -> row.segment().equals(segment))
        .filter(row -> row.metric().equals(metric))
        .map(row -> row.value())
        .findFirst();
  }
}
