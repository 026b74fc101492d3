package org.reelhouse.recommend.audience;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reelhouse.clustering.Bisection;
import org.reelhouse.clustering.Centres;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.recommend.links.Vector;

/**
 * The audiences of users: bisecting k-means by cosine on their factors, and some rounds of
 * spherical k-means. Their number is that with the greatest mean simplified silhouette (Vendramin,
 * Campello and Hruschka 2010): {@code (b - a) / max(a, b)}, a being the cosine distance to the own
 * centre and b that to the next.
 */
public final class AudienceModel implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int STARTS = 3;
  private static final int ROUNDS = 10;

  /** No audiences: all users are new viewers. */
  static final AudienceModel NONE = new AudienceModel(Centres.NONE, new double[] {0}, 0);

  private final Centres centres;
  private final double[] silhouettes;
  private final int users;

  /**
   * Audiences that are known.
   *
   * @param silhouettes the mean of each audience, and that of all users last
   * @param users that they were found by
   */
  AudienceModel(Centres centres, double[] silhouettes, int users) {
    this.centres = centres;
    this.silhouettes = silhouettes.clone();
    this.users = users;
  }

  Centres centres() {
    return centres;
  }

  /** The mean of each audience, and that of all users last. */
  double[] silhouettes() {
    return silhouettes.clone();
  }

  /** Users that the audiences were found by. */
  int users() {
    return users;
  }

  /**
   * Finds audiences.
   *
   * @param points unit vectors of some users, at least one
   */
  static AudienceModel fit(float[][] points, RecommendSettings settings) {
    RecommendSettings.Audiences audiences = settings.audiences();
    int most =
        Math.min(audiences.most(), Math.max(1, points.length / audiences.usersPerAudience()));
    AudienceModel best = null;
    double highest = Double.NEGATIVE_INFINITY;
    for (int count = Math.min(audiences.least(), most); count <= most; count++) {
      List<int[]> clusters = Bisection.clusters(points, count, 2, STARTS, ROUNDS, settings.seed());
      Centres centres = Centres.of(points, clusters).refined(points, ROUNDS);
      double[] silhouettes = silhouettes(points, centres);
      double mean = silhouettes[silhouettes.length - 1];
      if (best == null || mean > highest) {
        best = new AudienceModel(centres, silhouettes, points.length);
        highest = mean;
      }
    }
    return java.util.Objects.requireNonNull(best);
  }

  /** The mean of each audience, and that of all users last. */
  private static double[] silhouettes(float[][] points, Centres centres) {
    int count = centres.count();
    double[] sums = new double[count + 1];
    int[] users = new int[count + 1];
    for (float[] point : points) {
      int own = centres.nearest(point);
      double silhouette = silhouette(point, own, centres);
      for (int place : new int[] {own, count}) {
        sums[place] += silhouette;
        users[place]++;
      }
    }
    for (int place = 0; place <= count; place++) {
      sums[place] /= Math.max(1, users[place]);
    }
    return sums;
  }

  private static double silhouette(float[] point, int own, Centres centres) {
    double next = Double.NEGATIVE_INFINITY;
    for (int other = 0; other < centres.count(); other++) {
      next = other == own ? next : Math.max(next, centres.cosine(point, other));
    }
    double within = 1 - centres.cosine(point, own);
    double between = 1 - next;
    return centres.count() < 2 || between <= 0 ? 0 : (between - within) / between;
  }

  /** Number of audiences. */
  int count() {
    return centres.count();
  }

  /** The audience of a user by the unit vector of the factors. */
  int nearest(float[] point) {
    return centres.nearest(point);
  }

  double cosine(float[] point, int audience) {
    return centres.cosine(point, audience);
  }

  /** Mean silhouette of an audience, or empty where there is but one. */
  @Nullable Double silhouette(int audience) {
    return count() < 2 ? null : silhouettes[audience];
  }

  /** The factors at length 1, or empty for zeros. */
  static float @Nullable [] unit(Vector factors) {
    double squares = 0;
    for (int i = 0; i < factors.size(); i++) {
      squares += (double) factors.at(i) * factors.at(i);
    }
    if (squares == 0) {
      return null;
    }
    float[] unit = new float[factors.size()];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (factors.at(i) / Math.sqrt(squares));
    }
    return unit;
  }

  @Override
  public String toString() {
    return count() + " audiences, silhouettes " + Arrays.toString(silhouettes);
  }
}
