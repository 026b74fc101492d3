package org.reelhouse.match.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.reelhouse.match.comparison.Law;
import scala.jdk.javaapi.CollectionConverters;

class ClustersPropertyTest {
  private static final int SOURCES = 5;
  private static final int TITLES = 3;

  private static final StructType EDGE =
      StructType.fromDDL(
          """
          left STRING, right STRING, score DOUBLE, linked BOOLEAN,
          left_ids ARRAY<STRING>, right_ids ARRAY<STRING>
          """);

  private static final SourcePriority RANKING =
      new SourcePriority(new HashMap<>(Map.of("c", 1, "e", 2)), new HashMap<>());

  @Law
  void doNotDependOnTheOrderOfPairs(@ForAll("graphs") List<Edge> edges, @ForAll Random random) {
    List<Row> rows = edges.stream().map(ClustersPropertyTest::row).collect(Collectors.toList());
    List<Row> clustered = Clusters.rows(rows.iterator(), RANKING, Map.of());
    Collections.shuffle(rows, random);

    assertThat(Clusters.rows(rows.iterator(), RANKING, Map.of())).isEqualTo(clustered);
  }

  @Law
  void holdNoTwoTitlesOfOneSourceThatShareNoId(@ForAll("graphs") List<Edge> edges) {
    for (Cluster cluster : resolve(edges)) {
      for (Vertex one : cluster.vertices()) {
        assertThat(cluster.vertices())
            .allMatch(
                other -> !one.isOfSourceOf(other) || one.equals(other) || one.sharesId(other));
      }
    }
  }

  @Law
  void holdNoTwoIdsOfOneKindUnlessAPairWeighedThem(@ForAll("graphs") List<Edge> edges) {
    for (Cluster cluster : resolve(edges)) {
      for (Vertex one : cluster.vertices()) {
        assertThat(cluster.vertices())
            .allMatch(other -> !one.contradicts(other) || isWeighed(one, other, edges));
      }
    }
  }

  private static boolean isWeighed(Vertex one, Vertex other, List<Edge> edges) {
    return edges.stream().anyMatch(edge -> edge.linked() && edge.joins(one, other));
  }

  @Law
  void holdEachTitleOnceAndOnlyWhatPairsConnect(@ForAll("graphs") List<Edge> edges) {
    Collection<Cluster> clusters = resolve(edges);

    assertThat(clusters.stream().flatMap(cluster -> cluster.members().stream()))
        .containsExactlyInAnyOrderElementsOf(references(edges));
    assertThat(clusters)
        .allSatisfy(
            cluster -> {
              List<String> members = cluster.members();
              assertThat(connected(members.get(0), edges)).containsAll(members);
            });
  }

  @Law
  void takeTheStrongestPairOfAllThatIsConsistent(@ForAll("graphs") List<Edge> edges) {
    edges.stream()
        .min(Edge.STRONGEST_FIRST)
        .filter(edge -> edge.linked() || !edge.left().contradicts(edge.right()))
        .ifPresent(
            edge ->
                assertThat(members(edges))
                    .anyMatch(
                        members ->
                            members.contains(edge.left().reference())
                                && members.contains(edge.right().reference())));
  }

  @Law
  void areNotMovedByAPairElsewhere(@ForAll("graphs") List<Edge> edges, @ForAll Random random) {
    Edge gone = edges.get(random.nextInt(edges.size()));
    List<Edge> others = edges.stream().filter(edge -> edge != gone).toList();
    Set<String> near = connected(gone.left().reference(), edges);

    assertThat(apartFrom(near, members(others))).isEqualTo(apartFrom(near, members(edges)));
  }

  @Law
  void holdWhatPeopleTold(@ForAll("graphs") List<Edge> edges, @ForAll Random random) {
    Edge same = edges.get(random.nextInt(edges.size()));
    Edge other = edges.get(random.nextInt(edges.size()));
    List<String> apart = List.of(other.left().reference(), same.right().reference());
    boolean contradicts = new HashSet<>(apart).size() < 2 || same.joins(other.left(), same.right());
    List<Edge> told =
        edges.stream()
            .map(
                edge ->
                    new Edge(
                        told(edge.left(), contradicts ? List.of() : apart),
                        told(edge.right(), contradicts ? List.of() : apart),
                        edge == same ? Double.POSITIVE_INFINITY : edge.score(),
                        edge.linked()))
            .toList();

    Set<List<String>> clusters = members(told);

    assertThat(clusters)
        .anyMatch(
            members ->
                members.contains(same.left().reference())
                    && members.contains(same.right().reference()));
    assertThat(contradicts || clusters.stream().noneMatch(members -> members.containsAll(apart)))
        .isTrue();
  }

