package org.reelhouse.popularity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.reelhouse.lake.Gold;

/** Predicts all titles of the fitted units in one pass: value, interval, level and drivers. */
final class Predictions {
  /** Beside the prediction itself: what a held-out title tells of the model. */
  private static final StructType SCHEMA =
      Gold.POPULARITY_PREDICTION
          .schema()
          .add(
              "trials",
              "array<struct<split:string,value:double,predicted:double,level:string,"
                  + "predicted_level:string,baseline:double,baseline_level:string,covered:boolean>>");

  private Predictions() {}

  /** The predictions with a column {@code trials} for {@link Evaluation}. */
  static Dataset<Row> of(Dataset<Row> titles, Map<String, UnitModel> models) {
    Broadcast<Map<String, UnitModel>> everywhere =
        JavaSparkContext.fromSparkContext(titles.sparkSession().sparkContext()).broadcast(models);
    return titles
        .where(functions.col("unit").isin(models.keySet().toArray()))
        .map(
            (MapFunction<Row, Row>) title -> predict(title, modelOf(title, everywhere.value())),
            Encoders.row(SCHEMA));
  }

  /** The columns of {@code gold.popularity_prediction}. */
  static Dataset<Row> published(Dataset<Row> predictions) {
    return predictions.drop("trials");
  }

  private static UnitModel modelOf(Row title, Map<String, UnitModel> models) {
    return Objects.requireNonNull(models.get(title.<String>getAs("unit")));
  }

  private static Row predict(Row title, UnitModel model) {
    double[] features = Features.values(model.features(), title);
    Forest.Prediction prediction = model.forest().predict(features);
    return RowFactory.create(
        title.getAs("title_id"),
        title.getAs("unit"),
        Math.expm1(prediction.mean()),
        Math.expm1(UnitModel.lower(prediction)),
        Math.expm1(UnitModel.upper(prediction)),
        model.training().levels().of(prediction.mean()),
        title.getAs("actual"),
        model.drivers(title, prediction).toArray(String[]::new),
        lacks(title, "training_value"),
        trials(title, model, features, prediction));
  }

  private static Row[] trials(
      Row title, UnitModel model, double[] features, Forest.Prediction prediction) {
    List<Row> trials = new ArrayList<>();
    if (!lacks(title, "value") && lacks(title, "training_value")) {
      trials.add(trial("random", title, model.training(), prediction));
    }
    Forest early = model.earlyForest();
    Training earlyTraining = model.earlyTraining();
    if (early != null
        && earlyTraining != null
        && !lacks(title, "value")
        && !lacks(title, "release_date")
        && lacks(title, "early_value")) {
      trials.add(trial("release date", title, earlyTraining, early.predict(features)));
    }
    return trials.toArray(Row[]::new);
  }

  private static Row trial(
      String split, Row title, Training training, Forest.Prediction prediction) {
    double value = title.<Double>getAs("value");
    Levels levels = training.levels();
    return RowFactory.create(
        split,
        value,
        prediction.mean(),
        levels.of(value),
        levels.of(prediction.mean()),
        training.mean(),
        levels.of(training.mean()),
        UnitModel.lower(prediction) <= value && value <= UnitModel.upper(prediction));
  }

  private static boolean lacks(Row title, String column) {
    return title.isNullAt(title.fieldIndex(column));
  }
}
