package org.reelhouse.match;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.min;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.reelhouse.lake.Lake;

/**
 * Connected components of a graph: each vertex with the smallest vertex it is joined to.
 *
 * <p>Graphs of up to {@link #DRIVER_EDGES} edges are solved by union-find on the driver, which
 * spares a dozen Spark jobs; the edges brought there are bounded by that number. Larger graphs are
 * solved by hash-to-min style label propagation: each round every vertex takes the smallest label
 * of itself and its neighbours, and the label of that label. Works appear in some ten sources, so
 * components are shallow and few rounds do.
 */
final class Components {
  /** Two references and their objects take some 300 bytes: 150 MB at most. */
  static final int DRIVER_EDGES = 500_000;

  private static final StructType SCHEMA =
      StructType.fromDDL("vertex STRING NOT NULL, component STRING NOT NULL");

  private Components() {}

  /**
   * The components of a graph.
   *
   * @param edges {@code left}, {@code right}; computed once for the check of the size
   * @return {@code vertex}, {@code component}
   */
  static Dataset<Row> of(Lake lake, Dataset<Row> edges, int driverEdges) {
    Dataset<Row> ends = edges.select("left", "right");
    List<Row> bounded = ends.limit(driverEdges + 1).collectAsList();
    return bounded.size() <= driverEdges
        ? lake.frame(onDriver(bounded), SCHEMA)
        : distributed(lake, ends);
  }

  static List<Row> onDriver(List<Row> edges) {
    DisjointSets<String> sets = new DisjointSets<>();
    edges.forEach(edge -> sets.union(edge.getString(0), edge.getString(1)));
    Map<String, String> labels = new TreeMap<>();
    sets.members().forEach(vertex -> labels.merge(sets.find(vertex), vertex, Components::smaller));
    List<Row> rows = new ArrayList<>();
    sets.members()
        .forEach(vertex -> rows.add(RowFactory.create(vertex, labels.get(sets.find(vertex)))));
    return rows;
  }

  private static String smaller(String one, String other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /** Min-label propagation with pointer jumping until no label changes. */
  static Dataset<Row> distributed(Lake lake, Dataset<Row> edges) {
    Dataset<Row> both =
        lake.keep(
            edges
                .select(col("left").as("vertex"), col("right").as("neighbour"))
                .union(edges.select(col("right"), col("left"))));
    Dataset<Row> labels =
        lake.keep(
            both.groupBy("vertex").agg(least(min("neighbour"), col("vertex")).as("component")));
    while (true) {
      Dataset<Row> next = lake.keep(jump(spread(both, labels)));
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
