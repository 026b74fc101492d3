package org.reelhouse.popularity.forest;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.struct;

import java.io.Serializable;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/**
 * How far an interval of 80 % reaches below and above a prediction, in its standard deviations.
 *
 * <p>The reach comes from scores of titles that the trees had not seen (split conformal prediction
 * with normalised residuals: Papadopoulos et al. 2002, Lei et al. 2018), each end from its own tail
 * of 10 %. Where later titles are exchangeable with those, 80 % of them lie inside.
 *
 * @param below zero or less
 * @param above zero or more
 */
public record Calibration(double below, double above) implements Serializable {
  /** The interval if residuals were normal and the trees showed their spread; for comparison. */
  public static final Calibration NORMAL = new Calibration(-1.2816, 1.2816);

  /** Scores that a calibration needs: with fewer the ends are the extremes of a few titles. */
  public static final int LEAST_SCORES = 50;

  private static final double TAIL = 0.1;

  /** Of trees that all say the same: so small a deviation, on the log scale, says nothing. */
  private static final double LEAST_DEVIATION = 0.01;

  public Calibration {
    below = Math.min(0, below);
    above = Math.max(0, above);
  }

  /** The residual of a title in standard deviations of its prediction. */
  public static double score(double value, Forest.Prediction prediction) {
    return (value - prediction.mean()) / deviation(prediction);
  }

  /**
   * The tails of a column of scores, an aggregate for {@link #of}: the order statistics that hold
   * their share for one more title, or the extremes where the scores are too few for that.
   *
   * @param scores how many there are
   */
  public static Column tails(String column, long scores) {
    long low = Math.max(1, (long) Math.floor((scores + 1) * TAIL));
    long high = Math.min(scores, (long) Math.ceil((scores + 1) * (1 - TAIL)));
    return struct(ordered(column, low, scores).as("low"), ordered(column, high, scores).as("high"))
        .as(column);
  }

  /** The value at a place from 1; percentile interpolates only between places. */
  private static Column ordered(String column, long place, long count) {
    double share = count < 2 ? 0 : (place - 1) / (count - 1.0);
    return expr(String.format(Locale.ROOT, "percentile(%s, %.17g)", column, share));
  }

  /** From the tails of scores. */
  public static Calibration of(Row tails) {
    return new Calibration(tails.getAs("low"), tails.getAs("high"));
  }

  /** Lower end on the log scale; popularity is never negative. */
  public double lower(Forest.Prediction prediction) {
    return Math.max(0, prediction.mean() + below * deviation(prediction));
  }

  /** Upper end on the log scale. */
  public double upper(Forest.Prediction prediction) {
    return prediction.mean() + above * deviation(prediction);
  }

  public boolean covers(double value, Forest.Prediction prediction) {
    return lower(prediction) <= value && value <= upper(prediction);
  }

  /** On the log scale. */
  public double width(Forest.Prediction prediction) {
    return upper(prediction) - lower(prediction);
  }

  /** Standard deviation of a prediction, never nothing. */
  public static double deviation(Forest.Prediction prediction) {
    return Math.max(LEAST_DEVIATION, prediction.deviation());
  }
}
