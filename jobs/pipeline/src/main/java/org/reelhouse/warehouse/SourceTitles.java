package org.reelhouse.warehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.row_number;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** What sources say of the availability and popularity of a title, and which of them is heard. */
final class SourceTitles {
  static final Column OFFERS = col("platform").isNotNull();
  static final Column SPEAKS_OF_POPULARITY =
      col("popularity")
          .isNotNull()
          .or(col("score").isNotNull())
          .or(col("votes").isNotNull())
          .or(col("members").isNotNull());

  /** The fullest row first; of equals, the first by source and identifier. */
  private static final WindowSpec FULLEST_OFFER =
      Window.partitionBy("title_id", "platform", "date_added")
          .orderBy(
              col("seasons").desc_nulls_last(),
              col("age_rating").asc_nulls_last(),
              col("source"),
              col("source_id"));

  /** The most users first; of equals, the largest measures, then the first by identifier. */
  private static final WindowSpec MOST_USERS =
      Window.partitionBy("title_id", "source", "snapshot")
          .orderBy(
              col("votes").desc_nulls_last(),
              col("members").desc_nulls_last(),
              col("popularity").desc_nulls_last(),
              col("score").desc_nulls_last(),
              col("source_id"));

  private SourceTitles() {}

  /**
   * Every source title with its title, and its rank among those that say the same: {@code
   * offer_rank} of one title, platform and day, {@code popularity_rank} of one title, source and
   * snapshot. Rank 1 stands in the fact.
   */
  static Dataset<Row> of(Dataset<Row> sourceTitles, Dataset<Row> titleSources) {
    return sourceTitles
        .select(
            "source",
            "source_id",
            "snapshot",
            "platform",
            "date_added",
            "age_rating",
            "seasons",
            "popularity",
            "score",
            "votes",
            "members")
        .join(
            titleSources.select("source", "source_id", "title_id"),
            new String[] {"source", "source_id"},
            "left")
        .repartition(col("title_id")) // serves both ranks
        .withColumn("offer_rank", row_number().over(FULLEST_OFFER))
        .withColumn("popularity_rank", row_number().over(MOST_USERS));
  }

  /** The rows of {@code gold.fact_availability}. */
  static Dataset<Row> availability(Dataset<Row> sourceTitles, Calendar calendar) {
    return sourceTitles
        .filter(OFFERS.and(col("offer_rank").equalTo(1)))
        .select(
            col("title_id"),
            col("platform"),
            col("date_added"),
            calendar.key(col("date_added")).as("date_key"),
            col("age_rating"),
            col("seasons"));
  }

  /** The rows of {@code gold.dim_platform}. */
  static Dataset<Row> platforms(Dataset<Row> availability) {
    return availability.groupBy("platform").agg(count_distinct(col("title_id")).as("titles"));
  }

  /** {@code first_day} and {@code last_day} of each row: when the platform added the title. */
  static Dataset<Row> days(Dataset<Row> sourceTitles, Calendar calendar) {
    Column day = calendar.within(col("date_added"));
    return sourceTitles.filter(OFFERS).select(day.as("first_day"), day.as("last_day"));
  }
}
