package org.reelhouse.match;

import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * A compared pair as the clustering sees it.
 *
 * @param linked whether both ends carry the same external id
 * @param leftIds external ids as {@code namespace=value}
 */
record Edge(
    String left,
    String right,
    double score,
    boolean linked,
    List<String> leftIds,
    List<String> rightIds) {

  /** The strongest first; equal ones by their names, so that no order of rows shows. */
  static final Comparator<Edge> STRONGEST_FIRST =
      Comparator.comparingDouble((Edge edge) -> -edge.score())
          .thenComparing(Edge::left)
          .thenComparing(Edge::right);

  boolean joins(String one, String other) {
    return (left.equals(one) && right.equals(other)) || (left.equals(other) && right.equals(one));
  }

  static Edge of(Row row) {
    return new Edge(
        row.getAs("left"),
        row.getAs("right"),
        row.getAs("score"),
        row.getAs("linked"),
        row.getList(row.fieldIndex("left_ids")),
        row.getList(row.fieldIndex("right_ids")));
  }
}
