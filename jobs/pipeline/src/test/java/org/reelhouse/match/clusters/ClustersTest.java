package org.reelhouse.match.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ClustersTest {

  @Test
  void joinsWhatIsConsistent() {
    List<Edge> edges = List.of(similar("a:1", "b:1", 5), similar("b:1", "c:1", 4));

    assertThat(members(edges)).containsExactlyInAnyOrder(List.of("a:1", "b:1", "c:1"));
  }

  @Test
  void doesNotChainTwoTitlesOfOneSource() {
    List<Edge> edges = List.of(similar("a:1", "b:1", 5), similar("a:2", "b:1", 4));

    assertThat(members(edges)).containsExactlyInAnyOrder(List.of("a:1", "b:1"), List.of("a:2"));
  }

  @Test
  void joinsTwoTitlesOfOneSourceThatShareAnId() {
    Edge linked = linked(vertex("a:1", "imdb=tt1"), vertex("a:2", "imdb=tt1"));

    assertThat(members(List.of(linked))).containsExactly(List.of("a:1", "a:2"));
  }

  @Test
  void doesNotChainDifferentIdsThroughATitleWithoutAny() {
    List<Edge> edges =
        List.of(
            new Edge(vertex("a:1", "imdb=tt1"), vertex("c:1"), 5, false),
            new Edge(vertex("b:1", "imdb=tt2"), vertex("c:1"), 4, false));

    assertThat(members(edges)).containsExactlyInAnyOrder(List.of("a:1", "c:1"), List.of("b:1"));
  }

  @Test
  void saysHowAMemberCameIn() {
    List<Edge> edges =
        List.of(
            linked(vertex("a:1", "mal=1"), vertex("b:1", "mal=1")),
            new Edge(vertex("b:1", "mal=1"), vertex("c:1"), 4, false));

    Cluster cluster = resolve(edges).iterator().next();

    assertThat(cluster.methodOf(vertex("a:1", "mal=1"))).isEqualTo("id");
    assertThat(cluster.methodOf(vertex("c:1"))).isEqualTo("similarity");
  }

  @Test
  void holdsNoTwoTitlesOfASourceInAnyRandomGraphAndInAnyOrder() {
    for (int seed = 0; seed < 200; seed++) {
      List<Edge> edges = randomEdges(new Random(seed));
      Set<List<String>> clusters = members(edges);
      Collections.shuffle(edges, new Random(seed));

      assertThat(members(edges)).isEqualTo(clusters);
      assertThat(clusters).allSatisfy(ClustersTest::hasEachSourceOnce);
    }
  }

  private static void hasEachSourceOnce(List<String> members) {
    assertThat(members.stream().map(member -> member.substring(0, 1))).doesNotHaveDuplicates();
  }

  private static List<Edge> randomEdges(Random random) {
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      int left = random.nextInt(3);
      int right = left + 1 + random.nextInt(3);
      edges.add(
          similar(
              "abcdef".charAt(left) + ":" + random.nextInt(4),
              "abcdef".charAt(right) + ":" + random.nextInt(4),
              random.nextInt(5)));
    }
    return edges;
  }

  private static Edge similar(String left, String right, double score) {
    return new Edge(vertex(left), vertex(right), score, false);
  }

  private static Edge linked(Vertex left, Vertex right) {
    return new Edge(left, right, 20, true);
  }

  private static Vertex vertex(String reference, String... ids) {
    return new Vertex(reference, List.of(ids));
  }

  private static Set<List<String>> members(List<Edge> edges) {
    return resolve(edges).stream().map(Cluster::members).collect(Collectors.toSet());
  }

  private static Collection<Cluster> resolve(List<Edge> edges) {
    return Clusters.resolve(edges.stream().sorted(Edge.STRONGEST_FIRST).toList());
  }
}
