package org.reelhouse.recommend;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pow;
import static org.reelhouse.recommend.ExactSums.dampedMean;
import static org.reelhouse.recommend.ExactSums.exactSum;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.models.Measure;
import org.reelhouse.recommend.RecommendSettings.Factors;

/**
 * How far expected ratings lie from those held out. The weights of the model's parts are chosen on
 * the ratings of one half of the users and measured on those of the other, beside the mean and the
 * biases.
 *
 * @param choosing sum of the squared errors on the half that chooses
 * @param parts of the held-out ratings, as {@link RatingModel#parts}, with rating and choosing
 */
record RatingErrors(RatingModel model, RatingWeights weights, double choosing, Dataset<Row> parts) {

  /**
   * The errors of one model.
   *
   * @param told held-out ratings as {@link Neighbourhood#told}, with rating and choosing
   */
  private static RatingErrors of(
      RatingModel model, Dataset<Row> told, UnaryOperator<Dataset<Row>> keep) {
    Dataset<Row> parts =
        keep.apply(
            model
                .parts(told)
                .select("rating", "choosing", "biases", "by_factors", "by_neighbours"));
    RatingWeights.Sums sums = sums(parts.where(col("choosing")));
    RatingWeights weights = RatingWeights.of(sums);
    return new RatingErrors(model, weights, sums.errors(weights), parts);
  }

  /**
   * Those of the rating model or of it with other factors, whichever errs least where it chooses.
   */
  static RatingErrors least(
      Models models,
      Dataset<Row> told,
      List<Factors> tried,
      RecommendSettings settings,
      UnaryOperator<Dataset<Row>> keep) {
    RatingErrors least = of(models.rating(), told, keep);
    for (Factors other : tried) {
      RatingErrors errors =
          of(models.rating().refitted(models.biases(), other, settings, keep), told, keep);
      least = errors.choosing() < least.choosing() ? errors : least;
    }
    return least;
  }

  private static RatingWeights.Sums sums(Dataset<Row> parts) {
    Column factors = col("by_factors");
    Column neighbours = col("by_neighbours");
    Column left = col("rating").minus(col("biases"));
    Row sums =
        parts
            .agg(
                count(lit(1)),
                sum(factors.multiply(factors)),
                sum(neighbours.multiply(neighbours)),
                sum(factors.multiply(neighbours)),
                sum(factors.multiply(left)),
                sum(neighbours.multiply(left)),
                sum(left.multiply(left)))
            .head();
    return new RatingWeights.Sums(
        sums.getLong(0),
        sums.getDouble(1),
        sums.getDouble(2),
        sums.getDouble(3),
        sums.getDouble(4),
        sums.getDouble(5),
        sums.getDouble(6));
  }

  private static Column sum(Column values) {
    return coalesce(exactSum(values), lit(0.0));
  }

  /** RMSE and MAE of the model, of the biases alone and of the mean; none where none is left. */
  List<Measure> measures(String split) {
    Map<String, Column> predictions = new LinkedHashMap<>();
    predictions.put("mean", lit(model.mean()));
    predictions.put("biases", RatingModel.clipped(col("biases")));
    predictions.put(RecommendJob.RATING_MODEL, RatingModel.prediction(weights));
    List<Column> errors = new ArrayList<>();
    for (Column prediction : predictions.values()) {
      Column error = prediction.minus(col("rating"));
      errors.add(dampedMean(pow(error, 2), 0));
      errors.add(dampedMean(abs(error), 0));
    }
    Row means =
        parts.where(not(col("choosing"))).agg(count(lit(1)), errors.toArray(Column[]::new)).head();
    long rows = means.getLong(0);
    List<Measure> measures = new ArrayList<>();
    int place = 1;
    for (String name : rows == 0 ? List.<String>of() : List.copyOf(predictions.keySet())) {
      double rmse = Math.sqrt(means.getDouble(place++));
      measures.add(new Measure(name, "rmse", split, rmse, rows, Measure.ALL));
      measures.add(new Measure(name, "mae", split, means.getDouble(place++), rows, Measure.ALL));
    }
    return measures;
  }
}
