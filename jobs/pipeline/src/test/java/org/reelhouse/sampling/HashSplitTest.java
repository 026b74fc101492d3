package org.reelhouse.sampling;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.reelhouse.testing.SparkTest;

@SparkTest
class HashSplitTest {
  private static final int KEYS = 10_000;
  private static final Column KEY = col("key");

  private static Dataset<String> keys(SparkSession spark, int count) {
    return spark.createDataset(
        IntStream.range(0, count).mapToObj(key -> "t" + key).toList(), Encoders.STRING());
  }

  private static long having(SparkSession spark, Column condition) {
    return keys(spark, KEYS).toDF("key").where(condition).count();
  }

  @Test
  void aKeyFallsIntoTheSamePartInEveryVersion(SparkSession spark) {
    List<Integer> parts =
        keys(spark, 8)
            .toDF("key")
            .select(HashSplit.part(5, KEY, lit(7L)))
            .as(Encoders.INT())
            .collectAsList();

    assertThat(parts).containsExactly(3, 3, 4, 1, 4, 1, 4, 4);
  }

  @Test
  void partsAreOfAboutTheSameSize(SparkSession spark) {
    List<Long> sizes =
        keys(spark, KEYS)
            .toDF("key")
            .groupBy(HashSplit.part(4, KEY))
            .agg(count(lit(1)))
            .select("count(1)")
            .as(Encoders.LONG())
            .collectAsList();

    assertThat(sizes).hasSize(4).allSatisfy(size -> assertThat(size).isBetween(2_350L, 2_650L));
  }

  @Test
  void aShareHoldsAboutSoManyKeysAndAllOfASmallerOne(SparkSession spark) {
    Column some = HashSplit.isIn(0.1, KEY);
    Column more = HashSplit.isIn(0.3, KEY);

    assertThat(having(spark, some)).isBetween(900L, 1_100L);
    assertThat(having(spark, more)).isBetween(2_800L, 3_200L);
    assertThat(having(spark, some.and(not(more)))).isZero();
    assertThat(having(spark, HashSplit.isIn(0, KEY))).isZero();
    assertThat(having(spark, HashSplit.isIn(1, KEY))).isEqualTo(KEYS);
  }

  @Test
  void aShareIsOfTheFirstOfSoManyParts(SparkSession spark) {
    Column share = HashSplit.isIn(0.2, 10, KEY);

    assertThat(having(spark, share.notEqual(HashSplit.part(10, KEY).lt(2)))).isZero();
  }

  @Test
  void anotherSeedDrawsOthers(SparkSession spark) {
    Column both = HashSplit.isIn(0.5, KEY, lit(1)).and(HashSplit.isIn(0.5, KEY, lit(2)));

    assertThat(having(spark, both)).isBetween(2_300L, 2_700L);
  }

  @Test
  void eachGroupGivesItsShareToTheNearestRow(SparkSession spark) {
    Dataset<String> heldOut =
        keys(spark, 14)
            .toDF("key")
            .withColumn(
                "group",
                when(KEY.equalTo("t0"), "1").when(KEY.isin("t1", "t2", "t3"), "3").otherwise("10"))
            .withColumn("held_out", HashSplit.isInOfEach(col("group"), 0.25, KEY))
            .where("held_out")
            .select("group")
            .as(Encoders.STRING());

    assertThat(heldOut.collectAsList()).containsExactlyInAnyOrder("3", "10", "10", "10");
  }
}
