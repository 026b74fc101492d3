package org.reelhouse.recommend.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.mllib.evaluation.RankingMetrics;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.reelhouse.testing.SparkTest;
import scala.Tuple2;

@SparkTest
class RankingQualityTest {

  @Test
  void aPerfectListHasAnNdcgOfOne() {
    assertThat(RankingQuality.ndcg(List.of(3, 1, 9), Set.of(1, 3), 3)).isEqualTo(1.0);
  }

  @Test
  void aHitAtASecondPlaceCountsLess() {
    double ndcg = RankingQuality.ndcg(List.of(9, 1), Set.of(1), 2);

    assertThat(ndcg).isCloseTo(1 / (Math.log(3) / Math.log(2)), within(1e-12));
  }

  @Test
  void recallIsTheShareOfRelevantTitlesInTheList() {
    assertThat(RankingQuality.recall(List.of(1, 2), Set.of(2, 7))).isEqualTo(0.5);
  }

  /** MLlib's measures are means over a data set; of one user they must be ours. */
  @Test
  void agreesWithMllib(SparkSession spark) {
    Random random = new Random(2);
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    for (int user = 0; user < 20; user++) {
      List<Integer> list = random.ints(10, 0, 60).boxed().distinct().toList();
      Set<Integer> relevant =
          random.ints(1 + user, 0, 60).boxed().collect(Collectors.toCollection(TreeSet::new));
      RankingMetrics<Integer> mllib =
          RankingMetrics.of(
              context.parallelize(
                  List.of(new Tuple2<>(list, (List<Integer>) new ArrayList<>(relevant))), 1));

      assertThat(RankingQuality.ndcg(list, relevant, 10))
          .isCloseTo(mllib.ndcgAt(10), within(1e-12));
      assertThat(RankingQuality.recall(list, relevant))
          .isCloseTo(mllib.recallAt(10), within(1e-12));
      assertThat(RankingQuality.averagePrecision(list, relevant, 10))
          .isCloseTo(mllib.meanAveragePrecisionAt(10), within(1e-12));
    }
  }
}
