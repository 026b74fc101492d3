package org.reelhouse.clustering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.reelhouse.clustering.Divisions.Division;

/**
 * Bisecting k-means by cosine (Steinbach, Karypis and Kumar 2000): the cluster whose titles lie
 * farthest apart is divided in two, until there are enough. Of several divisions from random starts
 * the one with the nearest titles is taken. MLlib's BisectingKMeans makes one division of each
 * cluster, from one start: with another seed it finds other themes.
 */
public final class Bisection {
  private final float[][] points;
  private final int starts;
  private final int rounds;
  private final SplittableRandom random;

  private Bisection(float[][] points, int starts, int rounds, long seed) {
    this.points = points;
    this.starts = starts;
    this.rounds = rounds;
    this.random = new SplittableRandom(seed);
  }

  /**
   * The clusters of unit vectors.
   *
   * @param smallest points that a cluster must have to be divided
   * @return the places of each cluster's points; fewer clusters where no more can be divided
   */
  public static List<int[]> clusters(
      float[][] points, int clusters, int smallest, int starts, int rounds, long seed) {
    Divisions divisions = divisions(points, clusters, smallest, starts, rounds, seed);
    return divisions.clusters(divisions.most());
  }

  /**
   * The divisions on the way to so many clusters of unit vectors.
   *
   * @param smallest points that a cluster must have to be divided
   * @return fewer clusters where no more can be divided
   */
  public static Divisions divisions(
      float[][] points, int clusters, int smallest, int starts, int rounds, long seed) {
    return new Divisions(
        points.length, new Bisection(points, starts, rounds, seed).divisions(clusters, smallest));
  }

  /** Some of the points. */
  private static final class Cluster {
    private final int[] members;
    private final double[] sum;
    private final boolean whole;

    Cluster(int[] members, double[] sum, boolean whole) {
      this.members = members;
      this.sum = sum;
      this.whole = whole;
    }

    /** Sum of the cosines to the centre. */
    double coherence() {
      return UnitVectors.length(sum);
    }

    /** Sum of 1 - cosine to the centre, 0 if it cannot be divided. */
    double scatter() {
      return whole ? 0 : members.length - coherence();
    }

    Cluster asWhole() {
      return new Cluster(members, sum, true);
    }
  }

  private record Halves(Cluster left, Cluster right) {
    double coherence() {
      return left.coherence() + right.coherence();
    }
  }

  private List<Division> divisions(int wanted, int smallest) {
    List<Division> divisions = new ArrayList<>();
    List<Cluster> clusters = new ArrayList<>();
    int[] all = new int[points.length];
    Arrays.setAll(all, place -> place);
    clusters.add(new Cluster(all, UnitVectors.sum(points, all), false));
    while (clusters.size() < wanted) {
      int widest = widest(clusters, smallest);
      if (widest < 0) {
        break;
      }
      Cluster cluster = clusters.get(widest);
      Halves halves = bestDivision(cluster);
      if (halves.left().members.length == 0 || halves.right().members.length == 0) {
        clusters.set(widest, cluster.asWhole());
        continue;
      }
      clusters.set(widest, halves.left());
      clusters.add(halves.right());
      divisions.add(new Division(widest, halves.left().members, halves.right().members));
    }
    return divisions;
  }

  private static int widest(List<Cluster> clusters, int smallest) {
    int widest = -1;
    double most = 1e-6;
    for (int place = 0; place < clusters.size(); place++) {
      Cluster cluster = clusters.get(place);
      if (cluster.members.length >= smallest && cluster.scatter() > most) {
        widest = place;
        most = cluster.scatter();
      }
    }
    return widest;
  }

  private Halves bestDivision(Cluster cluster) {
    Halves best = divided(cluster, randomDirection(cluster.members));
    for (int start = 1; start < starts; start++) {
      Halves halves = divided(cluster, randomDirection(cluster.members));
      if (halves.coherence() > best.coherence()) {
        best = halves;
      }
    }
    return best;
  }

  /** From one random point to another. */
  private double[] randomDirection(int[] members) {
    int first = random.nextInt(members.length);
    int second = (first + 1 + random.nextInt(members.length - 1)) % members.length;
    return UnitVectors.difference(points[members[second]], points[members[first]]);
  }

  /** K-means of two centres: all that matters is the difference of the centres' directions. */
  private Halves divided(Cluster cluster, double[] direction) {
    boolean[] right = new boolean[cluster.members.length];
    double[] towards = direction;
    double[] sum = new double[direction.length];
    for (int round = 0;
        round < rounds && (assign(cluster, towards, right) > 0 || round == 0);
        round++) {
      sum = sumOfRight(cluster, right);
      towards = between(UnitVectors.difference(cluster.sum, sum), sum);
    }
    return halves(cluster, right, sum);
  }

  /** Puts each point on its side; returns how many changed it. */
  private int assign(Cluster cluster, double[] towards, boolean[] right) {
    int changed = 0;
    for (int place = 0; place < right.length; place++) {
      boolean now = UnitVectors.dot(points[cluster.members[place]], towards) > 0;
      if (now != right[place]) {
        changed++;
        right[place] = now;
      }
    }
    return changed;
  }

  private double[] sumOfRight(Cluster cluster, boolean[] right) {
    double[] sum = new double[cluster.sum.length];
    for (int place = 0; place < right.length; place++) {
      if (right[place]) {
        UnitVectors.add(sum, points[cluster.members[place]]);
      }
    }
    return sum;
  }

  private static Halves halves(Cluster cluster, boolean[] right, double[] sum) {
    int[] members = cluster.members;
    int[] lefts =
        IntStream.range(0, right.length).filter(i -> !right[i]).map(i -> members[i]).toArray();
    int[] rights =
        IntStream.range(0, right.length).filter(i -> right[i]).map(i -> members[i]).toArray();
    return new Halves(
        new Cluster(lefts, UnitVectors.difference(cluster.sum, sum), false),
        new Cluster(rights, sum, false));
  }

  private static double[] between(double[] left, double[] right) {
    return UnitVectors.difference(UnitVectors.unit(right), UnitVectors.unit(left));
  }
}
