package org.reelhouse.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.reelhouse.tables.Table;
import org.reelhouse.testing.Rows;
import org.reelhouse.testing.SparkTest;

@SparkTest
class ContentHashTest {
  private static final Table EVENT =
      Table.of("ops.event", "An event.", "a STRING, b STRING, seconds DOUBLE, day DATE", "a")
          .runColumns("seconds");

  private static ContentHash hash(SparkSession spark, Rows rows) {
    return ContentHash.of(EVENT, rows.in(spark));
  }

  @Test
  void doesNotDependOnTheOrderOfRows(SparkSession spark) {
    Rows oneTwo = Rows.of(EVENT).with("a", "1").with("a", "2", "day", Date.valueOf("2020-02-01"));
    Rows twoOne = Rows.of(EVENT).with("a", "2", "day", Date.valueOf("2020-02-01")).with("a", "1");

    assertThat(hash(spark, oneTwo)).isEqualTo(hash(spark, twoOne));
  }

  @Test
  void doesNotDependOnRunColumns(SparkSession spark) {
    assertThat(hash(spark, Rows.of(EVENT).with("a", "1", "seconds", 1.5)))
        .isEqualTo(hash(spark, Rows.of(EVENT).with("a", "1", "seconds", 2.5)));
  }

  @Test
  void seesWhichColumnIsNullAndHowOftenARowOccurs(SparkSession spark) {
    Rows left = Rows.of(EVENT).with("a", "x");

    assertThat(hash(spark, left)).isNotEqualTo(hash(spark, Rows.of(EVENT).with("b", "x")));
    assertThat(hash(spark, left))
        .isNotEqualTo(hash(spark, Rows.of(EVENT).with("a", "x").with("a", "x").with("a", "x")));
  }
}
