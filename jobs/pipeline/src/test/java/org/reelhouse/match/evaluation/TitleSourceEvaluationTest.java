package org.reelhouse.match.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.match.evaluation.MatchingEvaluation.PairCounts;
import org.reelhouse.match.evaluation.TitleSourceEvaluation.SourcePair;
import org.reelhouse.testing.InMemoryLake;
import org.reelhouse.testing.SparkTest;

@SparkTest
final class TitleSourceEvaluationTest {
  private static final StructType TITLES =
      StructType.fromDDL("source STRING, source_id STRING, title_id STRING");
  private static final StructType TRUTH =
      StructType.fromDDL("source STRING, source_id STRING, work_id STRING");

  private final List<Row> titles = new ArrayList<>();
  private final List<Row> truth = new ArrayList<>();
  @TempDir private Path folder;

  @Test
  void aPairIsFoundWhereTitlesAreOneAndCorrectWhereWorksAreToo(SparkSession spark) {
    known("mal", "1", "t1", "w1");
    known("jikan", "1", "t1", "w1");
    known("netflix", "s1", "t1", "w2");
    known("hulu", "s2", "t2", "w2");

    PairCounts all = evaluate(spark).all();

    assertThat(all).isEqualTo(new PairCounts(3, 2, 1));
    assertThat(all.precision()).isEqualTo(1 / 3.0);
    assertThat(all.recall()).isEqualTo(0.5);
    assertThat(all.f1()).isEqualTo(0.4);
  }

  @Test
  void theTwoSourcesWithMostErrorsComeFirst(SparkSession spark) {
    known("mal", "1", "t1", "w1");
    known("jikan", "1", "t1", "w1");
    known("mal", "2", "t2", "w2");
    known("mal", "3", "t2", "w2");
    known("hulu", "s2", "t3", "w2");

    assertThat(evaluate(spark).bySources())
        .containsExactly(
            new SourcePair("hulu", "mal", new PairCounts(0, 2, 0)),
            new SourcePair("jikan", "mal", new PairCounts(1, 1, 1)),
            new SourcePair("mal", "mal", new PairCounts(1, 1, 1)));
  }

  @Test
  void rowsThatOneSideAloneKnowsAreCountedAndMakeNoPairs(SparkSession spark) {
    known("mal", "1", "t1", "w1");
    titles.add(RowFactory.create("jikan", "1", "t1"));
    titles.add(RowFactory.create("jikan", "2", "t1"));
    truth.add(RowFactory.create("tmdb", "5", "w1"));

    TitleSourceEvaluation evaluation = evaluate(spark);

    assertThat(evaluation.judged()).isEqualTo(1);
    assertThat(evaluation.unjudged()).isEqualTo(2);
    assertThat(evaluation.missing()).isEqualTo(1);
    assertThat(evaluation.all()).isEqualTo(new PairCounts(0, 0, 0));
  }

  @Test
  void aRowWithTwoWorksIsLeftOutAndOneThatStandsTwiceIsNot(SparkSession spark) {
    known("mal", "1", "t1", "w1");
    known("jikan", "1", "t1", "w1");
    known("hulu", "s1", "t1", "w1");
    truth.add(RowFactory.create("mal", "1", "w1"));
    truth.add(RowFactory.create("hulu", "s1", "w2"));

    TitleSourceEvaluation evaluation = evaluate(spark);

    assertThat(evaluation.judged()).isEqualTo(2);
    assertThat(evaluation.disputed()).isEqualTo(1);
    assertThat(evaluation.all()).isEqualTo(new PairCounts(1, 1, 1));
  }

  @Test
  void countsWhatLookingAtEveryPairCounts(SparkSession spark) {
    Random random = new Random(5);
    for (int row = 0; row < 300; row++) {
      known("s" + random.nextInt(4), "" + row, "t" + random.nextInt(40), "w" + random.nextInt(30));
    }

    assertThat(evaluate(spark).all())
        .isEqualTo(
            new PairCounts(
                pairs((one, other) -> same(titles, one, other)),
                pairs((one, other) -> same(truth, one, other)),
                pairs((one, other) -> same(titles, one, other) && same(truth, one, other))));
  }

  private interface PairOfRows {
    boolean counts(int one, int other);
  }

  private long pairs(PairOfRows pair) {
    long count = 0;
    for (int one = 0; one < titles.size(); one++) {
      for (int other = 0; other < one; other++) {
        count += pair.counts(one, other) ? 1 : 0;
      }
    }
    return count;
  }

  private static boolean same(List<Row> rows, int one, int other) {
    return rows.get(one).getString(2).equals(rows.get(other).getString(2));
  }

  private void known(String source, String id, String title, String work) {
    titles.add(RowFactory.create(source, id, title));
    truth.add(RowFactory.create(source, id, work));
  }

  private TitleSourceEvaluation evaluate(SparkSession spark) {
    InMemoryLake lake = new InMemoryLake(spark, folder, LocalDate.EPOCH);
    return TitleSourceEvaluation.of(lake, lake.frame(titles, TITLES), lake.frame(truth, TRUTH));
  }
}
