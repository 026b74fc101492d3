package org.reelhouse.sampling;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.reelhouse.testing.SparkTest;

@SparkTest
class HashSampleTest {
  private static final int ROWS = 10_000;

  private static Dataset<Row> rows(SparkSession spark) {
    return spark.range(ROWS).select(concat(lit("t"), col("id")).as("key"), col("id").as("value"));
  }

  private static Dataset<Row> reordered(SparkSession spark) {
    return rows(spark).repartition(3, col("value")).sortWithinPartitions(col("value").desc());
  }

  @Test
  void theFirstAreTheSameInTheSameOrderHoweverRowsAreStored(SparkSession spark) {
    List<Row> first = HashSample.first(100, rows(spark), "key").collectAsList();

    assertThat(first).hasSize(100);
    assertThat(HashSample.first(100, reordered(spark), "key").collectAsList()).isEqualTo(first);
  }

  @Test
  void theFirstOfMoreBeginWithTheFirstOfFewer(SparkSession spark) {
    List<Row> fewer = HashSample.first(20, rows(spark), "key").collectAsList();

    assertThat(HashSample.first(40, rows(spark), "key").collectAsList())
        .startsWith(fewer.toArray(Row[]::new));
  }

  @Test
  void theFirstStayTheSameInEveryVersion(SparkSession spark) {
    assertThat(HashSample.first(4, rows(spark), "key").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly("t7052", "t9977", "t5449", "t8648");
  }

  @Test
  void allRowsComeWhereThereAreNoMore(SparkSession spark) {
    Dataset<Row> few = rows(spark).limit(5);

    assertThat(HashSample.first(5, few, "key").collectAsList())
        .containsExactlyInAnyOrderElementsOf(few.collectAsList());
    assertThat(HashSample.about(5, 5, few, col("key")).collectAsList())
        .containsExactlyInAnyOrderElementsOf(few.collectAsList());
  }

  @Test
  void aboutSoManyAreTheSameHoweverRowsAreStored(SparkSession spark) {
    List<Row> about = HashSample.about(500, ROWS, rows(spark), col("key")).collectAsList();

    assertThat(about).hasSizeBetween(430, 570);
    assertThat(HashSample.about(500, ROWS, reordered(spark), col("key")).collectAsList())
        .containsExactlyInAnyOrderElementsOf(about);
  }

  @Test
  void aSeedChoosesOthers(SparkSession spark) {
    Dataset<Row> one = HashSample.about(500, ROWS, rows(spark), col("key"), lit(1L));
    Dataset<Row> other = HashSample.about(500, ROWS, rows(spark), col("key"), lit(2L));

    assertThat(one.intersect(other).count()).isLessThan(100);
  }
}
