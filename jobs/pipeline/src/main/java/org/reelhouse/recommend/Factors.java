package org.reelhouse.recommend;

import java.io.Serializable;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import scala.Tuple2;

/**
 * What MLlib's ALS learned of users and titles: their rating, or their preference, is the product
 * of their factors. Those it never saw have zeros.
 */
final class Factors implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final StructType CELLS =
      StructType.fromDDL("user INT NOT NULL, title INT NOT NULL, value FLOAT NOT NULL");

  private final float[][] users;
  private final float[][] titles;

  private Factors(float[][] users, float[][] titles) {
    this.users = users;
    this.titles = titles;
  }

  /**
   * Fits to the values of a matrix of users by titles.
   *
   * @param als with all parameters set but the columns
   */
  static Factors fit(SparkSession spark, RatingMatrix ratings, ALS als) {
    ALSModel model =
        als.setUserCol("user")
            .setItemCol("title")
            .setRatingCol("value")
            .fit(cells(spark, ratings, als.getNumUserBlocks()));
    return new Factors(
        rows(model.userFactors(), ratings.rows(), model.rank()),
        rows(model.itemFactors(), ratings.columns(), model.rank()));
  }

  private static Dataset<Row> cells(SparkSession spark, RatingMatrix ratings, int partitions) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<RatingMatrix> shared = context.broadcast(ratings);
    return spark.createDataFrame(
        context
            .parallelize(IntStream.range(0, ratings.rows()).boxed().toList(), partitions)
            .flatMap(user -> cells(shared.value(), user).iterator()),
        CELLS);
  }

  private static Iterable<Row> cells(RatingMatrix ratings, int user) {
    return IntStream.range(ratings.start(user), ratings.end(user))
        .mapToObj(entry -> RowFactory.create(user, ratings.column(entry), ratings.value(entry)))
        .toList();
  }

  private static float[][] rows(Dataset<Row> factors, int count, int rank) {
    float[][] rows = new float[count][rank];
    factors
        .javaRDD()
        .mapToPair(row -> new Tuple2<>(row.getInt(0), Vector.unboxed(row.getList(1))))
        .collect()
        .forEach(row -> rows[row._1()] = row._2());
    return rows;
  }

  float product(int user, int title) {
    float[] left = users[user];
    float[] right = titles[title];
    float sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }

  /** The products of a user with all titles. */
  float[] products(int user) {
    float[] products = new float[titles.length];
    for (int title = 0; title < products.length; title++) {
      products[title] = product(user, title);
    }
    return products;
  }
}
