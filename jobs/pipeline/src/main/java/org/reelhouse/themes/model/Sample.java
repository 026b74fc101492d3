package org.reelhouse.themes.model;

import java.util.List;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.clustering.UnitVectors;
import org.reelhouse.sampling.HashSample;

/** Some texts in memory, which themes are found by. */
final class Sample {
  private final float[][] points;
  private final int[][] terms;

  private Sample(float[][] points, int[][] terms) {
    this.points = points;
    this.terms = terms;
  }

  /**
   * So many texts at most, chosen by a hash, in an order that depends on nothing else.
   *
   * @param placed with features and counts
   */
  static Sample of(Dataset<Row> placed, int most) {
    List<Row> rows =
        HashSample.first(most, placed.select("title_id", "features", "counts"), "title_id")
            .collectAsList();
    return new Sample(
        rows.stream()
            .map(row -> UnitVectors.floats(row.<Vector>getAs(1).toArray()))
            .toArray(float[][]::new),
        rows.stream().map(row -> row.<Vector>getAs(2).toSparse().indices()).toArray(int[][]::new));
  }

  /** Number of texts. */
  int size() {
    return points.length;
  }

  /** The unit vector of each text. */
  float[][] points() {
    return points;
  }

  /** The terms of the vocabulary that each text holds, ascending. */
  int[][] terms() {
    return terms;
  }
}
