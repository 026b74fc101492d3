package org.reelhouse.themes.evaluation;

import java.util.HashMap;
import java.util.Map;

/**
 * How two divisions of the same titles agree: the weight of the titles in each group of the one and
 * each of the other.
 */
final class Contingency {
  private final Map<Object, Double> lefts = new HashMap<>();
  private final Map<Object, Double> rights = new HashMap<>();
  private final Map<Cell, Double> cells = new HashMap<>();
  private double all;

  private record Cell(Object left, Object right) {}

  /** Adds titles that are in one group on the left and in one on the right. */
  Contingency add(Object left, Object right, double weight) {
    lefts.merge(left, weight, Double::sum);
    rights.merge(right, weight, Double::sum);
    cells.merge(new Cell(left, right), weight, Double::sum);
    all += weight;
    return this;
  }

  boolean isEmpty() {
    return cells.isEmpty();
  }

  /**
   * Adjusted Rand index (Hubert and Arabie 1985): the share of pairs of titles on which both agree,
   * so that 1 is the same division and 0 is chance. Weights are numbers of titles.
   */
  double adjustedRand() {
    double together = pairs(cells);
    double left = pairs(lefts);
    double right = pairs(rights);
    double expected = left * right / (all * (all - 1) / 2);
    double most = (left + right) / 2;
    return most == expected ? 1 : (together - expected) / (most - expected);
  }

  private static double pairs(Map<?, Double> groups) {
    return groups.values().stream().mapToDouble(size -> size * (size - 1) / 2).sum();
  }

  /** Mutual information over the mean of both entropies: 0 independent, 1 the same division. */
  double normalizedMutualInformation() {
    double shared =
        cells.entrySet().stream()
            .mapToDouble(
                cell ->
                    cell.getValue()
                        / all
                        * Math.log(
                            cell.getValue()
                                * all
                                / (lefts.getOrDefault(cell.getKey().left(), 0.0)
                                    * rights.getOrDefault(cell.getKey().right(), 0.0))))
            .sum();
    double mean = (entropy(lefts) + entropy(rights)) / 2;
    return mean == 0 ? 1 : shared / mean;
  }

  private double entropy(Map<?, Double> groups) {
    return groups.values().stream().mapToDouble(size -> -size / all * Math.log(size / all)).sum();
  }
}
