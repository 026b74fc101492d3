package org.reelhouse.match.clusters;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.reelhouse.match.incremental.Scope;
import org.reelhouse.testing.SparkTest;

@SparkTest
final class HashedComponentsTest {
  private static final StructType EDGE = StructType.fromDDL("left STRING, right STRING");

  @Test
  void reachesWhateverIsJoinedWithSomeVertices(SparkSession spark) {
    HashedComponents components =
        HashedComponents.of(edges(spark, "a b", "c b", "c d", "e f", "g h"));

    LongSet reached = components.reached(hashes(spark, "d", "g", "alone"));

    assertThat(reached.values().boxed())
        .containsExactlyElementsOf(
            hashes(spark, "a", "b", "c", "d", "g", "h", "alone").values().boxed().toList());
  }

  @Test
  void takesManyEdgesFromManyPartitions(SparkSession spark) {
    Dataset<Row> chains =
        spark
            .range(0, 40_000, 1, 3)
            .where("id % 10 < 9")
            .selectExpr("string(id) AS left", "string(id + 1) AS right");

    HashedComponents components = HashedComponents.of(chains);

    assertThat(components.reached(hashes(spark, "20005")).size()).isEqualTo(10);
  }

  @Test
  void namesComponents(SparkSession spark) {
    Dataset<Row> edges = edges(spark, "a b", "c b", "d e");

    Set<String> named =
        edges
            .select(col("left"), HashedComponents.of(edges).of(col("left")))
            .collectAsList()
            .stream()
            .collect(Collectors.groupingBy(row -> row.getInt(1)))
            .values()
            .stream()
            .map(rows -> rows.stream().map(row -> row.getString(0)).sorted().toList().toString())
            .collect(Collectors.toSet());

    assertThat(named).containsExactlyInAnyOrder("[a, c]", "[d]");
  }

  private static Dataset<Row> edges(SparkSession spark, String... pairs) {
    return spark.createDataFrame(
        List.of(pairs).stream()
            .map(pair -> RowFactory.create((Object[]) pair.split(" ", -1)))
            .toList(),
        EDGE);
  }

  private static LongSet hashes(SparkSession spark, String... vertices) {
    return LongSet.of(
        spark
            .createDataset(List.of(vertices), Encoders.STRING())
            .select(Scope.hash(col("value")))
            .as(Encoders.LONG())
            .collectAsList());
  }
}
