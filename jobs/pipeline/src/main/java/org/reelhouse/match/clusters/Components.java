package org.reelhouse.match.clusters;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.min;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.lake.Lake;

/**
 * Connected components of a graph too large for one machine: each vertex with the smallest vertex
 * it is joined to.
 *
 * <p>Each round every vertex takes the smallest label of itself and its neighbours, and the label
 * of that label, until none changes. Works appear in some ten sources, so components are shallow
 * and few rounds do. Each round's result is cut off from its plan, which would double every round.
 */
final class Components {
  private Components() {}

  /**
   * The components of a graph.
   *
   * @param edges {@code left}, {@code right}
   * @return {@code vertex}, {@code component}
   */
  static Dataset<Row> of(Lake lake, Dataset<Row> edges) {
    Dataset<Row> both =
        lake.keep(
            edges
                .select(col("left").as("vertex"), col("right").as("neighbour"))
                .union(edges.select(col("right"), col("left"))));
    Dataset<Row> labels =
        both.groupBy("vertex").agg(least(min("neighbour"), col("vertex")).as("component"));
    while (true) {
      Dataset<Row> next = jump(spread(both, labels)).localCheckpoint();
      if (changed(labels, next).isEmpty()) {
        return next;
      }
      labels = next;
    }
  }

  private static Dataset<Row> spread(Dataset<Row> both, Dataset<Row> labels) {
    Dataset<Row> heard =
        both.join(labels.withColumnRenamed("vertex", "neighbour"), "neighbour")
            .select("vertex", "component");
    return heard.union(labels).groupBy("vertex").agg(min("component").as("component"));
  }

  private static Dataset<Row> jump(Dataset<Row> labels) {
    Dataset<Row> further =
        labels.select(col("vertex").as("component"), col("component").as("further"));
    return labels
        .join(further, "component")
        .select(col("vertex"), least(col("component"), col("further")).as("component"));
  }

  private static Dataset<Row> changed(Dataset<Row> before, Dataset<Row> after) {
    return after.except(before);
  }
}
