package org.reelhouse.match;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.not;

import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.reelhouse.lake.Lake;
import org.reelhouse.lake.Ops;
import org.reelhouse.lake.Silver;

/** How well the matching of one run did, for {@code ops.data_quality} and for the operator. */
final class MatchQuality {
  private final Lake lake;
  private final String job;
  private final List<Row> rows = new ArrayList<>();

  private MatchQuality(Lake lake, String job) {
    this.lake = lake;
    this.job = job;
  }

  /**
   * Writes the measures and notes the most important.
   *
   * @param compared what {@link Candidates#compared} gives
   * @param idle overrides without effect: {@code subject}, {@code detail}
   * @return rows written
   */
  static long write(Lake lake, String job, Dataset<Row> compared, List<Row> idle) {
    MatchQuality quality = new MatchQuality(lake, job);
    quality.oversized(compared);
    quality.trials(compared);
    quality.overrides(idle);
    return lake.replaceSlice(
        Ops.DATA_QUALITY,
        Map.of("as_of", lake.asOf().toString(), "job", job),
        lake.frame(quality.rows, Ops.DATA_QUALITY.schema()));
  }

  /** Few even of large inputs: a part that is passed over holds more titles than a block may. */
  private void oversized(Dataset<Row> compared) {
    for (Row part :
        compared.where(col("oversized").isNotNull()).select("oversized", "size").collectAsList()) {
      add(
          "oversized_block",
          part.getString(0),
          (double) part.getLong(1),
          "source titles that were not compared by this key");
    }
  }

  private void trials(Dataset<Row> compared) {
    Row counts =
        compared
            .where(col("truth").isNotNull())
            .agg(
                count_if(col("truth").and(col("found"))),
                count_if(not(col("truth")).and(col("found"))),
                count_if(col("truth").and(not(col("found")))))
            .head();
    long right = counts.getLong(0);
    long found = right + counts.getLong(1);
    long real = right + counts.getLong(2);
    if (found == 0 || real == 0) {
      return;
    }
    double precision = (double) right / found;
    double recall = (double) right / real;
    String by = "pairs whose external ids tell the truth, judged without them";
    add("match_precision", "pairs", precision, right + " of " + found + " found " + by);
    add("match_recall", "pairs", recall, right + " of " + real + " true " + by);
    lake.note(
        String.format(
            Locale.ROOT,
            "estimates precision %.3f and recall %.3f without external ids, on %,d pairs that have them",
            precision,
            recall,
            real));
  }

  private void overrides(List<Row> idle) {
    for (Row override : idle) {
      add("override_without_effect", override.getString(0), 1, override.getString(1));
    }
    if (!idle.isEmpty()) {
      lake.note(
          "has %d overrides that change nothing; ops.data_quality lists them"
              .formatted(idle.size()));
    }
  }

  private void add(String check, String subject, double value, String detail) {
    rows.add(
        RowFactory.create(
            Date.valueOf(lake.asOf()),
            job,
            Silver.SOURCE_TITLE.name(),
            check,
            subject,
            value,
            detail));
  }
}
