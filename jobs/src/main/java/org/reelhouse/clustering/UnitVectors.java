package org.reelhouse.clustering;

/** Sums and cosines of vectors of length 1. */
public final class UnitVectors {
  private UnitVectors() {}

  public static double length(double[] vector) {
    double squares = 0;
    for (double value : vector) {
      squares += value * value;
    }
    return Math.sqrt(squares);
  }

  /** The vector at length 1; one of length 0 stays. */
  public static double[] unit(double[] vector) {
    double length = length(vector);
    double[] unit = new double[vector.length];
    for (int i = 0; i < unit.length && length > 0; i++) {
      unit[i] = vector[i] / length;
    }
    return unit;
  }

  public static double[] sum(float[][] points, int[] places) {
    double[] sum = new double[points.length == 0 ? 0 : points[0].length];
    for (int place : places) {
      add(sum, points[place]);
    }
    return sum;
  }

  public static void add(double[] sum, float[] point) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += point[i];
    }
  }

  public static void add(double[] sum, double[] vector) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += vector[i];
    }
  }

  public static double dot(float[] point, double[] vector) {
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      sum += point[i] * vector[i];
    }
    return sum;
  }

  public static double[] difference(double[] left, double[] right) {
    double[] difference = left.clone();
    for (int i = 0; i < difference.length; i++) {
      difference[i] -= right[i];
    }
    return difference;
  }

  public static double[] difference(float[] left, float[] right) {
    double[] difference = new double[left.length];
    for (int i = 0; i < difference.length; i++) {
      difference[i] = (double) left[i] - right[i];
    }
    return difference;
  }
}
