package org.reelhouse.recommend.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.reelhouse.recommend.links.Vector;
import org.reelhouse.recommend.observations.Rated;
import org.reelhouse.testing.SparkTest;

@SparkTest
class RankingFoldInTest {
  private static final double ALPHA = 2;
  private static final double RIDGE = 0.1;

  private static final RankingFoldIn TWO_TITLES =
      new RankingFoldIn(
          TitleFactors.of(Map.of(1, new float[] {1, 0}, 3, new float[] {0.6f, 0.8f}), 2),
          ALPHA,
          RIDGE);

  @Test
  void givesAKnownUserTheFactorsThatAlsFound(SparkSession spark) {
    SomeRatings ratings = SomeRatings.of(40, 25);
    ALSModel model =
        new ALS()
            .setImplicitPrefs(true)
            .setUserCol("user")
            .setItemCol("title")
            .setRatingCol("weight")
            .setRank(6)
            .setMaxIter(3)
            .setAlpha(ALPHA)
            .setRegParam(RIDGE)
            .setSeed(1)
            .fit(ratings.rows(spark));
    Map<Integer, float[]> titles = new HashMap<>();
    for (Row row : model.itemFactors().collectAsList()) {
      titles.put(row.getInt(0), Vector.unboxed(row.getList(1)));
    }
    RankingFoldIn foldIn = new RankingFoldIn(TitleFactors.of(titles, 6), ALPHA, RIDGE);

    List<Row> users = model.userFactors().collectAsList();

    assertThat(users).hasSize(40);
    for (Row user : users) {
      float[] found = Objects.requireNonNull(foldIn.user(ratings.of(user.getInt(0))));
      assertThat(found).containsExactly(Vector.unboxed(user.getList(1)), within(1e-3f));
    }
  }

  @Test
  void knowsNothingOfAUserWithoutRatingsOrWithUnknownTitlesAlone() {
    assertThat(TWO_TITLES.user(List.of())).isNull();
    assertThat(TWO_TITLES.user(List.of(new Rated(2, 8), new Rated(99, 8)))).isNull();
  }

  @Test
  void solvesTheEquationsOfOneRating() {
    float[] user = Objects.requireNonNull(TWO_TITLES.user(List.of(new Rated(1, 5))));

    // c = 2 · 0.5; (Σ y yᵀ + c y₁ y₁ᵀ + 0.1 I) x = (1 + c) y₁.
    assertThat(2.46 * user[0] + 0.48 * user[1]).isCloseTo(2, within(1e-5));
    assertThat(0.48 * user[0] + 0.74 * user[1]).isCloseTo(0, within(1e-5));
  }

  @Test
  void unknownTitlesChangeNothing() {
    List<Rated> known = List.of(new Rated(1, 9), new Rated(3, 2));
    List<Rated> more = List.of(new Rated(1, 9), new Rated(2, 10), new Rated(3, 2));

    assertThat(TWO_TITLES.user(more)).isEqualTo(TWO_TITLES.user(known));
  }

  @Test
  void aTitleRatedZeroWasChosenAllTheSame() {
    assertThat(RankingFoldIn.weight(0)).isEqualTo(0.1f);
    assertThat(RankingFoldIn.weight(8)).isEqualTo(0.8f);
    assertThat(TWO_TITLES.user(List.of(new Rated(1, 0)))).isNotNull();
  }
}
