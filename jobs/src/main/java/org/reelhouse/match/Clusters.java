package org.reelhouse.match;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.reelhouse.lake.Lake;

/**
 * Decides which probable pairs are taken, so that the result does not chain: the strongest comes
 * first, and a pair is taken only while the two clusters it would join are {@linkplain
 * Cluster#isConsistentWith consistent}.
 *
 * <p>Up to {@link #DRIVER_EDGES} pairs are resolved on the driver, which spares a dozen Spark jobs.
 * More are resolved component by component, with the same result, since no pair joins two
 * components.
 */
final class Clusters {
  /** An edge with its references and ids takes some 500 bytes: 250 MB at most. */
  static final int DRIVER_EDGES = 500_000;

  private static final StructType MEMBER =
      StructType.fromDDL("reference STRING, cluster STRING, method STRING");

  private Clusters() {}

  /**
   * The source titles that are the same work as another.
   *
   * @param edges pairs at or above the threshold
   * @return {@code reference}, {@code cluster} (the reference of its best member) and {@code
   *     method}; source titles that are alone are absent
   */
  static Dataset<Row> members(Lake lake, Dataset<Row> edges, Ranking ranking, int driverEdges) {
    return edges.count() <= driverEdges
        ? lake.frame(rows(edges.collectAsList().iterator(), ranking), MEMBER)
        : byComponent(edges, Components.of(lake, edges), ranking);
  }

  private static Dataset<Row> byComponent(
      Dataset<Row> edges, Dataset<Row> components, Ranking ranking) {
    Dataset<Row> labelled = edges.join(components, col("left").equalTo(col("vertex")));
    return labelled
        .groupBy("component")
        .as(Encoders.STRING(), Encoders.row(labelled.schema()))
        .flatMapGroups(
            (FlatMapGroupsFunction<String, Row, Row>)
                (component, rows) -> rows(rows, ranking).iterator(),
            Encoders.row(MEMBER));
  }

  private static List<Row> rows(Iterator<Row> edges, Ranking ranking) {
    List<Edge> strongestFirst = new ArrayList<>();
    edges.forEachRemaining(row -> strongestFirst.add(Edge.of(row)));
    strongestFirst.sort(Edge.STRONGEST_FIRST);
    return resolve(strongestFirst).stream().flatMap(cluster -> rows(cluster, ranking)).toList();
  }

  /**
   * The clusters of a graph.
   *
   * @param edges the strongest first
   */
  static Collection<Cluster> resolve(List<Edge> edges) {
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
    Set<Cluster> distinct = new LinkedHashSet<>();
    clusters.keySet().stream().sorted().map(clusters::get).forEach(distinct::add);
    return distinct;
  }

  private static Stream<Row> rows(Cluster cluster, Ranking ranking) {
    List<String> members = cluster.members().stream().sorted(ranking.bestFirst()).toList();
    return members.stream()
        .filter(member -> members.size() > 1)
        .map(member -> RowFactory.create(member, members.get(0), cluster.methodOf(member)));
  }
}
