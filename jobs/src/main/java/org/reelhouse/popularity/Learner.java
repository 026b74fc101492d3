package org.reelhouse.popularity;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.regression.RandomForestRegressionModel;
import org.apache.spark.ml.regression.RandomForestRegressor;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.reelhouse.config.PopularitySettings;

/** Fits one forest. */
final class Learner {
  private static final StructType EXAMPLE =
      new StructType()
          .add("title_id", DataTypes.StringType)
          .add("label", DataTypes.DoubleType)
          .add("features", SQLDataTypes.VectorType());

  private Learner() {}

  /**
   * A forest that depends on the titles only and not on how they are laid out.
   *
   * @param titles of one unit
   * @param value column with the log popularity; titles where it is null are left out
   */
  static RandomForestRegressionModel fit(
      Dataset<Row> titles, String value, List<Feature> features, PopularitySettings settings) {
    Dataset<Row> examples =
        titles
            .where(col(value).isNotNull())
            .map(
                (MapFunction<Row, Row>) title -> example(title, value, features),
                Encoders.row(EXAMPLE))
            .repartition(settings.partitions(), col("title_id"))
            .sortWithinPartitions("title_id");
    return new RandomForestRegressor()
        .setNumTrees(settings.trees())
        .setMaxDepth(settings.depth())
        .setMinInstancesPerNode(settings.minLeaf())
        .setMaxBins(32)
        .setSeed(settings.seed())
        .setMaxMemoryInMB(512)
        .fit(examples);
  }

  private static Row example(Row title, String value, List<Feature> features) {
    return RowFactory.create(
        title.getAs("title_id"),
        title.getAs(value),
        Vectors.dense(Features.values(features, title)));
  }
}
