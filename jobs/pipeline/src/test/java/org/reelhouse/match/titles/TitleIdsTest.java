package org.reelhouse.match.titles;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.testing.InMemoryLake;
import org.reelhouse.testing.SparkTest;

@SparkTest
final class TitleIdsTest {
  private static final LocalDate AS_OF = LocalDate.parse("2026-01-01");
  private static final Date OLD = Date.valueOf("2020-01-01");
  private static final Date NEW = Date.valueOf("2021-01-01");
  private static final StructType HOLDER =
      StructType.fromDDL("cluster STRING, previous_id STRING, previous_since DATE");

  @TempDir private Path folder;

  private final List<Row> holders = new ArrayList<>();

  @Test
  void keepsTheIdThatMostMembersHadThenTheOlderThenTheSmaller(SparkSession spark) {
    held("a:1", "t9", NEW).held("a:1", "t9", NEW).held("a:1", "t1", OLD);
    held("a:2", "t2", NEW).held("a:2", "t3", OLD);
    held("a:3", "t5", OLD).held("a:3", "t4", OLD);

    assertThat(idsOf(spark, "a:1", "a:2", "a:3"))
        .containsEntry("a:1", "t9")
        .containsEntry("a:2", "t3")
        .containsEntry("a:3", "t4");
  }

  @Test
  void givesAnIdToOneOfTheClustersThatClaimIt(SparkSession spark) {
    held("a:1", "t1", OLD).held("a:2", "t1", OLD).held("a:2", "t1", OLD);

    Map<String, String> ids = idsOf(spark, "a:1", "a:2");

    assertThat(ids).containsEntry("a:2", "t1");
    assertThat(ids.get("a:1")).matches("t[0-9a-f]{16}");
  }

  @Test
  void mintsNoIdThatIsTaken(SparkSession spark) {
    String minted = idsOf(spark, "a:1").get("a:1");
    held("b:1", minted, OLD);

    Map<String, String> ids = idsOf(spark, "a:1", "b:1");

    assertThat(ids).containsEntry("b:1", minted);
    assertThat(ids.get("a:1")).isNotEqualTo(minted).matches("t[0-9a-f]{16}");
  }

  private TitleIdsTest held(String cluster, String id, @Nullable Date since) {
    holders.add(RowFactory.create(cluster, id, since));
    return this;
  }

  private Map<String, String> idsOf(SparkSession spark, String... clusters) {
    InMemoryLake lake = new InMemoryLake(spark, folder, AS_OF);
    List<Row> names = List.of(clusters).stream().map(name -> RowFactory.create(name)).toList();
    Dataset<Row> members =
        lake.frame(holders, HOLDER)
            .unionByName(lake.frame(names, StructType.fromDDL("cluster STRING")), true);
    Dataset<Row> ever = lake.frame(holders, HOLDER).select(col("previous_id").as("title_id"));
    return TitleIds.assign(lake, AS_OF, members, ever).collectAsList().stream()
        .collect(
            Collectors.toMap(
                row -> row.getAs("cluster"), row -> row.getAs("title_id"), (one, same) -> one));
  }
}
