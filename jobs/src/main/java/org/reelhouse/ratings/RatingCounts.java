package org.reelhouse.ratings;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.Tally;

/**
 * What became of the ratings of each dataset, counted before titles were looked for, after, and in
 * the result.
 */
final class RatingCounts {
  private final Map<String, Long> read;
  private final Map<String, Long> usable;
  private final Map<String, Long> rejected;
  private final Map<String, Long> out;

  RatingCounts(Dataset<Row> parsed, Dataset<Row> located, Dataset<Row> newest) {
    this.read = perInput(parsed);
    this.usable = perInput(located.where(col("reason").isNull()));
    this.rejected = perInput(located.where(col("reason").isNotNull()));
    this.out = perInput(newest);
  }

  /** One tally for each dataset that has ratings. */
  List<Tally> tallies(List<RatingDump> dumps) {
    return dumps.stream().map(RatingDump::input).filter(read::containsKey).map(this::of).toList();
  }

  private Tally of(String input) {
    long lines = read.getOrDefault(input, 0L);
    long standing = out.getOrDefault(input, 0L);
    long merged = usable.getOrDefault(input, 0L) - standing;
    return new Tally(input, lines, lines, standing, merged, rejected.getOrDefault(input, 0L));
  }

  private static Map<String, Long> perInput(Dataset<Row> ratings) {
    Map<String, Long> counts = new HashMap<>();
    ratings
        .groupBy(concat_ws("/", lit("raw"), col("source"), col("dataset")).as("input"))
        .count()
        .collectAsList()
        .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
    return counts;
  }
}
