package org.reelhouse.trends;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Share and growth of each genre, country and month.
 *
 * <p>A month is listed from the first to the last that a genre and country have, as long as one of
 * its last 24 holds a title or it holds ratings. The months left out are those of which there is
 * nothing to say: no titles, no ratings, no growth. So the rows are bounded by 24 times the months
 * with titles, however far apart these are.
 */
final class GenreTrends {
  private static final int YEAR = 12;
  private static final int LAST_ECHO = 2 * YEAR - 1;
  private static final WindowSpec GENRE_AND_COUNTRY = Window.partitionBy("genre", "country");
  private static final WindowSpec COUNTRY_AND_MONTH = Window.partitionBy("country", "month");

  private GenreTrends() {}

  /**
   * The columns of {@code gold.genre_trend} with {@code now} and {@code before}, the titles of the
   * last 12 months and of the 12 before, and the sums of {@link Mentions#monthly}.
   */
  static Dataset<Row> of(Dataset<Row> mentions) {
    return mentions.transform(GenreTrends::echoed).transform(GenreTrends::compared);
  }

  /** Exactly the columns of {@code gold.genre_trend}. */
  static Dataset<Row> published(Dataset<Row> trends) {
    return trends.drop("now", "before", "first_titles", "first_ratings");
  }

  /** Each month's titles count in its own trailing year and in those of the 23 months after it. */
  private static Dataset<Row> echoed(Dataset<Row> mentions) {
    return mentions
        .withColumn("last", max("month").over(GENRE_AND_COUNTRY))
        .withColumn("echo", explode(echoes()))
        .groupBy(col("genre"), col("country"), col("month").plus(col("echo")).as("month"))
        .agg(
            within(0, 0, "titles").as("titles"),
            within(0, 0, "ratings").as("ratings"),
            within(0, YEAR - 1, "titles").as("now"),
            within(YEAR, LAST_ECHO, "titles").as("before"),
            within(0, 0, "first_titles").as("first_titles"),
            within(0, 0, "first_ratings").as("first_ratings"));
  }

  private static Column echoes() {
    return sequence(
        lit(0),
        when(col("titles").gt(0), least(lit(LAST_ECHO), col("last").minus(col("month"))))
            .otherwise(0));
  }

  private static Column within(int from, int to, String counts) {
    return sum(when(col("echo").between(from, to), col(counts)).otherwise(lit(0L)));
  }

  private static Dataset<Row> compared(Dataset<Row> counts) {
    Column mentions = sum("titles").over(COUNTRY_AND_MONTH);
    return counts
        .withColumn("share", coalesce(ratio(col("titles"), mentions), lit(0.0)))
        .withColumn("growth", ratio(col("now"), col("before")).minus(1))
        .withColumn("month", expr("make_date(cast(month div 12 as int), month % 12 + 1, 1)"));
  }

  private static Column ratio(Column part, Column whole) {
    return when(whole.gt(0), part.cast("double").divide(whole.cast("double")));
  }
}
