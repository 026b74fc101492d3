package org.reelhouse.match;

import static java.util.stream.Collectors.groupingBy;
import static org.apache.spark.sql.functions.sum;

import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.reelhouse.RunContext;
import org.reelhouse.lake.Lake;
import org.reelhouse.match.blocking.Finding;
import org.reelhouse.match.incremental.MatchState;
import org.reelhouse.tables.Ops;
import org.reelhouse.tables.Silver;

/** How well the matching of one run did, for {@code ops.data_quality} and for the operator. */
final class MatchQuality {
  private final RunContext context;
  private final String job;
  private final List<Row> rows = new ArrayList<>();

  private MatchQuality(RunContext context, String job) {
    this.context = context;
    this.job = job;
  }

  /**
   * Writes the measures and notes the most important.
   *
   * @param findings what the blocks gave beside pairs, as {@link MatchState#findings} has it
   * @param idle overrides without effect: {@code subject}, {@code detail}
   * @return rows written
   */
  static long write(
      Lake lake, RunContext context, String job, Dataset<Row> findings, List<Row> idle) {
    MatchQuality quality = new MatchQuality(context, job);
    Map<String, List<Row>> ofKind =
        findings.groupBy("finding", "subject").agg(sum("size")).collectAsList().stream()
            .collect(groupingBy(row -> row.getString(0)));
    ofKind.getOrDefault(Finding.OVERSIZED.text(), List.of()).forEach(quality::oversized);
    quality.trials(ofKind);
    quality.overrides(idle);
    return lake.replaceSlice(
        Ops.DATA_QUALITY,
        Map.of("as_of", context.asOf().toString(), "job", job),
        lake.frame(quality.rows, Ops.DATA_QUALITY.schema()));
  }

  private void oversized(Row part) {
    add(
        "oversized_block",
        part.getString(1),
        (double) part.getLong(2),
        "source titles that were not compared by this key");
  }

  private void trials(Map<String, List<Row>> findings) {
    long right = pairs(findings, Finding.RIGHT);
    long found = right + pairs(findings, Finding.WRONG);
    long real = right + pairs(findings, Finding.MISSED);
    if (found == 0 || real == 0) {
      return;
    }
    double precision = (double) right / found;
    double recall = (double) right / real;
    String by = "pairs whose external ids show the truth, judged without them";
    add("match_precision", "pairs", precision, right + " of " + found + " found " + by);
    add("match_recall", "pairs", recall, right + " of " + real + " true " + by);
    context.note(
        String.format(
            Locale.ROOT,
            "estimates precision %.3f and recall %.3f without external ids, on %,d pairs that have them",
            precision,
            recall,
            real));
  }

  private static long pairs(Map<String, List<Row>> findings, Finding finding) {
    return findings.getOrDefault(finding.text(), List.of()).stream()
        .mapToLong(row -> row.getLong(2))
        .sum();
  }

  private void overrides(List<Row> idle) {
    for (Row override : idle) {
      add("override_without_effect", override.getString(0), 1, override.getString(1));
    }
    if (!idle.isEmpty()) {
      context.note(
          "has %d overrides that change nothing; ops.data_quality lists them"
              .formatted(idle.size()));
    }
  }

  private void add(String check, String subject, double value, String detail) {
    rows.add(
        RowFactory.create(
            Date.valueOf(context.asOf()),
            job,
            Silver.SOURCE_TITLE.name(),
            check,
            subject,
            value,
            detail));
  }
}
