package org.reelhouse.themes;

import java.io.Serializable;
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
final class Members {
  private static final StructType SCHEMA =
      new StructType()
          .add("title_id", DataTypes.StringType)
          .add("theme_id", DataTypes.StringType)
          .add("similarity", DataTypes.DoubleType)
          .add("silhouette", DataTypes.DoubleType)
          .add("pairs", DataTypes.createArrayType(DataTypes.IntegerType));

  private Members() {}

  /**
   * title_id, theme_id, similarity, silhouette, and the pairs of top terms that the overview holds
   * both of.
   *
   * @param clustered title_id, prediction and features of each title
   */
  static Dataset<Row> of(Dataset<Row> clustered, Map<Integer, Theme> themes) {
    Broadcast<Measures> measures =
        JavaSparkContext.fromSparkContext(clustered.sparkSession().sparkContext())
            .broadcast(new Measures(themes, TermPairs.of(themes.values())));
    return clustered.map(
        (MapFunction<Row, Row>) row -> member(row, measures.value()), Encoders.row(SCHEMA));
  }

  private record Measures(Map<Integer, Theme> themes, TermPairs pairs) implements Serializable {}

  private static Row member(Row title, Measures measures) {
    Vector features = title.getAs("features");
    int number = title.getAs("prediction");
    Theme theme = Objects.requireNonNull(measures.themes().get(number));
    return RowFactory.create(
        title.getAs("title_id"),
        theme.id(),
        theme.profile().cosine(features),
        silhouette(features, number, measures.themes()),
        measures.pairs().in(features).toArray(Integer[]::new));
  }

  /**
   * Rousseeuw's silhouette (1987) with cosine distance, by the sums of the themes as in MLlib's
   * ClusteringEvaluator; 0 for a title alone in its theme.
   */
  static double silhouette(Vector features, int number, Map<Integer, Theme> themes) {
    Profile own = Objects.requireNonNull(themes.get(number)).profile();
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
