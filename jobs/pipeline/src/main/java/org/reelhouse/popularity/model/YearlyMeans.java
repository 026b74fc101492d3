package org.reelhouse.popularity.model;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.popularity.forest.Learner;

/** Mean log popularity of the training titles of one unit by release year. */
public record YearlyMeans(TreeMap<Integer, Double> byYear) implements Serializable {

  /** Sums by unit and year; as many rows as there are years. */
  public static Dataset<Row> sums(Dataset<Row> titles) {
    return titles
        .where(col(Learner.TRAINING).isNotNull().and(col("release_year").isNotNull()))
        .groupBy("unit", "release_year")
        .agg(
            count(lit(1)).as("titles"),
            sum(col(Learner.TRAINING).cast("decimal(20,9)")).cast("double").as("sum"));
  }

  public static YearlyMeans of(String unit, List<Row> sums) {
    TreeMap<Integer, Double> means = new TreeMap<>();
    sums.stream()
        .filter(row -> unit.equals(row.getAs("unit")))
        .forEach(
            row ->
                means.put(
                    row.getAs("release_year"),
                    row.<Double>getAs("sum") / row.<Long>getAs("titles")));
    return new YearlyMeans(means);
  }

  /** The mean of the latest year before one that has titles, else what is given. */
  double before(int year, double otherwise) {
    Map.Entry<Integer, Double> latest = byYear.lowerEntry(year);
    return latest == null ? otherwise : latest.getValue();
  }
}
