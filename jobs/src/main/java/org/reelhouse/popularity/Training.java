package org.reelhouse.popularity;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The titles of one unit that one forest learns from.
 *
 * @param titles how many they are
 * @param mean of their log popularity; the baseline
 */
record Training(long titles, double mean, Levels levels) implements Serializable {
  private static final double EARLY_SHARE = 0.8;

  /**
   * The titles with {@code early_value}: the log popularity of the first 80 % of a unit's dated
   * titles by release.
   */
  static Dataset<Row> withEarlyValue(Dataset<Row> titles) {
    Column day = unix_date(col("release_date"));
    Map<String, Double> cuts =
        titles
            .where(col("value").isNotNull().and(col("release_date").isNotNull()))
            .withColumn("day", day)
            .groupBy("unit")
            .agg(expr("percentile(day, " + EARLY_SHARE + ")").as("cut"))
            .collectAsList()
            .stream()
            .collect(Collectors.toMap(row -> row.getAs("unit"), row -> row.getAs("cut")));
    Column early = lit(false);
    for (Map.Entry<String, Double> cut : cuts.entrySet()) {
      early = early.or(col("unit").equalTo(cut.getKey()).and(day.lt(cut.getValue())));
    }
    return titles.withColumn("early_value", when(early, col("value")));
  }

  /**
   * The training titles of each unit.
   *
   * @param value column that is filled for the titles trained on
   */
  static Map<String, Training> perUnit(Dataset<Row> titles, String value) {
    List<Row> units =
        titles
            .where(col(value).isNotNull())
            .groupBy("unit")
            .agg(
                count(lit(1)).as("titles"),
                sum(col(value).cast("decimal(20,9)")).cast("double").as("sum"),
                expr("percentile(" + value + ", array(1D / 3, 2D / 3))").as("terciles"))
            .collectAsList();
    return units.stream().collect(Collectors.toMap(row -> row.getAs("unit"), Training::of));
  }

  private static Training of(Row unit) {
    long titles = unit.getAs("titles");
    List<Double> terciles = unit.getList(unit.fieldIndex("terciles"));
    return new Training(
        titles, unit.<Double>getAs("sum") / titles, new Levels(terciles.get(0), terciles.get(1)));
  }
}
