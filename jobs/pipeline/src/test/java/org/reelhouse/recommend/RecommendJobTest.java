package org.reelhouse.recommend;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.PipelineException;
import org.reelhouse.Tally;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.ContentHash;
import org.reelhouse.lake.Lake;
import org.reelhouse.models.Decider;
import org.reelhouse.models.ModelsSettings;
import org.reelhouse.models.TrafficSplit;
import org.reelhouse.models.TrainingRun;
import org.reelhouse.recommend.RecommendSettings.Factors;
import org.reelhouse.recommend.audience.Audiences;
import org.reelhouse.recommend.evaluation.SimilarEvaluation;
import org.reelhouse.recommend.model.RankingModel;
import org.reelhouse.recommend.model.RatingModel;
import org.reelhouse.tables.Gold;
import org.reelhouse.tables.Ops;
import org.reelhouse.tables.Silver;
import org.reelhouse.testing.InMemoryLake;
import org.reelhouse.testing.Rows;
import org.reelhouse.testing.SparkTest;
import org.reelhouse.testing.TestSettings;

@Tag("slow")
@SparkTest
class RecommendJobTest {
  private static final int USERS = 80;
  private static final int TITLES = 60;

  private static @Nullable Served served;

  @TempDir private static Path servedFolder;
  @TempDir private Path folder;

  /** A lake that the job has run on. */
  private record Served(InMemoryLake lake, List<Tally> tallies) {}

  private record Given(String user, String title, double rating) {}

  /** Two tastes: users choose and like titles of their own kind. */
  private static List<Given> twoTastes() {
    Random random = new Random(7);
    List<Given> given = new ArrayList<>();
    for (int user = 0; user < USERS; user++) {
      for (int title = 0; title < TITLES; title++) {
        boolean ofTheirKind = user % 2 == title % 2;
        if (random.nextDouble() < (ofTheirKind ? 0.5 : 0.2)) {
          double rating = (ofTheirKind ? 8 : 3) + random.nextInt(3) - 1;
          given.add(new Given("films:" + user, "t" + title, rating));
        }
      }
    }
    return given;
  }

  /** The same and a user who rated once. */
  private static List<Given> twoTastesAndOne() {
    List<Given> given = twoTastes();
    given.add(new Given("films:once", "t1", 9));
    return given;
  }

  /** A lake of these, served once for all tests that leave it as it is. */
  private static Served served(SparkSession spark) throws IOException {
    if (served == null) {
      InMemoryLake lake = lake(spark, servedFolder, twoTastesAndOne());
      served = new Served(lake, new RecommendJob().run(lake, lake.context(), settings()));
    }
    return served;
  }

  private InMemoryLake lake(SparkSession spark, List<Given> given) {
    return lake(spark, folder, given);
  }

  private static InMemoryLake lake(SparkSession spark, Path folder, List<Given> given) {
    Rows ratings = Rows.of(Silver.RATING);
    for (Given one : given) {
      ratings.with(
          "source",
          "films",
          "user_id",
          one.user(),
          "title_id",
          one.title(),
          "rating",
          one.rating());
    }
    Rows titles = Rows.of(Silver.TITLE);
    for (int title = 0; title < TITLES + 20; title++) {
      titles.with(
          "title_id",
          "t" + title,
          "votes",
          (long) title,
          "kind",
          title % 3 == 0 ? "series" : "movie",
          "genres",
          title < TITLES ? new String[] {title % 2 == 0 ? "Drama" : "Comedy"} : null);
    }
    return new InMemoryLake(spark, folder, LocalDate.parse("2026-01-01"))
        .with(Silver.RATING, ratings)
        .with(Silver.TITLE, titles);
  }

  private static Settings settings(String... overrides) throws IOException {
    Map<String, String> set = new HashMap<>();
    set.put(
        "recommend.quick.ranking.factors",
        "[{rank: 8, iterations: 3, regularization: 0.1, alpha: 2}]");
    set.put("recommend.quick.rating.rank", "4");
    set.put("recommend.quick.rating.tried", "[]");
    set.put("recommend.audiences.least", "2");
    for (int i = 0; i < overrides.length; i += 2) {
      set.put("recommend." + overrides[i], overrides[i + 1]);
    }
    return TestSettings.shipped(set);
  }

