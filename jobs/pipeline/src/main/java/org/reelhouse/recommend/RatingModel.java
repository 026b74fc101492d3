package org.reelhouse.recommend;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.reelhouse.recommend.RecommendSettings.Factors;
import scala.collection.Seq;

/**
 * Expects the rating a user would give: mean + user bias + title bias + what the user factors ·
 * title factors and the titles that the user rated tell of the rest, both weighed. The factors are
 * fitted by MLlib's ALS to what the biases leave.
 *
 * <p>The biases ride in the factors: a user has (p, mean + bias, 1) and a title (q, 1, bias).
 *
 * @param mean of all training ratings
 * @param fitted how many factors there are without the two for biases
 */
record RatingModel(
    double mean,
    Factors fitted,
    ALSModel factors,
    Broadcast<Neighbourhood> neighbourhood,
    RatingWeights weights) {
  private static final UserDefinedFunction DOT =
      udf((UDF2<Seq<Float>, Seq<Float>, Double>) RatingModel::dot, DataTypes.DoubleType);

  /**
   * Fits to ratings.
   *
   * @param biases of the ratings
   * @param titles that the links are between, learned from the same ratings
   */
  static RatingModel fit(
      Biases biases,
      Factors asked,
      Catalogue.Shared titles,
      TitleLinks links,
      RatingWeights weights,
      RecommendSettings settings,
      UnaryOperator<Dataset<Row>> keep) {
    Neighbourhood neighbourhood = new Neighbourhood(titles, links, biases.mean(), ofTitles(biases));
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(biases.residuals().sparkSession().sparkContext());
    return new RatingModel(
        biases.mean(),
        asked,
        factors(biases, asked, settings, keep),
        context.broadcast(neighbourhood),
        weights);
  }

  /** The same with other factors. */
  RatingModel refitted(
      Biases biases, Factors asked, RecommendSettings settings, UnaryOperator<Dataset<Row>> keep) {
    return new RatingModel(
        mean, asked, factors(biases, asked, settings, keep), neighbourhood, weights);
  }

  private static ALSModel factors(
      Biases biases, Factors asked, RecommendSettings settings, UnaryOperator<Dataset<Row>> keep) {
    return withBiases(als(asked, settings).fit(biases.residuals()), biases, keep);
  }

  private static Map<Integer, Float> ofTitles(Biases biases) {
    Map<Integer, Float> ofTitles = new HashMap<>();
    biases
        .titles()
        .select("title", "title_bias")
        .collectAsList()
        .forEach(row -> ofTitles.put(row.getInt(0), (float) row.getDouble(1)));
    return ofTitles;
  }

  private static ALS als(Factors asked, RecommendSettings settings) {
    return new ALS()
        .setUserCol("user")
        .setItemCol("title")
        .setRatingCol("residual")
        .setRank(asked.rank())
        .setMaxIter(settings.rating().iterations())
        .setRegParam(asked.regularization())
        .setNumBlocks(settings.partitions())
        .setSeed(settings.seed());
  }

  private static ALSModel withBiases(
      ALSModel residual, Biases biases, UnaryOperator<Dataset<Row>> keep) {
    Column userBias = col("user_bias").plus(biases.mean()).cast("float");
    Dataset<Row> users =
        residual
            .userFactors()
            .join(biases.users().withColumnRenamed("user", "id"), "id")
            .select(col("id"), concat(col("features"), array(userBias, lit(1f))).as("features"));
    Dataset<Row> titles =
        residual
            .itemFactors()
            .join(biases.titles().withColumnRenamed("title", "id"), "id")
            .select(
                col("id"),
                concat(col("features"), array(lit(1f), col("title_bias").cast("float")))
                    .as("features"));
    ALSModel model =
        new ALSModel(residual.uid(), residual.rank() + 2, keep.apply(users), keep.apply(titles));
    return residual.copyValues(model, residual.extractParamMap());
  }

  /**
   * The rows with {@code prediction}, 0 to 10.
   *
   * @param rows of user, title and told, as {@link Neighbourhood#told}, among others
   */
  Dataset<Row> predict(Dataset<Row> rows) {
    return parts(rows)
        .withColumn("prediction", prediction(weights))
        .drop("biases", "by_factors", "by_neighbours", "told");
  }

  /** The expected rating in rows of {@link #parts}. */
  static Column prediction(RatingWeights weights) {
    return clipped(
        col("biases")
            .plus(col("by_factors").multiply(weights.factors()))
            .plus(col("by_neighbours").multiply(weights.neighbours())));
  }

  /**
   * The rows with {@code biases}, the mean and both biases, and what is told of the rest: {@code
   * by_factors} and {@code by_neighbours}. A user or title the model never saw counts with a bias
   * of 0.
   *
   * @param rows of user, title and told, as {@link Neighbourhood#told}, among others
   */
  Dataset<Row> parts(Dataset<Row> rows) {
    Dataset<Row> users = factors.userFactors().toDF("user", "user_factors");
    Dataset<Row> titles = factors.itemFactors().toDF("title", "title_factors");
    Column user = coalesce(col("user_factors"), padded(mean, 1));
    Column title = coalesce(col("title_factors"), padded(1, 0));
    Column userBias = element_at(user, fitted.rank() + 1).minus(mean);
    Column biases =
        element_at(user, fitted.rank() + 1)
            .plus(element_at(title, fitted.rank() + 2))
            .cast("double");
    Column neighbours = col("told.above_titles").minus(userBias.multiply(col("told.share")));
    return rows.join(users, rows.col("user").equalTo(users.col("user")), "left")
        .drop(users.col("user"))
        .join(titles, rows.col("title").equalTo(titles.col("title")), "left")
        .drop(titles.col("title"))
        .withColumn("biases", biases)
        .withColumn("by_factors", DOT.apply(user, title).minus(col("biases")))
        .withColumn("by_neighbours", coalesce(neighbours, lit(0.0)))
        .drop("user_factors", "title_factors");
  }

  private Column padded(double... last) {
    Stream<Column> zeros = Collections.nCopies(fitted.rank(), lit(0f)).stream();
    Stream<Column> rest = Arrays.stream(last).mapToObj(value -> lit((float) value));
    return array(Stream.concat(zeros, rest).toArray(Column[]::new));
  }

  static Column clipped(Column rating) {
    return least(greatest(rating, lit(0.0)), lit(10.0));
  }

  private static double dot(Seq<Float> left, Seq<Float> right) {
    double sum = 0;
    for (int i = 0; i < left.length(); i++) {
      sum += (double) left.apply(i) * right.apply(i);
    }
    return sum;
  }
}
