package org.reelhouse.normalize;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.Tally;

/** Counts what became of the records of each input, each count from its own side. */
final class Accounts {
  private static final Column INPUT = concat_ws("/", lit("raw"), col("source"), col("dataset"));

  private Accounts() {}

  static List<Tally> tallies(
      List<String> inputs, Dataset<Row> drafts, Dataset<Row> merged, Dataset<Row> rejected) {
    Dataset<Row> titles = merged.filter(col("title").isNotNull());
    Dataset<Row> folded = merged.select(explode(col("folded")).as("place")).distinct();
    Map<List<String>, Long> counts = new HashMap<>();
    counted("read", drafts.select(INPUT.as("input")))
        .union(counted("out", titles.select("input")))
        .union(counted("merged", folded.select("place.input")))
        .union(counted("quarantined", rejected.select(INPUT.as("input"))))
        .collectAsList()
        .forEach(row -> counts.put(List.of(row.getString(0), row.getString(1)), row.getLong(2)));
    return inputs.stream().map(input -> tally(input, counts)).toList();
  }

  private static Dataset<Row> counted(String measure, Dataset<Row> rows) {
    return rows.groupBy("input")
        .agg(count(lit(1)).as("rows"))
        .select(lit(measure), col("input"), col("rows"));
  }

  private static Tally tally(String input, Map<List<String>, Long> counts) {
    long read = rows("read", input, counts);
    return new Tally(
        input,
        read,
        read,
        rows("out", input, counts),
        rows("merged", input, counts),
        rows("quarantined", input, counts));
  }

  private static long rows(String measure, String input, Map<List<String>, Long> counts) {
    return counts.getOrDefault(List.of(measure, input), 0L);
  }
}
