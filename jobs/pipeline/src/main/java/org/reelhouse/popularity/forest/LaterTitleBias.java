package org.reelhouse.popularity.forest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.sum;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * How titles depart from a forest that learned from older ones only: by how much they lie above it,
 * and how many of its standard deviations they spread. The years before a year predict it.
 *
 * <p>Trees cannot extrapolate, and what they call usual ages with them. Level and spread follow the
 * years by exponential smoothing, a year counting as much as it has titles, and correct the
 * predictions of the next; conformal intervals adapted in time (Gibbs and Candès 2021) rest on the
 * same thought.
 *
 * @param byYear what is known at the end of each year
 */
public record LaterTitleBias(TreeMap<Integer, State> byYear) implements Serializable {
  /** Of a forest that knows all years. */
  public static final LaterTitleBias NONE = new LaterTitleBias(new TreeMap<>());

  /**
   * Titles that what was known before counts as. On titles released before the last fifth, 3 and 30
   * do equally well; without any a year of a single title would set the level.
   */
  private static final double BEFORE = 3;

  /** Columns of {@link #sums} beside the year and the number of titles. */
  private static final String RESIDUALS = "residuals";

  private static final String WEIGHTS = "weights";
  private static final String WEIGHTED = "weighted_residuals";
  private static final String SQUARES = "weighted_squares";

  /**
   * At the end of a year.
   *
   * @param level mean residual
   * @param spread root mean square, in deviations of the forest, of how far titles lay from the
   *     level known at the time
   */
  record State(double level, double spread) implements Serializable {
    static final State START = new State(0, 1);

    private State after(Row year) {
      double titles = year.<Long>getAs("titles");
      double next = smoothed(level, year.getAs(RESIDUALS), titles);
      double squares =
          year.<Double>getAs(SQUARES)
              - 2 * level * year.<Double>getAs(WEIGHTED)
              + level * level * year.<Double>getAs(WEIGHTS);
      return new State(next, Math.sqrt(smoothed(spread * spread, Math.max(0, squares), titles)));
    }

    private static double smoothed(double before, double sum, double titles) {
      return (BEFORE * before + sum) / (BEFORE + titles);
    }
  }

  /**
   * Sums by year; as many rows as there are years.
   *
   * @param errors release_year, residual and deviation of titles that the forest had not learned
   */
  public static Dataset<Row> sums(Dataset<Row> errors) {
    Column weight = pow(col("deviation"), -2);
    return errors
        .where(col("release_year").isNotNull())
        .groupBy("release_year")
        .agg(
            count(lit(1)).as("titles"),
            exactSum(col("residual")).as(RESIDUALS),
            exactSum(weight).as(WEIGHTS),
            exactSum(weight.multiply(col("residual"))).as(WEIGHTED),
            exactSum(weight.multiply(pow(col("residual"), 2))).as(SQUARES));
  }

  /** A sum that does not depend on the order of the rows. */
  private static Column exactSum(Column value) {
    return sum(value.cast("decimal(20,9)")).cast("double");
  }

  public static LaterTitleBias of(List<Row> sums) {
    TreeMap<Integer, State> states = new TreeMap<>();
    State state = State.START;
    for (Row year :
        sums.stream()
            .sorted(Comparator.comparing(row -> row.<Integer>getAs("release_year")))
            .toList()) {
      state = state.after(year);
      states.put(year.getAs("release_year"), state);
    }
    return new LaterTitleBias(states);
  }

  /** A prediction as the years before that of the title correct it. */
  public Forest.Prediction corrected(Forest.Prediction prediction, @Nullable Integer year) {
    Map.Entry<Integer, State> latest = year == null ? null : byYear.lowerEntry(year);
    return latest == null
        ? prediction
        : new Forest.Prediction(
            prediction.mean() + latest.getValue().level(),
            prediction.deviation() * latest.getValue().spread(),
            prediction.contributions());
  }
}
