package org.reelhouse.themes.catalogue;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Adds up the titles of each theme, exactly, in whole numbers: the result does not depend on how
 * the rows are laid out.
 */
public final class ThemeProfiles implements Serializable {
  private static final long serialVersionUID = 1;

  /** Coordinates are added in billionths, so that a billion titles fit a long. */
  private static final double UNIT = 1e-9;

  private final long[] titles;
  private final long[][] sums;
  private final long[][] holders;

  private ThemeProfiles(int themes, int dimensions, int terms) {
    titles = new long[themes];
    sums = new long[themes][dimensions];
    holders = new long[themes][terms];
  }

  /**
   * Theme number to profile; themes without titles are absent.
   *
   * @param clustered prediction, features and counts of each title
   */
  public static Map<Integer, ThemeProfile> of(
      Dataset<Row> clustered, int themes, int dimensions, int terms) {
    ThemeProfiles total =
        clustered
            .select("prediction", "features", "counts")
            .javaRDD()
            .aggregate(
                new ThemeProfiles(themes, dimensions, terms),
                ThemeProfiles::withTitle,
                ThemeProfiles::with);
    Map<Integer, ThemeProfile> profiles = new TreeMap<>();
    for (int theme = 0; theme < themes; theme++) {
      if (total.titles[theme] > 0) {
        profiles.put(theme, total.profile(theme));
      }
    }
    return profiles;
  }

  private ThemeProfiles withTitle(Row title) {
    int theme = title.getInt(0);
    titles[theme]++;
    Vector features = title.getAs(1);
    for (int i = 0; i < sums[theme].length; i++) {
      sums[theme][i] += Math.round(features.apply(i) / UNIT);
    }
    for (int term : title.<Vector>getAs(2).toSparse().indices()) {
      holders[theme][term]++;
    }
    return this;
  }

  private ThemeProfiles with(ThemeProfiles other) {
    add(titles, other.titles);
    for (int theme = 0; theme < titles.length; theme++) {
      add(sums[theme], other.sums[theme]);
      add(holders[theme], other.holders[theme]);
    }
    return this;
  }

  private static void add(long[] to, long[] what) {
    for (int i = 0; i < to.length; i++) {
      to[i] += what[i];
    }
  }

  private ThemeProfile profile(int theme) {
    double[] sum = new double[sums[theme].length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = sums[theme][i] * UNIT;
    }
    return new ThemeProfile(titles[theme], sum, holders[theme]);
  }
}
