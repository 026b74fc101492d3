package org.reelhouse.match.clusters;

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
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.reelhouse.lake.Lake;

/**
 * Decides which probable pairs are taken, so that the result does not chain: the strongest comes
 * first, and a pair is taken only while the two clusters it would join are {@linkplain
 * Cluster#isConsistentWith consistent}.
 *
 * <p>Few pairs are resolved on the driver, which spares some Spark jobs. More are resolved
 * component by component, with the same result, since no pair joins two components.
 */
public final class Clusters {
  /**
   * Up to which numbers of edges there is a cheaper way.
   *
   * @param resolved all on the driver, which takes some 300 bytes for each
   * @param hashed their {@linkplain HashedComponents components} on the driver, some 40 bytes
   */
  public record Limits(int resolved, int hashed) {
    public static final Limits USUAL = new Limits(100_000, 20_000_000);
  }

  private static final StructType MEMBER =
      StructType.fromDDL("reference STRING, cluster STRING, method STRING");

  private static final Column[] EDGE =
      Stream.of("left", "right", "score", "linked", "left_ids", "right_ids")
          .map(functions::col)
          .toArray(Column[]::new);

  private Clusters() {}

  /**
   * The source titles that are the same work as another.
   *
   * @param edges pairs at or above the threshold
   * @param apart reference to those that a person decided to be another work
   * @return {@code reference}, {@code cluster} (the reference of its best member) and {@code
   *     method}; source titles that are alone are absent
   */
  public static Dataset<Row> members(
      Lake lake,
      Dataset<Row> edges,
      SourcePriority ranking,
      Map<String, Set<String>> apart,
      Limits limits) {
    long count = edges.count();
    if (count <= limits.resolved()) {
      return lake.frame(rows(edges.select(EDGE).toLocalIterator(), ranking, apart), MEMBER);
    }
    Dataset<Row> pairs = edges.select(EDGE);
    if (count <= limits.hashed()) {
      HashedComponents components = HashedComponents.of(edges);
      return byComponent(pairs.withColumn("component", components.of(col("left"))), ranking, apart);
    }
    Dataset<Row> components = Components.of(lake, edges);
    return byComponent(pairs.join(components, col("left").equalTo(col("vertex"))), ranking, apart);
  }

  private static Dataset<Row> byComponent(
      Dataset<Row> labelled, SourcePriority ranking, Map<String, Set<String>> apart) {
    return labelled
        .groupBy(col("component").cast("string"))
        .as(Encoders.STRING(), Encoders.row(labelled.schema()))
        .flatMapGroups(
            (FlatMapGroupsFunction<String, Row, Row>)
                (component, rows) -> rows(rows, ranking, apart).iterator(),
            Encoders.row(MEMBER));
  }

  /** What {@link #members} gives, from edges in any order; in an order of its own. */
  public static List<Row> rows(
      Iterator<Row> edges, SourcePriority ranking, Map<String, Set<String>> apart) {
    List<Edge> strongestFirst = new ArrayList<>();
    Map<String, Vertex> vertices = new HashMap<>();
    edges.forEachRemaining(row -> strongestFirst.add(Edge.of(row, vertices, apart)));
    strongestFirst.sort(Edge.STRONGEST_FIRST);
    return resolve(strongestFirst).stream().flatMap(cluster -> rows(cluster, ranking)).toList();
  }

  /**
   * The clusters of a graph.
   *
   * @param edges the strongest first
   */
  public static Collection<Cluster> resolve(List<Edge> edges) {
    Map<Vertex, Cluster> clusters = new HashMap<>();
    for (Edge edge : edges) {
      Cluster left = clusters.computeIfAbsent(edge.left(), Cluster::new);
      Cluster right = clusters.computeIfAbsent(edge.right(), Cluster::new);
      if (left != right && left.isConsistentWith(right, edge)) {
        left.absorb(right, edge);
        right.vertices().forEach(member -> clusters.put(member, left));
      }
    }
    Set<Cluster> distinct = new LinkedHashSet<>();
    clusters.keySet().stream().sorted().map(clusters::get).forEach(distinct::add);
    return distinct;
  }

  private static Stream<Row> rows(Cluster cluster, SourcePriority ranking) {
    if (cluster.vertices().size() == 1) {
      return Stream.empty();
    }
    String best = cluster.members().stream().min(ranking.bestFirst()).orElseThrow();
    return cluster.vertices().stream()
        .sorted()
        .map(member -> RowFactory.create(member.reference(), best, cluster.methodOf(member)));
  }
}
