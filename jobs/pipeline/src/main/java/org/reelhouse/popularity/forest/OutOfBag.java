package org.reelhouse.popularity.forest;

import java.io.Serializable;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.tree.impl.BaggedPoint;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.reelhouse.popularity.PopularitySettings;
import scala.Function1;

/**
 * What a forest says of the titles it learned from, each by the trees that had not drawn it only
 * (out-of-bag conformal prediction: Johansson et al. 2014): about half the trees know a title.
 *
 * <p>MLlib does not tell which titles a tree drew. Its draws depend on the seed and on the place of
 * a row in its partition alone, so they are drawn again by MLlib's own code.
 */
public final class OutOfBag {
  public static final String SCORE = "score";
  private static final StructType SCORES = new StructType().add(SCORE, DataTypes.DoubleType);

  private OutOfBag() {}

  /** Scores for {@link Calibration}, one for each title that some tree had not drawn. */
  public static Dataset<Row> scores(
      Dataset<Row> examples, String value, Forest forest, PopularitySettings settings) {
    JavaRDD<Row> scores =
        draws(examples, value, forest.size(), settings)
            .filter(title -> forest.without(title.subsampleCounts()).size() > 0)
            .map(title -> RowFactory.create(score(title, value, forest)));
    return examples.sparkSession().createDataFrame(scores, SCORES);
  }

  /** The titles a forest learned from, with how often each tree drew them. */
  static JavaRDD<BaggedPoint<Row>> draws(
      Dataset<Row> examples, String value, int trees, PopularitySettings settings) {
    RDD<Row> learned = Learner.learned(examples, value).javaRDD().rdd();
    Function1<Row, Object> weight = (Function1<Row, Object> & Serializable) title -> 1.0;
    return BaggedPoint.convertToBaggedRDD(
            learned, Learner.SUBSAMPLING, trees, true, weight, settings.seed())
        .toJavaRDD();
  }

  private static double score(BaggedPoint<Row> title, String value, Forest forest) {
    Vector features = title.datum().getAs("features");
    return Calibration.score(
        title.datum().<Double>getAs(value),
        forest.without(title.subsampleCounts()).predict(features.toArray()));
  }
}
