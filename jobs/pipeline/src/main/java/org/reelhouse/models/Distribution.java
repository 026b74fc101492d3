package org.reelhouse.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * How the values of one input or prediction are spread.
 *
 * @param name such as {@code budget}
 * @param values how many were looked at, with those that are missing
 * @param missing share of them without a value, 0 to 1
 * @param percentiles of the others, from the least (0) to the greatest (100): 101 values, each that
 *     of the nearest rank; none where all are missing
 */
public record Distribution(String name, long values, double missing, List<Double> percentiles) {
  private static final int LAST = 100;

  /** Bins of the population stability index, by the tenths of the reference. */
  private static final int BINS = 10;

  /** Share that an empty bin counts as; its logarithm would not be finite. */
  private static final double LEAST_SHARE = 1e-4;

  /**
   * The distribution of some values.
   *
   * @param values NaN for a missing one; at least one
   */
  public static Distribution of(String name, Collection<Double> values) {
    double[] known =
        values.stream()
            .mapToDouble(value -> value)
            .filter(value -> !Double.isNaN(value))
            .sorted()
            .toArray();
    List<Double> percentiles = new ArrayList<>();
    for (int percent = 0; known.length > 0 && percent <= LAST; percent++) {
      int rank = Math.max(1, (int) Math.ceil(percent / (double) LAST * known.length));
      percentiles.add(known[rank - 1]);
    }
    double missing = values.isEmpty() ? 0 : 1 - known.length / (double) values.size();
    return new Distribution(name, values.size(), missing, percentiles);
  }

  /** Share of the known values that are no greater than one, to a hundredth. */
  private double upTo(double value) {
    if (percentiles.isEmpty() || value < percentiles.get(0)) {
      return 0;
    }
    int most = 0;
    while (most < LAST && percentiles.get(most + 1) <= value) {
      most++;
    }
    return most / (double) LAST;
  }

  /**
   * The population stability index of another distribution, Σ (q - p) ln(q / p) over the tenths of
   * this one and the missing values, p being the shares here and q there (Siddiqi 2006, Credit Risk
   * Scorecards). 0 for equal ones.
   */
  public double stabilityIndex(Distribution other) {
    double[] ends =
        percentiles.isEmpty() ? new double[0] : Arrays.stream(tenths()).distinct().toArray();
    double index = term(missing, other.missing);
    double here = 0;
    double there = 0;
    for (double end : ends) {
      index +=
          term((1 - missing) * (upTo(end) - here), (1 - other.missing) * (other.upTo(end) - there));
      here = upTo(end);
      there = other.upTo(end);
    }
    return index + term((1 - missing) * (1 - here), (1 - other.missing) * (1 - there));
  }

  private double[] tenths() {
    double[] tenths = new double[BINS - 1];
    for (int bin = 1; bin < BINS; bin++) {
      tenths[bin - 1] = percentiles.get(bin * LAST / BINS);
    }
    return tenths;
  }

  private static double term(double here, double there) {
    double p = Math.max(LEAST_SHARE, here);
    double q = Math.max(LEAST_SHARE, there);
    return (q - p) * Math.log(q / p);
  }

  /**
   * The greatest distance of both cumulative distributions of known values (Kolmogorov and
   * Smirnov), 0 to 1, as far as percentiles show.
   */
  public double distance(Distribution other) {
    double distance = 0;
    for (List<Double> values : List.of(percentiles, other.percentiles)) {
      for (double value : values) {
        distance = Math.max(distance, Math.abs(upTo(value) - other.upTo(value)));
      }
    }
    return distance;
  }

  /** The value that half of the known ones do not exceed; NaN where all are missing. */
  double median() {
    return percentiles.isEmpty() ? Double.NaN : percentiles.get(LAST / 2);
  }

  Row row() {
    return RowFactory.create(name, values, missing, percentiles.toArray(Double[]::new));
  }

  static Distribution of(Row row) {
    return new Distribution(row.getString(0), row.getLong(1), row.getDouble(2), row.getList(3));
  }
}
