package org.reelhouse.recommend.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.models.Measure;
import org.reelhouse.recommend.RecommendSettings.Factors;
import org.reelhouse.recommend.evaluation.HeldOutRatings.HeldOut;
import org.reelhouse.recommend.model.RatingModel;
import org.reelhouse.recommend.model.RatingModel.Parts;
import org.reelhouse.recommend.model.RatingWeights;
import org.reelhouse.recommend.model.Trainer;

/**
 * How far expected ratings lie from those held out. The weights of the model's parts are chosen on
 * the ratings of one half of the users and measured on those of the other, beside the mean and the
 * biases.
 *
 * @param factors that the model was fitted with
 * @param model with the weights that were chosen
 * @param choosing sum of the squared errors on the half that chooses
 */
record RatingTrials(Factors factors, RatingModel model, double choosing, HeldOutRatings ratings) {

  private static RatingTrials of(
      Factors factors, RatingModel model, Dataset<Row> heldOut, Dataset<Row> perUser) {
    HeldOutRatings ratings = HeldOutRatings.of(model, heldOut, perUser);
    RatingWeights.Sums sums = ratings.where(HeldOut::choosing).sums();
    RatingWeights weights = RatingWeights.of(sums);
    return new RatingTrials(factors, model.weighed(weights), sums.errors(weights), ratings);
  }

  /**
   * Those of the model with the factors that err least where weights are chosen.
   *
   * @param first factors that are tried first
   */
  static RatingTrials least(
      Trainer trainer,
      Factors first,
      List<Factors> others,
      Dataset<Row> heldOut,
      Dataset<Row> perUser) {
    RatingModel fitted = trainer.rating(first, RatingWeights.DEFAULT);
    RatingTrials least = of(first, fitted, heldOut, perUser);
    for (Factors other : others) {
      RatingTrials errors = of(other, trainer.refitted(fitted, other), heldOut, perUser);
      least = errors.choosing() < least.choosing() ? errors : least;
    }
    return least;
  }

  /** RMSE and MAE of the model, of the biases alone and of the mean; none where none is left. */
  List<Measure> measures(String split) {
    return measures(model, ratings.where(one -> !one.choosing()), split);
  }

  /** The same of any ratings. */
  static List<Measure> measures(RatingModel model, HeldOutRatings ratings, String split) {
    Map<String, ToDoubleFunction<Parts>> predictions = new LinkedHashMap<>();
    predictions.put("mean", parts -> model.foldIn().mean());
    predictions.put("biases", parts -> model.bounded(parts.biases()));
    predictions.put(RatingModel.NAME, model::expected);
    List<Measure> measures = new ArrayList<>();
    int rows = ratings.size();
    if (rows > 0) {
      predictions.forEach(
          (name, expected) -> {
            double rmse = ratings.rmse(expected);
            measures.add(new Measure(name, "rmse", split, rmse, rows, Measure.ALL));
            measures.add(new Measure(name, "mae", split, ratings.mae(expected), rows, Measure.ALL));
          });
    }
    return measures;
  }
}
