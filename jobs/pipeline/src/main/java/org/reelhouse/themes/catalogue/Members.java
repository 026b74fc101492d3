package org.reelhouse.themes.catalogue;

import java.util.Map;
import java.util.Objects;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Places each title in its theme and measures how well it lies there, in one pass. */
public final class Members {
  private static final StructType SCHEMA =
      new StructType()
          .add("title_id", DataTypes.StringType)
          .add("theme_id", DataTypes.StringType)
          .add("similarity", DataTypes.DoubleType)
          .add("silhouette", DataTypes.DoubleType)
          .add("countries", DataTypes.createArrayType(DataTypes.StringType))
          .add("release_year", DataTypes.IntegerType);

  private Members() {}

  /**
   * title_id, theme_id, similarity and silhouette, with the countries and the year of the title.
   *
   * @param clustered what is known of each title, with prediction and features
   */
  public static Dataset<Row> of(Dataset<Row> clustered, Map<Integer, Theme> themes) {
    Broadcast<Map<Integer, Theme>> shared =
        JavaSparkContext.fromSparkContext(clustered.sparkSession().sparkContext())
            .broadcast(themes);
    return clustered.map(
        (MapFunction<Row, Row>) row -> member(row, shared.value()), Encoders.row(SCHEMA));
  }

  private static Row member(Row title, Map<Integer, Theme> themes) {
    Vector features = title.getAs("features");
    int number = title.getAs("prediction");
    Theme theme = Objects.requireNonNull(themes.get(number));
    return RowFactory.create(
        title.getAs("title_id"),
        theme.id(),
        theme.profile().cosine(features),
        silhouette(features, number, themes),
        title.getAs("countries"),
        title.getAs("release_year"));
  }

  /**
   * Rousseeuw's silhouette (1987) with cosine distance, by the sums of the themes as in MLlib's
   * ClusteringEvaluator; 0 for a title alone in its theme.
   */
  static double silhouette(Vector features, int number, Map<Integer, Theme> themes) {
    ThemeProfile own = Objects.requireNonNull(themes.get(number)).profile();
    double other =
        themes.entrySet().stream()
            .filter(entry -> entry.getKey() != number)
            .mapToDouble(entry -> entry.getValue().profile().distance(features))
            .min()
            .orElse(Double.NaN);
    if (own.titles() < 2 || Double.isNaN(other)) {
      return 0;
    }
    double inner = own.distanceToOthers(features);
    double larger = Math.max(inner, other);
    return larger <= 0 ? 0 : (other - inner) / larger;
  }
}
