package org.reelhouse.match;

import java.util.Comparator;
import java.util.Map;
import org.apache.spark.sql.Row;

/**
 * A compared pair as the clustering sees it.
 *
 * @param linked whether both ends carry the same external id
 */
record Edge(Vertex left, Vertex right, double score, boolean linked) {

  /** The strongest first; equal ones by their names, so that no order of rows shows. */
  static final Comparator<Edge> STRONGEST_FIRST =
      Comparator.comparingDouble((Edge edge) -> -edge.score())
          .thenComparing(Edge::left)
          .thenComparing(Edge::right);

  /**
   * The edge of a row.
   *
   * @param vertices those met so far, by reference, so that each is held once
   */
  static Edge of(Row row, Map<String, Vertex> vertices) {
    return new Edge(
        vertex(row, "left", vertices),
        vertex(row, "right", vertices),
        row.getAs("score"),
        row.getAs("linked"));
  }

  private static Vertex vertex(Row row, String side, Map<String, Vertex> vertices) {
    return vertices.computeIfAbsent(
        row.getAs(side),
        reference -> new Vertex(reference, row.getList(row.fieldIndex(side + "_ids"))));
  }

  boolean joins(Vertex one, Vertex other) {
    return (left.equals(one) && right.equals(other)) || (left.equals(other) && right.equals(one));
  }
}
