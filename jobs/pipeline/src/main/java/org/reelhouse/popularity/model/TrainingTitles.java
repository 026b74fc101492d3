package org.reelhouse.popularity.model;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.reelhouse.popularity.forest.Learner;

/**
 * The titles of one unit that one forest learns from.
 *
 * @param titles how many they are
 * @param mean of their log popularity; the baseline
 */
public record TrainingTitles(long titles, double mean, Levels levels) implements Serializable {
  /** Share of the dated titles that were released first. */
  private static final double EARLY_SHARE = 0.8;

  /**
   * The titles with {@code early_value}, the log popularity of the first 80 % of a unit's dated
   * titles by release, and {@code late_value}, that of the others.
   */
  public static Dataset<Row> withEras(Dataset<Row> titles) {
    Column day = unix_date(col("release_date"));
    Column early = lit(false);
    for (Row unit : cuts(titles.withColumn("day", day)).collectAsList()) {
      Column ofUnit = col("unit").equalTo(unit.<String>getAs("unit"));
      early = early.or(ofUnit.and(day.lt(unit.<Double>getAs("cut"))));
    }
    Column late = day.isNotNull().and(not(early));
    return titles
        .withColumn(Learner.EARLY, when(early, col(Learner.VALUE)))
        .withColumn(Learner.LATE, when(late, col(Learner.VALUE)));
  }

  private static Dataset<Row> cuts(Dataset<Row> titles) {
    return titles
        .where(col(Learner.VALUE).isNotNull().and(col("day").isNotNull()))
        .groupBy("unit")
        .agg(expr("percentile(day, " + EARLY_SHARE + ")").as("cut"));
  }

  /**
   * Number, sum and terciles of each column of log popularity: a row for each unit, with a struct
   * for each column.
   */
  public static List<Row> summaries(Dataset<Row> titles) {
    return titles
        .groupBy("unit")
        .agg(summary(Learner.TRAINING), summary(Learner.EARLY), summary(Learner.LATE))
        .collectAsList();
  }

  private static Column summary(String value) {
    return struct(
            count(col(value)).as("titles"),
            sum(col(value).cast("decimal(20,9)")).cast("double").as("sum"),
            expr("percentile(" + value + ", array(1D / 3, 2D / 3))").as("terciles"))
        .as(value);
  }

  /** From a struct of {@link #summaries}; null where there are no titles. */
  static @Nullable TrainingTitles of(Row summary) {
    long titles = summary.getAs("titles");
    if (titles == 0) {
      return null;
    }
    List<Double> terciles = summary.getList(summary.fieldIndex("terciles"));
    return new TrainingTitles(
        titles,
        summary.<Double>getAs("sum") / titles,
        new Levels(terciles.get(0), terciles.get(1)));
  }
}
