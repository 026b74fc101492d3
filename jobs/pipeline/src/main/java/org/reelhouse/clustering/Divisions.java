package org.reelhouse.clustering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The divisions that bisecting k-means made, one after another: each number of clusters is a stage
 * on the way to a greater one.
 */
public final class Divisions {
  private final int points;
  private final List<Division> steps;

  Divisions(int points, List<Division> steps) {
    this.points = points;
    this.steps = steps;
  }

  /** One cluster that became two. */
  static final class Division {
    private final int cluster;
    private final int[] left;
    private final int[] right;

    /**
     * A division.
     *
     * @param cluster its place, which the left half takes; the right half comes last
     * @param left places of its points
     * @param right places of its points
     */
    Division(int cluster, int[] left, int[] right) {
      this.cluster = cluster;
      this.left = left;
      this.right = right;
    }
  }

  /** The most clusters that were found. */
  public int most() {
    return steps.size() + 1;
  }

  /**
   * The places of each cluster's points when there were so many clusters.
   *
   * @param clusters 1 to {@link #most}
   */
  public List<int[]> clusters(int clusters) {
    int[] all = new int[points];
    Arrays.setAll(all, place -> place);
    List<int[]> members = new ArrayList<>(List.of(all));
    for (Division step : steps.subList(0, clusters - 1)) {
      members.set(step.cluster, step.left);
      members.add(step.right);
    }
    return members;
  }
}
