package org.reelhouse.trends;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Occurrences counted once for each genre and each country of their title. */
final class Mentions {
  private Mentions() {}

  /**
   * Genre, country, month, titles and ratings. A title of two genres and three countries counts in
   * six rows; in one of them, its first, it also counts in {@code first_titles} and {@code
   * first_ratings}, whose sums are therefore those of the titles and ratings themselves.
   */
  static Dataset<Row> monthly(Dataset<Row> occurrences) {
    Column first = col("place").equalTo(0);
    return occurrences
        .select(
            expr(
                """
                posexplode(flatten(transform(genres,
                  genre -> transform(countries, country -> struct(genre, country)))))
                as (place, pair)"""),
            col("month"),
            col("titles"),
            col("ratings"))
        .groupBy(col("pair.genre").as("genre"), col("pair.country").as("country"), col("month"))
        .agg(
            sum("titles").as("titles"),
            sum("ratings").as("ratings"),
            sum(when(first, col("titles")).otherwise(lit(0L))).as("first_titles"),
            sum(when(first, col("ratings")).otherwise(lit(0L))).as("first_ratings"));
  }
}
