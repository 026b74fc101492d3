package org.reelhouse.recommend.observations;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Sums that do not depend on the order of the rows, as those of doubles do: values are rounded to
 * seven decimals and added as integers. A billion values of up to 1000 fit.
 */
public final class ExactSums {
  private static final double SCALE = 1e7;

  private ExactSums() {}

  public static Column exactSum(Column values) {
    return whole(values).divide(SCALE);
  }

  private static Column whole(Column values) {
    return sum(rint(values.multiply(SCALE)).cast("bigint"));
  }

  /** The mean, drawn towards 0 by a number of further values that are 0. */
  public static Column dampedMean(Column values, double damping) {
    return exactSum(values).divide(count(lit(1)).plus(damping));
  }

  /** The same over the rows of a window. */
  public static Column dampedMean(Column values, double damping, WindowSpec rows) {
    return whole(values).over(rows).divide(SCALE).divide(count(lit(1)).over(rows).plus(damping));
  }
}
