package org.reelhouse.popularity;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
   * Number, sum and terciles of {@code training_value} and {@code early_value}: a row for each
   * unit, with a struct for each.
   */
  static List<Row> summaries(Dataset<Row> titles) {
    return titles
        .groupBy("unit")
        .agg(summary(Learner.TRAINING), summary(Learner.EARLY))
        .collectAsList();
  }

  private static Column summary(String value) {
    return struct(
            count(col(value)).as("titles"),
            sum(col(value).cast("decimal(20,9)")).cast("double").as("sum"),
            expr("percentile(" + value + ", array(1D / 3, 2D / 3))").as("terciles"))
        .as(value);
  }

  /**
   * The training titles of each unit that has any, in the order of the units' names.
   *
   * @param summaries as made by {@link #summaries}
   * @param value column that is filled for the titles trained on
   */
  static SortedMap<String, Training> perUnit(List<Row> summaries, String value) {
    SortedMap<String, Training> units = new TreeMap<>();
    for (Row unit : summaries) {
      Row summary = unit.getAs(value);
      if (summary.<Long>getAs("titles") > 0) {
        units.put(unit.getAs("unit"), Training.of(summary));
      }
    }
    return units;
  }

  private static Training of(Row summary) {
    long titles = summary.getAs("titles");
    List<Double> terciles = summary.getList(summary.fieldIndex("terciles"));
    return new Training(
        titles,
        summary.<Double>getAs("sum") / titles,
        new Levels(terciles.get(0), terciles.get(1)));
  }
}