  private static Vertex told(Vertex vertex, List<String> apart) {
    return apart.contains(vertex.reference())
        ? new Vertex(
            vertex.reference(),
            vertex.ids(),
            apart.stream()
                .filter(reference -> !reference.equals(vertex.reference()))
                .collect(Collectors.toSet()))
        : vertex;
  }

  private static Set<List<String>> apartFrom(Set<String> near, Set<List<String>> clusters) {
    return clusters.stream()
        .filter(members -> Collections.disjoint(members, near))
        .collect(Collectors.toSet());
  }

  private static Set<String> connected(String start, List<Edge> edges) {
    Set<String> reached = new HashSet<>(Set.of(start));
    int before = 0;
    while (before < reached.size()) {
      before = reached.size();
      edges.stream()
          .map(edge -> List.of(edge.left().reference(), edge.right().reference()))
          .filter(ends -> !Collections.disjoint(ends, reached))
          .forEach(reached::addAll);
    }
    return reached;
  }

  private static Set<String> references(List<Edge> edges) {
    return edges.stream()
        .flatMap(edge -> Stream.of(edge.left().reference(), edge.right().reference()))
        .collect(Collectors.toSet());
  }

  private static Set<List<String>> members(List<Edge> edges) {
    return resolve(edges).stream().map(Cluster::members).collect(Collectors.toSet());
  }

  private static Collection<Cluster> resolve(List<Edge> edges) {
    return Clusters.resolve(edges.stream().sorted(Edge.STRONGEST_FIRST).toList());
  }

  /** Pairs of titles of few sources with few ids, each pair once. */
  @Provide
  Arbitrary<List<Edge>> graphs() {
    Arbitrary<List<List<String>>> ids = ids().list().ofSize(SOURCES * TITLES);
    Arbitrary<List<int[]>> pairs = pair().list().ofMinSize(1).ofMaxSize(30);
    return Combinators.combine(ids, pairs)
        .as(ClustersPropertyTest::edges)
        .filter(edges -> !edges.isEmpty());
  }

  private static Arbitrary<List<String>> ids() {
    Arbitrary<String> imdb = Arbitraries.of("imdb=1", "imdb=2").injectNull(0.7);
    Arbitrary<String> mal = Arbitraries.of("mal=1", "mal=2").injectNull(0.7);
    return Combinators.combine(imdb, mal)
        .as((one, other) -> Stream.of(one, other).filter(Objects::nonNull).toList());
  }

  /** The numbers of two titles, and a score that others have as well. */
  private static Arbitrary<int[]> pair() {
    Arbitrary<Integer> title = Arbitraries.integers().between(0, SOURCES * TITLES - 1);
    return Combinators.combine(title, title, Arbitraries.integers().between(2, 6))
        .as((one, other, score) -> new int[] {Math.min(one, other), Math.max(one, other), score});
  }

  private static List<Edge> edges(List<List<String>> ids, List<int[]> pairs) {
    Map<List<Integer>, Edge> edges = new LinkedHashMap<>();
    for (int[] pair : pairs) {
      Vertex left = vertex(pair[0], ids);
      Vertex right = vertex(pair[1], ids);
      if (!left.isOfSourceOf(right) || (left.sharesId(right) && !left.equals(right))) {
        Edge edge = new Edge(left, right, pair[2], left.sharesId(right));
        edges.putIfAbsent(Arrays.asList(pair[0], pair[1]), edge);
      }
    }
    return new ArrayList<>(edges.values());
  }

  private static Vertex vertex(int number, List<List<String>> ids) {
    String reference = "abcde".charAt(number / TITLES) + ":" + number % TITLES;
    return new Vertex(reference, ids.get(number));
  }

  private static Row row(Edge edge) {
    Object[] values = {
      edge.left().reference(),
      edge.right().reference(),
      edge.score(),
      edge.linked(),
      CollectionConverters.asScala(edge.left().ids()).toSeq(),
      CollectionConverters.asScala(edge.right().ids()).toSeq()
    };
    return new GenericRowWithSchema(values, EDGE);
  }
}
