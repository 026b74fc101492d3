package org.reelhouse.popularity.model;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.regression.RandomForestRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.reelhouse.popularity.PopularitySettings;
import org.reelhouse.popularity.features.Categories;
import org.reelhouse.popularity.features.Feature;
import org.reelhouse.popularity.forest.Calibration;
import org.reelhouse.popularity.forest.Forest;
import org.reelhouse.popularity.forest.LaterTitleBias;
import org.reelhouse.popularity.forest.Learner;
import org.reelhouse.popularity.forest.OutOfBag;
import org.reelhouse.popularity.forest.Permutation;
import org.reelhouse.sampling.HashSample;

/**
 * Fits, calibrates and explains the forest of one unit.
 *
 * @param examples as made by {@link Learner#examples}
 */
public record Fitter(
    Categories categories,
    List<Feature> features,
    Dataset<Row> examples,
    Parts parts,
    PopularitySettings settings) {

  /** Trees of the served forest for each of the one that is measured only. */
  private static final int EARLY_PART = 3;

  /** Held-out titles among which features are shuffled, at most: the driver holds them. */
  private static final int SHUFFLED = 2_000;

  private static final String SCORE = "score";

  private static final StructType ERRORS =
      new StructType()
          .add("release_year", DataTypes.IntegerType)
          .add("residual", DataTypes.DoubleType)
          .add("deviation", DataTypes.DoubleType);

  private static final StructType SCORES = new StructType().add(SCORE, DataTypes.DoubleType);

  public Fitted fit(String unit, YearlyMeans years) {
    RandomForestRegressionModel fitted =
        Learner.fit(examples, Learner.TRAINING, settings.trees(), settings);
    Forest forest = Forest.of(fitted);
    Calibration calibration = outOfBag(forest);
    Learned served = new Learned(forest, parts.training(), calibration, LaterTitleBias.NONE);
    TrainingTitles training = parts.early();
    if (training == null || training.titles() < settings.minTitles()) {
      UnitModel model = new UnitModel(features, served, calibration, null, years);
      return Fitted.of(unit, categories, fitted, model, importances(forest));
    }
    Learned early = early(training);
    UnitModel model =
        new UnitModel(
            features, served, enough(parts.late(), tailsOfLate(early), calibration), early, years);
    return Fitted.of(unit, categories, fitted, model, importances(forest));
  }

  /**
   * Of later titles only those of the training part tell of departures, as they do of track
   * records.
   */
  private Learned early(TrainingTitles training) {
    Forest forest = Forest.of(Learner.fit(examples, Learner.EARLY, fewer(), settings));
    Dataset<Row> errors =
        late()
            .where(col(Learner.TRAINING).isNotNull())
            .map((MapFunction<Row, Row>) title -> error(title, forest), Encoders.row(ERRORS));
    LaterTitleBias departures = LaterTitleBias.of(LaterTitleBias.sums(errors).collectAsList());
    return new Learned(forest, training, Calibration.NORMAL, departures);
  }

  private static Row error(Row title, Forest forest) {
    Forest.Prediction prediction = forest.predict(features(title));
    return RowFactory.create(
        title.getAs("release_year"),
        title.<Double>getAs(Learner.LATE) - prediction.mean(),
        Calibration.deviation(prediction));
  }

  private int fewer() {
    return Math.max(1, settings.trees() / EARLY_PART);
  }

  private Calibration outOfBag(Forest forest) {
    long titles = parts.training().titles();
    Row tails =
        OutOfBag.scores(examples, Learner.TRAINING, forest, settings)
            .agg(Calibration.tails(OutOfBag.SCORE, titles))
            .head()
            .getStruct(0);
    return enough(titles, tails, Calibration.NORMAL);
  }

  private static Calibration enough(long scores, Row tails, Calibration otherwise) {
    return scores < Calibration.LEAST_SCORES ? otherwise : Calibration.of(tails);
  }

  /** Tails of the scores that a forest gets on the titles released after all that it learned. */
  private Row tailsOfLate(Learned early) {
    return late()
        .map((MapFunction<Row, Row>) title -> score(title, early), Encoders.row(SCORES))
        .agg(Calibration.tails(SCORE, parts.late()))
        .head()
        .getStruct(0);
  }

  private Dataset<Row> late() {
    return examples.where(col(Learner.LATE).isNotNull());
  }

  private static Row score(Row title, Learned early) {
    Forest.Prediction prediction = early.corrected(early.forest().predict(features(title)), title);
    return RowFactory.create(Calibration.score(title.<Double>getAs(Learner.LATE), prediction));
  }

  private Map<Feature, Permutation.Importance> importances(Forest forest) {
    List<Row> sample =
        HashSample.first(SHUFFLED, examples.where(col(Learner.TRAINING).isNull()), "title_id")
            .select(Learner.VALUE, "features")
            .collectAsList();
    return sample.isEmpty()
        ? Map.of()
        : Permutation.of(
            features,
            forest,
            sample.stream().map(Fitter::features).toArray(double[][]::new),
            sample.stream().mapToDouble(title -> title.<Double>getAs(Learner.VALUE)).toArray(),
            settings.seed());
  }

  private static double[] features(Row title) {
    return title.<Vector>getAs("features").toArray();
  }
}
