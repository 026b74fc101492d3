package org.reelhouse.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.reelhouse.cli.Main;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.recommend.evaluation.RankingEvaluation;
import org.reelhouse.recommend.evaluation.RatingsEvaluation;
import org.reelhouse.testing.SparkTest;
import org.reelhouse.testing.TestSettings;

@SparkTest
final class EvaluateModelsTest {
  private static final StructType SCHEMA =
      StructType.fromDDL("user_id STRING, title_id STRING, rating DOUBLE, rated_at TIMESTAMP");
  private static final RecommendSettings SETTINGS =
      TestSettings.shipped().of(RecommendSettings.class);

  /** Two tastes: users choose and like titles of their own kind. */
  private static List<Row> twoTastes() {
    Random random = new Random(7);
    List<Row> rows = new ArrayList<>();
    for (int user = 0; user < 80; user++) {
      for (int title = 0; title < 60; title++) {
        boolean ofTheirKind = user % 2 == title % 2;
        if (random.nextDouble() < (ofTheirKind ? 0.6 : 0.1)) {
          double rating = (ofTheirKind ? 4 : 1) + random.nextInt(2);
          java.sql.Timestamp time = new java.sql.Timestamp(random.nextInt(1_000_000) * 1000L);
          rows.add(RowFactory.create("u" + user, "t" + title, rating, time));
        }
      }
    }
    return rows;
  }

  private static Dataset<Row> part(SparkSession spark, boolean test) {
    List<Row> all = twoTastes();
    List<Row> part = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if ((i % 5 == 0) == test) {
        part.add(all.get(i));
      }
    }
    return spark.createDataFrame(part, SCHEMA);
  }

  @Test
  void expectsRatingsBetterThanTheBiasesDo(SparkSession spark) {
    RatingsEvaluation evaluation =
        RatingsEvaluation.of(part(spark, false), part(spark, true), SETTINGS);

    List<RatingsEvaluation.ModelError> errors = evaluation.errors();
    assertThat(errors.get(2).rmse()).isLessThan(errors.get(1).rmse());
    assertThat(errors.get(2).mae()).isLessThan(errors.get(2).rmse());
  }

  @Test
  void ranksBetterThanWhatIsPopularWhateverTheOrderOfTheRows(SparkSession spark) {
    Dataset<Row> training = part(spark, false);
    RankingEvaluation evaluation = RankingEvaluation.of(training, part(spark, true), SETTINGS);
    RankingEvaluation shuffled =
        RankingEvaluation.of(training.sort("rated_at"), part(spark, true).repartition(5), SETTINGS);

    assertThat(ndcg(evaluation, "recommend-ranking")).isGreaterThan(ndcg(evaluation, "popular"));
    assertThat(ndcg(evaluation, "popular")).isGreaterThan(0);
    assertThat(shuffled.models()).isEqualTo(evaluation.models());
    assertThat(shuffled.parameters()).isEqualTo(evaluation.parameters());
  }

  private static double ndcg(RankingEvaluation evaluation, String model) {
    return evaluation.models().stream()
        .filter(one -> one.model().equals(model))
        .findFirst()
        .orElseThrow()
        .ndcg();
  }

  @Test
  void saysWhatIsWrongWithTheArguments() {
    assertThat(misuse("evaluate-ratings", "--format=movielens")).contains("--fold");
    assertThat(misuse("evaluate-ratings", "--format=tapes", "--fold=a:b"))
        .contains("no format tapes");
    assertThat(misuse("evaluate-ratings", "--format=movielens", "--fold=a")).contains("TRAIN:TEST");
    assertThat(misuse("evaluate-ranking", "--format=movielens")).contains("give either --fold");
    assertThat(misuse("evaluate-ranking", "--format=movielens", "--time-split=2", "f"))
        .contains("between 0 and 1");
    assertThat(misuse("split-ratings", "--format=movielens", "--out=o", "f"))
        .contains("give either --folds");
    assertThat(misuse("split-ratings", "--format=movielens", "--out=o", "--folds=1", "f"))
        .contains("from 2 to 100");
    assertThat(misuse("split-ratings", "--format=movielens", "--out=o", "--per-user=1", "f"))
        .contains("between 0 and 1");
  }

  private static String misuse(String... arguments) {
    StringWriter err = new StringWriter();
    int status = Main.commandLine().setErr(new PrintWriter(err, true)).execute(arguments);
    assertThat(status).isEqualTo(2);
    return err.toString();
  }
}
