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

  public static float[] floats(double[] vector) {
    float[] floats = new float[vector.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) vector[i];
    }
    return floats;
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

  /** In four sums that do not wait for each other: nearly all the time of clustering is this. */
  public static double dot(float[] point, double[] vector) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int i = 0;
    for (; i + 3 < vector.length; i += 4) {
      first += point[i] * vector[i];
      second += point[i + 1] * vector[i + 1];
      third += point[i + 2] * vector[i + 2];
      fourth += point[i + 3] * vector[i + 3];
    }
    for (; i < vector.length; i++) {
      first += point[i] * vector[i];
    }
    return first + second + third + fourth;
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
