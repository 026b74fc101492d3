package org.reelhouse.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BisectionTest {
  @Test
  void dividesWhereTheDirectionsPartWhateverTheSeed() {
    float[][] points = around(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, 40);

    for (long seed = 0; seed < 5; seed++) {
      assertThat(Bisection.clusters(points, 3, 2, 5, 20, seed))
          .allSatisfy(
              cluster ->
                  assertThat(Arrays.stream(cluster).map(place -> place % 3).distinct().count())
                      .isEqualTo(1))
          .hasSize(3);
    }
  }

  @Test
  void leavesEqualPointsTogether() {
    float[][] points = {{1, 0}, {1, 0}, {1, 0}, {1, 0}};

    assertThat(Bisection.clusters(points, 3, 2, 3, 10, 1)).hasSize(1);
  }

  @Test
  void leavesSmallClustersWhole() {
    float[][] points = around(new double[][] {{1, 0}, {0, 1}}, 10);

    assertThat(Bisection.clusters(points, 8, 21, 3, 10, 1)).hasSize(1);
  }

  @Test
  void passesEachSmallerNumberOfClustersOnItsWay() {
    float[][] points = around(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, 40);

    Divisions divisions = Bisection.divisions(points, 12, 2, 5, 20, 3);

    assertThat(divisions.most()).isEqualTo(12);
    for (int clusters = 1; clusters <= 12; clusters++) {
      assertThat(divisions.clusters(clusters))
          .usingRecursiveComparison()
          .isEqualTo(Bisection.clusters(points, clusters, 2, 5, 20, 3));
    }
  }

  @Property(tries = 50)
  void putsEachPointIntoOneCluster(
      @ForAll @IntRange(min = 1, max = 60) int points,
      @ForAll @IntRange(min = 1, max = 12) int clusters,
      @ForAll long seed) {
    float[][] given = around(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, points);

    List<int[]> found = Bisection.clusters(given, clusters, 2, 2, 10, seed);

    assertThat(found.stream().flatMapToInt(Arrays::stream).sorted().toArray())
        .isEqualTo(IntStream.range(0, given.length).toArray());
    assertThat(found.size()).isLessThanOrEqualTo(clusters);
  }

  /** So many unit vectors near each direction, in turn. */
  private static float[][] around(double[][] directions, int each) {
    Random random = new Random(7);
    return IntStream.range(0, each * directions.length)
        .mapToObj(
            place -> {
              double[] point = directions[place % directions.length].clone();
              for (int i = 0; i < point.length; i++) {
                point[i] += random.nextDouble() * 0.2;
              }
              double[] unit = UnitVectors.unit(point);
              float[] floats = new float[unit.length];
              for (int i = 0; i < unit.length; i++) {
                floats[i] = (float) unit[i];
              }
              return floats;
            })
        .toArray(float[][]::new);
  }
}