  /** For what measuring the models changes nothing of. */
  private static Settings unmeasured(String... overrides) throws IOException {
    List<String> all = new ArrayList<>(List.of(overrides));
    all.addAll(List.of("evaluation.share", "0"));
    return settings(all.toArray(String[]::new));
  }

  @Test
  void givesEachUserExactlyTheAskedForUnseenTitles(SparkSession spark) throws IOException {
    Lake lake = served(spark).lake();

    assertThat(served(spark).tallies()).allMatch(Tally::addsUp);
    assertThat(ranks(lake)).hasSize(USERS + 1);
    assertThat(ranks(lake).values()).allMatch(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)::equals);
    Set<String> pairs = new HashSet<>();
    lake.read(Gold.RECOMMENDATION).collectAsList().forEach(row -> pairs.add(pair(row)));
    assertThat(pairs).hasSize(10 * (USERS + 1));
    assertThat(twoTastesAndOne()).noneMatch(one -> pairs.contains(one.user() + " " + one.title()));
  }

  @Test
  void givesExactlyTheAskedForTitlesThatPassTheFilterAndSaysWhereThereAreFewer(SparkSession spark)
      throws IOException {
    InMemoryLake lake = lake(spark, twoTastes());

    new RecommendJob()
        .run(lake, lake.context(), unmeasured("filter.kinds", "[series]", "per-user", "8"));

    assertThat(ranks(lake)).hasSize(USERS);
    assertThat(ranks(lake).values()).allMatch(List.of(1, 2, 3, 4, 5, 6, 7, 8)::equals);
    assertThat(lake.read(Gold.RECOMMENDATION).collectAsList())
        .allMatch(row -> Integer.parseInt(row.<String>getAs("title_id").substring(1)) % 3 == 0);
    assertThat(lake.context().notes()).isEmpty();

    new RecommendJob()
        .run(lake, lake.context(), unmeasured("filter.kinds", "[series]", "per-user", "30"));

    assertThat(lake.context().notes()).singleElement().asString().contains("stay empty");
  }

  @Test
  void filtersBeforeItBoundsTheTitles(SparkSession spark) throws IOException {
    InMemoryLake lake = lake(spark, twoTastes());

    new RecommendJob()
        .run(lake, lake.context(), unmeasured("filter.kinds", "[series]", "candidates", "30"));

    assertThat(ranks(lake)).hasSize(USERS);
    assertThat(ranks(lake).values()).allMatch(list -> list.size() == 10);
    assertThat(lake.context().notes()).isEmpty();
  }

  @Test
  void gathersUsersOfOneTasteAndKeepsTheAudiencesOverARerun(SparkSession spark) throws IOException {
    InMemoryLake lake = served(spark).lake().copy();

    List<Row> users = lake.read(Gold.USER_AUDIENCE).orderBy("user_id").collectAsList();
    assertThat(users).hasSize(USERS + 1);
    Map<String, Map<Integer, Integer>> tastes = new HashMap<>();
    for (Row user : users) {
      String name = user.<String>getAs("user_id").substring("films:".length());
      if (name.equals("once")) {
        assertThat(user.<String>getAs("audience_id")).isEqualTo(Audiences.NEW_VIEWERS);
      } else {
        tastes
            .computeIfAbsent(user.getAs("audience_id"), id -> new HashMap<>())
            .merge(Integer.parseInt(name) % 2, 1, Integer::sum);
      }
    }
    assertThat(tastes)
        .hasSizeGreaterThan(1)
        .allSatisfy(
            (id, counts) -> {
              assertThat(counts).as("an audience is of one taste").hasSize(1);
            });
    List<Row> audiences = lake.read(Gold.AUDIENCE).orderBy("audience_id").collectAsList();
    assertThat(audiences.stream().mapToLong(row -> row.<Long>getAs("users")).sum())
        .isEqualTo(USERS + 1);
    assertThat(audiences).extracting(row -> row.<String>getAs("name")).doesNotHaveDuplicates();

    new RecommendJob().run(lake, lake.context(), settings());

    assertThat(lake.read(Gold.AUDIENCE).orderBy("audience_id").collectAsList())
        .isEqualTo(audiences);
  }

  @Test
  void titlesThatNobodyRatedHaveSimilarOnesByContent(SparkSession spark) throws IOException {
    InMemoryLake lake = lake(spark, twoTastes());

    new RecommendJob().run(lake, lake.context(), unmeasured("similar-from", "1000"));

    List<Row> similar =
        lake.read(Gold.SIMILAR_TITLE).where(col("title_id").equalTo("t2")).collectAsList();
    assertThat(similar).hasSize(10);
    assertThat(similar)
        .allMatch(row -> row.isNullAt(row.fieldIndex("behaviour")))
        .allMatch(
            row -> Integer.parseInt(row.<String>getAs("similar_title_id").substring(1)) % 2 == 0);
  }

  @Test
  void similarTitlesForetellMoreThanWhatIsPopular(SparkSession spark) throws IOException {
    InMemoryLake lake = lake(spark, twoTastes());

    SimilarEvaluation evaluation =
        SimilarEvaluation.of(lake, settings().of(RecommendSettings.class));

    assertThat(evaluation.users()).isPositive();
    assertThat(evaluation.ndcg().get("blend")).isGreaterThan(evaluation.ndcg().get("popular"));
    assertThat(evaluation.titles()).isEqualTo(TITLES + 20);
    assertThat(evaluation.unrated()).isEqualTo(20);
    assertThat(evaluation.withNeighbours()).isGreaterThanOrEqualTo(TITLES);
  }

  @Test
  void givesSomeUsersTheListsOfTheJobWithoutFitting(SparkSession spark) throws IOException {
    Lake lake = served(spark).lake();
    List<UserRequest> users =
        List.of(UserRequest.of("films:7"), UserRequest.of("films:once"), UserRequest.of("nobody"));

    UserLists lists = UserLists.of(lake, users, settings().of(RecommendSettings.class));

    assertThat(lists.lists()).hasSize(3).allMatch(list -> list.titles().size() == 10);
    for (UserLists.UserList list : lists.lists().subList(0, 2)) {
      List<Row> rows =
          lake.read(Gold.RECOMMENDATION)
              .where(col("user_id").equalTo(list.userId()))
              .orderBy("rank")
              .collectAsList();
      for (int place = 0; place < 10; place++) {
        Row row = rows.get(place);
        UserLists.Entry entry = list.titles().get(place);
        assertThat(entry.titleId()).isEqualTo(row.getAs("title_id"));
        assertThat(entry.reasonText()).isEqualTo(row.getAs("reason_text"));
        assertThat(entry.score()).isCloseTo(row.getAs("score"), within(1e-4));
        Double expected = row.getAs("predicted_rating");
        if (expected == null) {
          assertThat(entry.predictedRating()).isNull();
        } else {
          assertThat(entry.predictedRating()).isCloseTo(expected, within(1e-3));
        }
      }
    }
  }

  @Test
  void isBetterThanWhatIsPopularAndThanTheBiases(SparkSession spark) throws IOException {
    Lake lake = served(spark).lake();

    assertThat(metric(lake, "recommend-ranking", "ndcg@10"))
        .isGreaterThan(metric(lake, "popular", "ndcg@10"));
    assertThat(metric(lake, "recommend-rating", "rmse")).isLessThan(metric(lake, "biases", "rmse"));
  }

  @Test
  void takesTheFactorsThatErrLeastAndKeepsThem(SparkSession spark) throws IOException {
    InMemoryLake lake = lake(spark, twoTastes());
    Settings settings =
        settings(
            "quick.rating.regularization",
            "1000",
            "quick.rating.tried",
            "[{rank: 3, regularization: 0.1}]");

    new RecommendJob().run(lake, lake.context(), settings);

    long ratings = lake.count(Silver.RATING);
    Factors found = new Factors(3, 0.1);
    assertThat(kept(lake, settings, ratings)).hasValue(found);
    assertThat(kept(lake, settings, 2 * ratings)).isEmpty();
    assertThat(kept(lake, settings(), ratings)).isEmpty();
  }

  private static Optional<Factors> kept(InMemoryLake lake, Settings settings, long ratings) {
    InMemoryLake nextDay = lake.on(lake.context().asOf().plusDays(1));
    return RecommendJob.keptFactors(
        TrainingRun.begin(
            nextDay,
            nextDay.context(),
            new RecommendJob(),
            settings.of(ModelsSettings.class),
            settings.of(RecommendSettings.class)),
        ratings);
  }

  @Test
  void dependsNeitherOnTheOrderOfRatingsNorOnShufflePartitions(SparkSession spark)
      throws IOException {
    List<Given> shuffled = twoTastesAndOne();
    Collections.shuffle(shuffled, new Random(1));
    InMemoryLake other = lake(spark, shuffled);

    String before = spark.conf().get("spark.sql.shuffle.partitions");
    try {
      spark.conf().set("spark.sql.shuffle.partitions", "7");
      new RecommendJob().run(other, other.context(), settings());
    } finally {
      spark.conf().set("spark.sql.shuffle.partitions", before);
    }

    assertThat(hashes(other)).isEqualTo(hashes(served(spark).lake()));
  }

  @Test
  void servesALakeOfThreeRatings(SparkSession spark) throws IOException {
    InMemoryLake lake =
        lake(
            spark,
            List.of(
                new Given("films:1", "t1", 9),
                new Given("films:1", "t2", 0),
                new Given("films:2", "t1", 5)));

    new RecommendJob().run(lake, lake.context(), settings());

    assertThat(ranks(lake).values()).hasSize(2).allMatch(ranks -> ranks.size() == 10);
  }

  @Test
  void leavesEmptyTablesWithoutRatings(SparkSession spark) throws IOException {
    InMemoryLake lake = lake(spark, List.of());

    List<Tally> tallies = new RecommendJob().run(lake, lake.context(), settings());

    assertThat(tallies.get(0)).isEqualTo(Tally.whole("silver.rating", 0, 0));
    assertThat(lake.read(Gold.RECOMMENDATION).isEmpty()).isTrue();
    assertThat(lake.read(Gold.SIMILAR_TITLE).isEmpty()).isTrue();
  }

  private static String pair(Row row) {
    return row.getAs("user_id") + " " + row.getAs("title_id");
  }

  private static Map<String, List<Integer>> ranks(Lake lake) {
    Map<String, List<Integer>> ranks = new HashMap<>();
    for (Row row : lake.read(Gold.RECOMMENDATION).orderBy("user_id", "rank").collectAsList()) {
      ranks.computeIfAbsent(row.getAs("user_id"), user -> new ArrayList<>()).add(row.getAs("rank"));
    }
    return ranks;
  }

  private static double metric(Lake lake, String model, String metric) {
    return lake.read(Ops.MODEL_METRIC)
        .where(col("model").equalTo(model).and(col("metric").equalTo(metric)))
        .head()
        .<Double>getAs("value");
  }

  private static List<ContentHash> hashes(Lake lake) {
    return List.of(
        ContentHash.of(Gold.RECOMMENDATION, lake.read(Gold.RECOMMENDATION)),
        ContentHash.of(Gold.SIMILAR_TITLE, lake.read(Gold.SIMILAR_TITLE)),
        ContentHash.of(Gold.AUDIENCE, lake.read(Gold.AUDIENCE)),
        ContentHash.of(Gold.USER_AUDIENCE, lake.read(Gold.USER_AUDIENCE)),
        ContentHash.of(Gold.RECOMMENDATION_TITLE, lake.read(Gold.RECOMMENDATION_TITLE)),
        ContentHash.of(Ops.MODEL_METRIC, lake.read(Ops.MODEL_METRIC)));
  }

  private static final Decider ANN = new Decider("ann", Instant.EPOCH, null);

  private static Map<String, String> lists(Lake lake, String where) {
    Map<String, String> lists = new HashMap<>();
    lake.read(Gold.RECOMMENDATION)
        .where(where)
        .collectAsList()
        .forEach(
            row ->
                lists.put(row.getAs("user_id") + " " + row.getAs("rank"), row.getAs("title_id")));
    return lists;
  }

  private static Map<String, Double> expected(Lake lake) {
    Map<String, Double> ratings = new HashMap<>();
    lake.read(Gold.RECOMMENDATION)
        .where("predicted_rating IS NOT NULL")
        .collectAsList()
        .forEach(row -> ratings.put(pair(row), row.getAs("predicted_rating")));
    return ratings;
  }

  @Test
  void audiencesAreMeasuredAndServeWithTheRankingTheyWereFoundByAlone(SparkSession spark)
      throws IOException {
    InMemoryLake first = served(spark).lake().copy();
    assertThat(metric(first, "audiences", "silhouette")).isBetween(0.0, 1.0);
    InMemoryLake second = first.on(first.context().asOf().plusDays(1));
    ANN.promote(second, "audiences", 20260101, 1, null);

    assertThatThrownBy(() -> new RecommendJob().run(second, second.context(), settings()))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("Cannot serve audiences 20260101: they were found by");
  }

  /** The new title comes first in the order of ids, which gives all others other numbers. */
  @Test
  void earlierVersionsShareTheUsersAndSayWhatTheySaidBefore(SparkSession spark) throws IOException {
    InMemoryLake first = lake(spark, twoTastes());
    new RecommendJob().run(first, first.context(), unmeasured());
    Map<String, String> before = lists(first, "true");
    Map<String, Double> ratings = expected(first);
    InMemoryLake second = first.on(LocalDate.parse("2026-01-02"));
    new RecommendJob()
        .run(
            second,
            second.context(),
            unmeasured(
                "quick.ranking.factors",
                "[{rank: 3, iterations: 3, regularization: 0.1, alpha: 2}]"));
    ANN.promote(second, RatingModel.NAME, 20260101, 1, null);
    ANN.promote(second, RankingModel.NAME, 20260101, 1, null);
    ANN.promote(second, RankingModel.NAME, 20260102, 0.5, null);
    List<Given> given = twoTastes();
    given.add(new Given("films:new", "s0", 9));
    InMemoryLake third = first.on(LocalDate.parse("2026-01-03"));
    third.replace(Silver.RATING, lake(spark, given).read(Silver.RATING));

    new RecommendJob().run(third, third.context(), unmeasured("quick.rating.rank", "2"));

    assertThat(versions(third)).containsExactly(20260101, 20260102);
    TrafficSplit split =
        new TrafficSplit(
            List.of(new TrafficSplit.Share(20260101, 0.5), new TrafficSplit.Share(20260102, 0.5)));
    assertThat(third.read(Gold.RECOMMENDATION).collectAsList())
        .allMatch(
            row ->
                row.<Integer>getAs("model_version")
                    == 20260101 + split.placeOf(row.getAs("user_id")));
    assertThat(before)
        .containsAllEntriesOf(lists(third, "model_version = 20260101 and user_id <> 'films:new'"));
    assertThat(lists(third, "user_id = 'films:new'")).hasSize(10);
    Map<String, Double> now = expected(third);
    now.forEach(
        (pair, rating) -> {
          if (ratings.containsKey(pair)) {
            assertThat(rating).isCloseTo(ratings.get(pair), within(1e-3));
          }
        });
    assertThat(now.keySet()).filteredOn(ratings::containsKey).hasSizeGreaterThan(300);
  }

  private static List<Integer> versions(Lake lake) {
    return lake.read(Gold.RECOMMENDATION)
        .select("model_version")
        .distinct()
        .orderBy("model_version")
        .as(Encoders.INT())
        .collectAsList();
  }
}
