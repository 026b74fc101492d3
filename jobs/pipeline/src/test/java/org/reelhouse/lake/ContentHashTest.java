package org.reelhouse.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.util.LinkedHashMap;
import java.util.Map;
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
  private static final Table COUNTS =
      Table.of("ops.counts", "Counts.", "a INT, counts MAP<STRING, BIGINT>", "a");

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

  @Test
  void doesNotDependOnPartitionsNorOnTheOrderOfMapEntries(SparkSession spark) {
    Rows rows = Rows.of(COUNTS);
    Rows reordered = Rows.of(COUNTS);
    for (int i = 0; i < 20; i++) {
      rows.with("a", i, "counts", entries("x", 1L, "y", 2L, "z", (long) i));
      reordered.with("a", i, "counts", entries("z", (long) i, "y", 2L, "x", 1L));
    }

    assertThat(ContentHash.of(COUNTS, reordered.in(spark).repartition(7)))
        .isEqualTo(ContentHash.of(COUNTS, rows.in(spark).coalesce(1)));
  }

  @Test
  void seesAChangedEntryOfAMapAndAnAbsentMap(SparkSession spark) {
    ContentHash one = ContentHash.of(COUNTS, counts(1L).in(spark));

    assertThat(one).isNotEqualTo(ContentHash.of(COUNTS, counts(2L).in(spark)));
    assertThat(one).isNotEqualTo(ContentHash.of(COUNTS, Rows.of(COUNTS).with("a", 1).in(spark)));
  }

  private static Rows counts(long count) {
    return Rows.of(COUNTS).with("a", 1, "counts", entries("x", count));
  }

  /** Key, value, key, value … in this order. */
  private static Map<String, Long> entries(Object... keysAndValues) {
    Map<String, Long> entries = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      entries.put((String) keysAndValues[i], (Long) keysAndValues[i + 1]);
    }
    return entries;
  }

  @Test
  void anEmptyTableHasNoRowsAndZeros(SparkSession spark) {
    assertThat(hash(spark, Rows.of(EVENT))).isEqualTo(new ContentHash(0, "0".repeat(32)));
  }

  @Test
  void valuesThatChangePlacesAreAnotherContent(SparkSession spark) {
    Rows rows = Rows.of(EVENT).with("a", "1", "b", "x").with("a", "2", "b", "y");
    Rows swapped = Rows.of(EVENT).with("a", "1", "b", "y").with("a", "2", "b", "x");

    assertThat(hash(spark, rows)).isNotEqualTo(hash(spark, swapped));
  }
}
