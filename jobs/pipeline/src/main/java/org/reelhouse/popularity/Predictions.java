package org.reelhouse.popularity;

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
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.reelhouse.popularity.evaluation.ForestEvaluation;
import org.reelhouse.popularity.evaluation.Trials;
import org.reelhouse.popularity.features.Features;
import org.reelhouse.popularity.forest.Calibration;
import org.reelhouse.popularity.forest.Forest;
import org.reelhouse.popularity.forest.Learner;
import org.reelhouse.popularity.model.UnitModel;
import org.reelhouse.tables.Gold;

/** Predicts all titles of the fitted units in one pass: value, interval, level and drivers. */
final class Predictions {
  /** Beside the prediction itself: what a held-out title shows of the model. */
  private static final StructType SCHEMA = schema();

  private Predictions() {}

  private static StructType schema() {
    StructType schema = Gold.POPULARITY_PREDICTION.schema();
    for (StructField column : Trials.COLUMNS.fields()) {
      schema = schema.add(column);
    }
    return schema;
  }

  /** The predictions with the columns of {@link Trials} for {@link ForestEvaluation}. */
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
    return predictions.drop(Trials.COLUMNS.fieldNames());
  }

  private static UnitModel modelOf(Row title, Map<String, UnitModel> models) {
    return Objects.requireNonNull(models.get(title.<String>getAs("unit")));
  }

  private static Row predict(Row title, UnitModel model) {
    double[] features = Features.values(model.features(), title);
    Forest.Prediction prediction = model.served().forest().predict(features);
    boolean projected = title.getAs("is_projection");
    Calibration calibration = projected ? model.projection() : model.served().calibration();
    return RowFactory.create(
        title.getAs("title_id"),
        title.getAs("unit"),
        Math.expm1(prediction.mean()),
        Math.expm1(calibration.lower(prediction)),
        Math.expm1(calibration.upper(prediction)),
        model.served().training().levels().of(prediction.mean()),
        title.getAs("actual"),
        model.drivers(title, prediction).toArray(String[]::new),
        Features.lacks(title, Learner.TRAINING),
        projected,
        Trials.of(title, model, features, prediction),
        Trials.segments(title));
  }
}
