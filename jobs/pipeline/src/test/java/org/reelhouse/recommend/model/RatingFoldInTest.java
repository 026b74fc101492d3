package org.reelhouse.recommend.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.reelhouse.recommend.links.Vector;
import org.reelhouse.recommend.observations.Rated;
import org.reelhouse.testing.SparkTest;

@SparkTest
class RatingFoldInTest {
  private static final double RIDGE = 0.25;

  /** Mean 6; title 1 has the bias 1, title 3 the bias -1. */
  private static final RatingFoldIn TWO_TITLES =
      new RatingFoldIn(
          TitleFactors.of(Map.of(1, new float[] {2, 1, 1}, 3, new float[] {1, 1, -1}), 3),
          6,
          4,
          RIDGE);

  @Test
  void givesAKnownUserTheFactorsThatAlsFound(SparkSession spark) {
    SomeRatings ratings = SomeRatings.of(40, 25);
    ALSModel model =
        new ALS()
            .setUserCol("user")
            .setItemCol("title")
            .setRatingCol("residual")
            .setRank(6)
            .setMaxIter(3)
            .setRegParam(RIDGE)
            .setSeed(1)
            .fit(ratings.rows(spark));
    RatingFoldIn foldIn = foldIn(model);

    List<Row> users = model.userFactors().collectAsList();

    assertThat(users).hasSize(40);
    for (Row user : users) {
      float[] found = foldIn.user(ratings.of(user.getInt(0)));
      assertThat(Arrays.copyOf(found, 6))
          .containsExactly(Vector.unboxed(user.getList(1)), within(1e-3f));
      assertThat(found[7]).isEqualTo(1);
    }
  }

  /** Without biases: a damping that leaves none. */
  private static RatingFoldIn foldIn(ALSModel model) {
    Map<Integer, float[]> titles = new HashMap<>();
    for (Row row : model.itemFactors().collectAsList()) {
      float[] title = Arrays.copyOf(Vector.unboxed(row.getList(1)), 8);
      title[6] = 1;
      titles.put(row.getInt(0), title);
    }
    return new RatingFoldIn(TitleFactors.of(titles, 8), SomeRatings.MEAN, 1e12, RIDGE);
  }

  @Test
  void aUserWithoutKnownTitlesRatesAsOthersDo() {
    for (List<Rated> rated : List.of(List.<Rated>of(), List.of(new Rated(2, 10)))) {
      float[] user = TWO_TITLES.user(rated);

      assertThat(user).containsExactly(0, 6, 1);
      assertThat(TWO_TITLES.bias(user)).isZero();
      assertThat(TWO_TITLES.biases(user, 3)).isEqualTo(5);
      assertThat(TWO_TITLES.residual(user, 3)).isZero();
    }
  }

  @Test
  void solvesTheEquationOfOneRating() {
    float[] user = TWO_TITLES.user(List.of(new Rated(1, 10)));

    // 10 - 6 - 1 = 3 above the title; bias 3 / (1 + 4); (2² + 0.25) x = 2 (3 - 0.6).
    assertThat(TWO_TITLES.bias(user)).isCloseTo(0.6, within(1e-6));
    assertThat((double) user[0]).isCloseTo(4.8 / 4.25, within(1e-6));
    assertThat(TWO_TITLES.residual(user, 3)).isCloseTo(4.8 / 4.25, within(1e-6));
  }

  @Test
  void nothingIsKnownOfUnknownTitlesAndTheyChangeNothing() {
    float[] user = TWO_TITLES.user(List.of(new Rated(1, 9), new Rated(2, 1), new Rated(3, 4)));

    assertThat(user).isEqualTo(TWO_TITLES.user(List.of(new Rated(1, 9), new Rated(3, 4))));
    assertThat(TWO_TITLES.residual(user, 2)).isZero();
    assertThat(TWO_TITLES.residual(user, 99)).isZero();
    assertThat(TWO_TITLES.biases(user, 99)).isCloseTo(6 + TWO_TITLES.bias(user), within(1e-6));
  }
}
