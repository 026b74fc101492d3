package org.reelhouse.trends;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.Tally;
import org.reelhouse.lake.Lake;
import org.reelhouse.tables.Silver;
import org.reelhouse.tables.Table;

/**
 * Accounts for the titles with a genre, a country and a release day, and for the ratings with a day
 * of titles with a genre and a country. All of them are folded into counts.
 */
final class TrendTallies {
  private TrendTallies() {}

  static List<Tally> of(Lake lake, Dataset<Row> occurrences, Dataset<Row> trends) {
    Row taken = sums(occurrences, "titles", "ratings");
    Row counted = sums(trends, "first_titles", "first_ratings");
    return List.of(
        tally(lake, Silver.TITLE, taken.getLong(0), counted.getLong(0)),
        tally(lake, Silver.RATING, taken.getLong(1), counted.getLong(1)));
  }

  private static Row sums(Dataset<Row> rows, String titles, String ratings) {
    return rows.agg(coalesce(sum(titles), lit(0L)), coalesce(sum(ratings), lit(0L))).head();
  }

  private static Tally tally(Lake lake, Table table, long taken, long counted) {
    return new Tally(table.name(), lake.count(table), taken, 0, counted, 0);
  }
}
