package org.reelhouse.popularity.forest;

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
import org.reelhouse.popularity.PopularitySettings;
import org.reelhouse.popularity.features.Feature;
import org.reelhouse.popularity.features.Features;

/** Fits forests that depend on the titles only and not on how they are stored. */
public final class Learner {
  /** Column with the log popularity of the titles that are released and tell it. */
  public static final String VALUE = "value";

  /** Column with the log popularity of the titles that are not held out. */
  public static final String TRAINING = "training_value";

  /** Column with the log popularity of the titles released first. */
  public static final String EARLY = "early_value";

  /** Column with the log popularity of all titles that were released after the first. */
  public static final String LATE = "late_value";

  private static final StructType EXAMPLE =
      new StructType()
          .add("title_id", DataTypes.StringType)
          .add("release_year", DataTypes.IntegerType)
          .add(VALUE, DataTypes.DoubleType)
          .add(TRAINING, DataTypes.DoubleType)
          .add(EARLY, DataTypes.DoubleType)
          .add(LATE, DataTypes.DoubleType)
          .add("features", SQLDataTypes.VectorType());

  /** Titles drawn for a tree, in relation to all; a tree of fewer costs less and differs more. */
  static final double SUBSAMPLING = 0.7;

  private Learner() {}

  /**
   * The inputs of each title with a value, laid out by the titles only.
   *
   * @param titles of one unit
   */
  public static Dataset<Row> examples(
      Dataset<Row> titles, List<Feature> features, PopularitySettings settings) {
    return titles
        .where(col(VALUE).isNotNull())
        .map((MapFunction<Row, Row>) title -> example(title, features), Encoders.row(EXAMPLE))
        .repartition(settings.partitions(), col("title_id"))
        .sortWithinPartitions("title_id");
  }

  /**
   * A forest.
   *
   * @param value the column that is learned; examples where it is null are left out
   */
  public static RandomForestRegressionModel fit(
      Dataset<Row> examples, String value, int trees, PopularitySettings settings) {
    return new RandomForestRegressor()
        .setLabelCol(value)
        .setNumTrees(trees)
        .setMaxDepth(settings.depth())
        .setMinInstancesPerNode(settings.minLeaf())
        .setSubsamplingRate(SUBSAMPLING)
        .setMaxBins(32)
        .setSeed(settings.seed())
        .setMaxMemoryInMB(512)
        .setBootstrap(true)
        .fit(learned(examples, value));
  }

  /** The examples that a forest learns from. */
  static Dataset<Row> learned(Dataset<Row> examples, String value) {
    return examples.where(col(value).isNotNull());
  }

  private static Row example(Row title, List<Feature> features) {
    return RowFactory.create(
        title.getAs("title_id"),
        title.getAs("release_year"),
        title.getAs(VALUE),
        title.getAs(TRAINING),
        title.getAs(EARLY),
        title.getAs(LATE),
        Vectors.dense(Features.values(features, title)));
  }
}
