package org.reelhouse.clustering;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.clustering.KMeansModel;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;

/** The centres of clusters: a unit vector for each. */
public final class Centres implements Serializable {
  private static final long serialVersionUID = 1L;

  public static final Centres NONE = new Centres(new double[0][]);

  private final double[][] directions;

  private Centres(double[][] directions) {
    this.directions = directions;
  }

  /** A unit vector for each centre. */
  public double[][] directions() {
    return Arrays.stream(directions).map(double[]::clone).toArray(double[][]::new);
  }

  /** Number of centres. */
  public int count() {
    return directions.length;
  }

  /** Centres that are known: a unit vector for each. */
  public static Centres of(double[][] directions) {
    return new Centres(Arrays.stream(directions).map(double[]::clone).toArray(double[][]::new));
  }

  /** The centres of some clusters of unit vectors. */
  public static Centres of(float[][] points, List<int[]> clusters) {
    return new Centres(
        clusters.stream()
            .map(members -> UnitVectors.unit(UnitVectors.sum(points, members)))
            .toArray(double[][]::new));
  }

  /**
   * The centres after some rounds of spherical k-means (Dhillon and Modha 2001), in which points
   * that an early division put on the wrong side go where they are nearest. A centre that no point
   * is nearest to stays.
   */
  public Centres refined(float[][] points, int rounds) {
    double[][] centres = directions;
    int[] nearest = new int[points.length];
    for (int round = 0; round < rounds; round++) {
      int[] before = nearest;
      double[][] now = centres;
      nearest = Arrays.stream(points).mapToInt(point -> nearest(point, now)).toArray();
      if (round > 0 && Arrays.equals(before, nearest)) {
        break;
      }
      centres = means(points, nearest, now);
    }
    return new Centres(centres);
  }

  private static double[][] means(float[][] points, int[] nearest, double[][] before) {
    double[][] sums = new double[before.length][before[0].length];
    for (int place = 0; place < points.length; place++) {
      UnitVectors.add(sums[nearest[place]], points[place]);
    }
    for (int centre = 0; centre < sums.length; centre++) {
      sums[centre] =
          UnitVectors.length(sums[centre]) > 0 ? UnitVectors.unit(sums[centre]) : before[centre];
    }
    return sums;
  }

  private static int nearest(float[] point, double[][] centres) {
    int nearest = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int centre = 0; centre < centres.length; centre++) {
      double cosine = UnitVectors.dot(point, centres[centre]);
      if (cosine > most) {
        nearest = centre;
        most = cosine;
      }
    }
    return nearest;
  }

  /** The nearest centre of a unit vector, of equally near ones the first. */
  public int nearest(float[] point) {
    return nearest(point, directions);
  }

  /** The cosine of a unit vector and a centre. */
  public double cosine(float[] point, int centre) {
    return UnitVectors.dot(point, directions[centre]);
  }

  /** MLlib's model that finds the nearest centre of the features. */
  public KMeansModel model() {
    Vector[] centres = Arrays.stream(directions).map(Vectors::dense).toArray(Vector[]::new);
    return new KMeansModel("centres", new org.apache.spark.mllib.clustering.KMeansModel(centres))
        .setFeaturesCol("features");
  }
}
