package org.reelhouse.recommend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.reelhouse.recommend.observations.ExactSums.dampedMean;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.reelhouse.lake.Lake;
import org.reelhouse.models.Monitored;
import org.reelhouse.models.SampledRows;
import org.reelhouse.recommend.catalogue.Observed;
import org.reelhouse.tables.Gold;
import org.reelhouse.tables.Silver;

/**
 * How users rate, and what the models say of the first titles of their lists, once these are
 * published.
 */
final class Monitoring {
  private static final String USER = "user_id";

  private final Lake lake;
  private final Observed observed;
  private final int sample;
  private @Nullable SampledRows users;
  private @Nullable SampledRows lists;

  /**
   * Of some users, chosen by a hash.
   *
   * @param sample about how many
   */
  Monitoring(Lake lake, Observed observed, int sample) {
    this.lake = lake;
    this.observed = observed;
    this.sample = sample;
  }

  /** How users rate, with a column of {@code gold.recommendation}. */
  Monitored with(String prediction) {
    if (users == null || lists == null) {
      long all = observed.users().count();
      users = SampledRows.of(users(), USER, all, sample);
      lists = SampledRows.of(lists(), USER, all, sample);
    }
    return new Monitored(
        Silver.RATING,
        List.of(
            users.of("mean_rating_per_user"), users.of("ratings_per_user"), lists.of(prediction)));
  }

  private Dataset<Row> users() {
    return observed
        .ratings()
        .groupBy("user")
        .agg(
            count(lit(1)).as("ratings_per_user"),
            dampedMean(col("rating"), 0).as("mean_rating_per_user"))
        .join(observed.users().select("user", USER), "user");
  }

  private Dataset<Row> lists() {
    return lake.read(Gold.RECOMMENDATION)
        .where(col("rank").equalTo(1))
        .select(USER, "score", "predicted_rating");
  }
}
