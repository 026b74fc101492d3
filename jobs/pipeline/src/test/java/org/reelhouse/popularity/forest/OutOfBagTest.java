package org.reelhouse.popularity.forest;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.regression.RandomForestRegressionModel;
import org.apache.spark.ml.tree.impl.BaggedPoint;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.reelhouse.popularity.PopularitySettings;
import org.reelhouse.testing.SparkTest;
import org.reelhouse.testing.TestSettings;

@SparkTest
class OutOfBagTest {
  private static final int TREES = 4;
  private static final PopularitySettings SETTINGS =
      TestSettings.shipped().of(PopularitySettings.class);

  /** MLlib keeps its draws to itself; the mean at each root tells whether these are the same. */
  @Test
  void drawsForEachTreeTheTitlesThatMllibDrew(SparkSession spark) {
    Dataset<Row> examples = examples(spark);
    RandomForestRegressionModel model = Learner.fit(examples, Learner.TRAINING, TREES, SETTINGS);

    List<BaggedPoint<Row>> draws =
        OutOfBag.draws(examples, Learner.TRAINING, TREES, SETTINGS).collect();

    for (int tree = 0; tree < TREES; tree++) {
      assertThat(mean(draws, tree))
          .isCloseTo(model.trees()[tree].rootNode().prediction(), within(1e-9));
    }
  }

  @Test
  void scoresEachTitleByTreesThatHadNotDrawnIt(SparkSession spark) {
    Dataset<Row> examples = examples(spark);
    Forest forest = Forest.of(Learner.fit(examples, Learner.TRAINING, TREES, SETTINGS));

    double seen =
        examples.where(col(Learner.TRAINING).isNotNull()).collectAsList().stream()
            .mapToDouble(title -> Math.abs(score(title, forest)))
            .average()
            .orElseThrow();
    List<Row> scores =
        OutOfBag.scores(examples, Learner.TRAINING, forest, SETTINGS).collectAsList();

    assertThat(scores).hasSizeBetween(120, 149);
    assertThat(
            scores.stream().mapToDouble(row -> Math.abs(row.getDouble(0))).average().orElseThrow())
        .isGreaterThan(1.2 * seen);
  }

  private static double score(Row title, Forest forest) {
    org.apache.spark.ml.linalg.Vector features = title.getAs("features");
    return Calibration.score(
        title.<Double>getAs(Learner.TRAINING), forest.predict(features.toArray()));
  }

  private static double mean(List<BaggedPoint<Row>> draws, int tree) {
    double sum = 0;
    int count = 0;
    for (BaggedPoint<Row> draw : draws) {
      sum += draw.subsampleCounts()[tree] * draw.datum().<Double>getAs(Learner.TRAINING);
      count += draw.subsampleCounts()[tree];
    }
    return sum / count;
  }

  /** 150 titles of noise in several partitions, and 30 that the forest does not learn from. */
  private static Dataset<Row> examples(SparkSession spark) {
    StructType schema =
        new StructType()
            .add("title_id", DataTypes.StringType)
            .add(Learner.TRAINING, DataTypes.DoubleType)
            .add("features", SQLDataTypes.VectorType());
    Random random = new Random(5);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 180; i++) {
      rows.add(
          RowFactory.create(
              "t" + i,
              i % 6 == 0 ? null : random.nextDouble(),
              Vectors.dense(random.nextDouble(), random.nextDouble())));
    }
    return spark.createDataFrame(rows, schema).repartition(3, col("title_id"));
  }
}
