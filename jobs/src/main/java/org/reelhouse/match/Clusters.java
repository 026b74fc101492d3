package org.reelhouse.match;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Decides which probable pairs are taken, so that the result does not chain: within a connected
 * component of probable pairs the strongest comes first, and a pair is taken only while the two
 * clusters it would join are {@linkplain Cluster#isConsistentWith consistent}.
 */
final class Clusters {
  private static final StructType RESOLVED =
      StructType.fromDDL(
          """
          members ARRAY<STRUCT<reference: STRING, cluster: STRING, method: STRING>>,
          pairs ARRAY<STRUCT<left: STRING, right: STRING, decision: STRING>>
          """);

  private Clusters() {}

  /**
   * Resolves each component on its own; components are small.
   *
   * @param edges pairs at or above the threshold
   * @param components each vertex with the label of its component
   * @return one row per component: its members with their cluster, its pairs with their decision
   */
  static Dataset<Row> resolve(Dataset<Row> edges, Dataset<Row> components) {
    return edges
        .join(components, col("left").equalTo(col("vertex")))
        .groupByKey((MapFunction<Row, String>) row -> row.getAs("component"), Encoders.STRING())
        .mapGroups(
            (MapGroupsFunction<String, Row, Row>) (component, rows) -> resolve(rows),
            Encoders.row(RESOLVED));
  }

  /** {@code reference}, {@code cluster} (its smallest member), {@code method}. */
  static Dataset<Row> members(Dataset<Row> resolved) {
    return resolved.select(inline(col("members")));
  }

  /** {@code left}, {@code right}, {@code decision}: match or rejected. */
  static Dataset<Row> decisions(Dataset<Row> resolved) {
    return resolved.select(inline(col("pairs")));
  }

  private static Row resolve(Iterator<Row> rows) {
    List<Edge> edges = new ArrayList<>();
    rows.forEachRemaining(row -> edges.add(Edge.of(row)));
    edges.sort(Edge.STRONGEST_FIRST);
    Collection<Cluster> clusters = resolve(edges);
    return RowFactory.create(
        clusters.stream().flatMap(Clusters::memberRows).toArray(),
        decisions(edges, clusters).toArray());
  }

  /**
   * The clusters of one component.
   *
   * @param edges the strongest first
   */
  static Set<Cluster> resolve(List<Edge> edges) {
    Map<String, Cluster> clusters = new HashMap<>();
    for (Edge edge : edges) {
      Cluster left = clusters.computeIfAbsent(edge.left(), end -> new Cluster(end, edge.leftIds()));
      Cluster right =
          clusters.computeIfAbsent(edge.right(), end -> new Cluster(end, edge.rightIds()));
      if (left != right && left.isConsistentWith(right, edge)) {
        left.absorb(right, edge);
        right.members().forEach(member -> clusters.put(member, left));
      }
    }
    return new LinkedHashSet<>(
        clusters.keySet().stream().sorted().map(clusters::get).distinct().toList());
  }

  /** A pair within one cluster is a match even where a third title joined the two. */
  private static List<Row> decisions(List<Edge> edges, Collection<Cluster> clusters) {
    Map<String, Cluster> byMember = new HashMap<>();
    clusters.forEach(cluster -> cluster.members().forEach(member -> byMember.put(member, cluster)));
    return edges.stream()
        .map(
            edge ->
                RowFactory.create(
                    edge.left(),
                    edge.right(),
                    byMember.get(edge.left()) == byMember.get(edge.right()) ? "match" : "rejected"))
        .toList();
  }

  private static Stream<Row> memberRows(Cluster cluster) {
    List<String> members = cluster.members();
    return members.stream()
        .map(
            member ->
                RowFactory.create(
                    member,
                    members.get(0),
                    members.size() > 1 ? cluster.methodOf(member) : "alone"));
  }
}
