package org.reelhouse.match.clusters;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;

/**
 * A compared pair as the clustering sees it.
 *
 * @param score infinite where a person decided that both are the same
 * @param linked whether both ends carry the same external id
 */
public record Edge(Vertex left, Vertex right, double score, boolean linked) {

  /** The strongest first; equal ones by their names, so that no order of rows shows. */
  public static final Comparator<Edge> STRONGEST_FIRST =
      Comparator.comparingDouble((Edge edge) -> -edge.score())
          .thenComparing(Edge::left)
          .thenComparing(Edge::right);

  /**
   * The edge of a row.
   *
   * @param vertices those met so far, by reference, so that each is held once
   * @param apart reference to those that a person decided to be another work
   */
  static Edge of(Row row, Map<String, Vertex> vertices, Map<String, Set<String>> apart) {
    return new Edge(
        vertex(row, "left", vertices, apart),
        vertex(row, "right", vertices, apart),
        row.getAs("score"),
        row.getAs("linked"));
  }

  private static Vertex vertex(
      Row row, String side, Map<String, Vertex> vertices, Map<String, Set<String>> apart) {
    return vertices.computeIfAbsent(
        row.getAs(side),
        reference ->
            new Vertex(
                reference,
                row.getList(row.fieldIndex(side + "_ids")),
                apart.getOrDefault(reference, Set.of())));
  }

  /** Whether a person decided that both are the same. */
  boolean isDecided() {
    return score == Double.POSITIVE_INFINITY;
  }

  List<Vertex> ends() {
    return List.of(left, right);
  }

  public boolean joins(Vertex one, Vertex other) {
    return (left.equals(one) && right.equals(other)) || (left.equals(other) && right.equals(one));
  }
}
