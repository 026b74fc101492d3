package org.reelhouse.themes.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.reelhouse.testing.SparkTest;

class CoOccurrenceTest {
  @Test
  void isOneForTermsThatOccurOnlyTogetherAndMinusOneForStrangers() {
    CoOccurrence pairs = new CoOccurrence(100, 3, new double[] {9, 9, 0, 9, 9, 0, 0, 0, 5});

    assertThat(pairs.normalizedMutualInformation(0, 1)).isCloseTo(1, within(1e-12));
    assertThat(pairs.normalizedMutualInformation(0, 2)).isEqualTo(-1);
  }

  @Test
  void expectsOfOtherTextsThatRareTermsDoNotMeetInThem() {
    CoOccurrence rare = new CoOccurrence(10_000, 2, new double[] {9, 4, 4, 9});
    CoOccurrence frequent = new CoOccurrence(10_000, 2, new double[] {900, 400, 400, 900});

    // One text of a quarter as many can be expected to hold both; none does with probability 1/e.
    assertThat(rare.normalizedMutualInformation(0, 1)).isGreaterThan(0.7);
    assertThat(rare.expectedMutualInformation(0, 1)).isBetween(0.0, 0.2);
    assertThat(frequent.expectedMutualInformation(0, 1))
        .isCloseTo(frequent.normalizedMutualInformation(0, 1), within(0.01));
  }

  @Test
  void expectsOfStrangersThatTheyStayThem() {
    CoOccurrence pairs = new CoOccurrence(100, 2, new double[] {9, 0, 0, 5});

    assertThat(pairs.expectedMutualInformation(0, 1)).isEqualTo(-1);
  }

  @Tag("slow")
  @SparkTest
  @Nested
  class OfTexts {
    @Test
    void countsTextsThatHoldBothTerms(SparkSession spark) {
      List<Row> rows =
          List.of(text(0, 1), text(0, 1, 2), text(2), text(1)).stream()
              .map(RowFactory::create)
              .toList();

      CoOccurrence pairs =
          CoOccurrence.of(
              spark.createDataFrame(
                  rows, new StructType().add("counts", SQLDataTypes.VectorType())),
              3,
              5);

      assertThat(pairs.together(0, 1)).isEqualTo(2);
      assertThat(pairs.together(1, 1)).isEqualTo(3);
      assertThat(pairs.together(2, 0)).isEqualTo(1);
      assertThat(pairs.mutualInformation(0, 1)).isCloseTo(Math.log(2 * 5 / 6.0), within(1e-12));
    }

    private static Vector text(int... terms) {
      double[] ones = new double[terms.length];
      Arrays.fill(ones, 1);
      return Vectors.sparse(3, terms, ones);
    }
  }
}
