package org.reelhouse.recommend.evaluation;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.reelhouse.recommend.model.RatingModel;
import org.reelhouse.recommend.model.RatingModel.Parts;
import org.reelhouse.recommend.model.RatingWeights;
import org.reelhouse.recommend.observations.Observations;
import org.reelhouse.recommend.observations.Rated;
import org.reelhouse.sampling.HashSplit;

/**
 * Ratings that a model did not learn from, each with the parts of the rating it expects.
 *
 * @param all in the order of users and titles
 */
record HeldOutRatings(List<HeldOut> all) {
  private static final StructType EXPECTED =
      StructType.fromDDL("user INT, choosing BOOLEAN, numbers ARRAY<DOUBLE>");
  private static final int NUMBERS = 4;

  /**
   * One of them.
   *
   * @param choosing whether weights are chosen on it; the others measure
   */
  record HeldOut(boolean choosing, double rating, Parts parts) {}

  /** Whether a user is one of the half that settings are chosen on; the others measure. */
  static Column choosing() {
    return HashSplit.part(2, col("user"), lit(1)).equalTo(0);
  }

  /**
   * What a model expects of ratings.
   *
   * @param heldOut rows of user, title and rating
   * @param perUser what each user rated otherwise, as {@link Observations#perUser}
   */
  static HeldOutRatings of(RatingModel model, Dataset<Row> heldOut, Dataset<Row> perUser) {
    Broadcast<RatingModel> everywhere =
        JavaSparkContext.fromSparkContext(heldOut.sparkSession().sparkContext()).broadcast(model);
    Dataset<Row> asked =
        heldOut
            .groupBy("user")
            .agg(sort_array(collect_list(struct("title", "rating"))).as("asked"))
            .join(perUser.select("user", "rated"), new String[] {"user"}, "left")
            .withColumn("choosing", choosing());
    List<HeldOut> all = new ArrayList<>();
    asked
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) users -> expected(users, everywhere.value()),
            Encoders.row(EXPECTED))
        .collectAsList()
        .stream()
        .sorted(Comparator.comparingInt(row -> row.getInt(0)))
        .forEach(row -> add(row.getBoolean(1), row.getList(2), all));
    return new HeldOutRatings(all);
  }

  private static Iterator<Row> expected(Iterator<Row> users, RatingModel model) {
    Iterable<Row> part = () -> users;
    return StreamSupport.stream(part.spliterator(), false)
        .map(
            user ->
                RowFactory.create(user.getAs("user"), user.getAs("choosing"), numbers(user, model)))
        .iterator();
  }

  private static Double[] numbers(Row user, RatingModel model) {
    int place = user.fieldIndex("rated");
    RatingModel.Ratings ratings =
        model.ratings(user.isNullAt(place) ? List.of() : Rated.all(user.getList(place)));
    List<Double> numbers = new ArrayList<>();
    for (Rated asked : Rated.all(user.getList(user.fieldIndex("asked")))) {
      Parts parts = ratings.parts(asked.number());
      numbers.add((double) asked.rating());
      numbers.add(parts.biases());
      numbers.add(parts.factors());
      numbers.add(parts.neighbours());
    }
    return numbers.toArray(Double[]::new);
  }

  private static void add(boolean choosing, List<Double> numbers, List<HeldOut> all) {
    for (int i = 0; i < numbers.size(); i += NUMBERS) {
      Parts parts = new Parts(numbers.get(i + 1), numbers.get(i + 2), numbers.get(i + 3));
      all.add(new HeldOut(choosing, numbers.get(i), parts));
    }
  }

  HeldOutRatings where(Predicate<HeldOut> chosen) {
    return new HeldOutRatings(all.stream().filter(chosen).toList());
  }

  int size() {
    return all.size();
  }

  /** The root of the mean squared error of what is expected. */
  double rmse(ToDoubleFunction<Parts> expected) {
    double sum = 0;
    for (HeldOut one : all) {
      double error = expected.applyAsDouble(one.parts()) - one.rating();
      sum += error * error;
    }
    return Math.sqrt(sum / all.size());
  }

  /** The mean absolute error. */
  double mae(ToDoubleFunction<Parts> expected) {
    double sum = 0;
    for (HeldOut one : all) {
      sum += Math.abs(expected.applyAsDouble(one.parts()) - one.rating());
    }
    return sum / all.size();
  }

  /** What the weights of the parts follow from. */
  RatingWeights.Sums sums() {
    double[] sums = new double[6];
    for (HeldOut one : all) {
      double factors = one.parts().factors();
      double neighbours = one.parts().neighbours();
      double left = one.rating() - one.parts().biases();
      sums[0] += factors * factors;
      sums[1] += neighbours * neighbours;
      sums[2] += factors * neighbours;
      sums[3] += factors * left;
      sums[4] += neighbours * left;
      sums[5] += left * left;
    }
    return new RatingWeights.Sums(all.size(), sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]);
  }
}
