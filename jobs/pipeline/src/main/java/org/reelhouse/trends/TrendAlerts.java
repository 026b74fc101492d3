package org.reelhouse.trends;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Changes from one year to the next that chance does not explain. */
final class TrendAlerts {
  private TrendAlerts() {}

  /**
   * The rows of {@code gold.trend_alert}.
   *
   * <p>Both years are taken for Poisson counts of the same mean, whose difference has the sum of
   * both as its variance: z = (now - before) / sqrt(now + before), the normal approximation of the
   * test of Przyborowski and Wilenski, Homogeneity of results in testing samples from Poisson
   * series, Biometrika 31 (1940).
   */
  static Dataset<Row> of(Dataset<Row> trends, TrendsSettings settings) {
    return trends
        .filter(greatest(col("now"), col("before")).geq(settings.minTitles()))
        .withColumn("z_score", zScore())
        .filter(abs(col("z_score")).geq(settings.alertZScore()).and(col("z_score").notEqual(0)))
        .select(
            col("genre"),
            col("country"),
            col("month"),
            when(col("z_score").gt(0), "rising").otherwise("falling").as("direction"),
            col("now").as("titles"),
            col("before").cast("double").as("expected"),
            col("z_score"));
  }

  private static Column zScore() {
    return col("now").minus(col("before")).divide(sqrt(col("now").plus(col("before"))));
  }
}
