package org.reelhouse.recommend.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.reelhouse.recommend.observations.Rated;

/** Random ratings of 1 to 10 of some users, about half of the titles of each. */
record SomeRatings(Map<Integer, List<Rated>> byUser) {
  static final double MEAN = 5.5;

  private static final StructType SCHEMA =
      StructType.fromDDL("user INT, title INT, residual FLOAT, weight FLOAT");

  static SomeRatings of(int users, int titles) {
    Random random = new Random(3);
    Map<Integer, List<Rated>> byUser = new TreeMap<>();
    for (int user = 0; user < users; user++) {
      List<Rated> rated = new ArrayList<>(List.of(new Rated(user % titles, 7)));
      for (int title = 0; title < titles; title++) {
        if (title != user % titles && random.nextBoolean()) {
          rated.add(new Rated(title, 1 + random.nextInt(10)));
        }
      }
      byUser.put(user, rated);
    }
    return new SomeRatings(byUser);
  }

  List<Rated> of(int user) {
    return byUser.getOrDefault(user, List.of());
  }

  /** With what ALS fits to: the rating less the mean, and the weight of a preference. */
  Dataset<Row> rows(SparkSession spark) {
    List<Row> rows = new ArrayList<>();
    byUser.forEach(
        (user, rated) ->
            rated.forEach(
                one ->
                    rows.add(
                        RowFactory.create(
                            user,
                            one.number(),
                            (float) (one.rating() - MEAN),
                            RankingFoldIn.weight(one.rating())))));
    return spark.createDataFrame(rows, SCHEMA);
  }
}
