package org.reelhouse.match;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;

import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.Job;
import org.reelhouse.Tally;
import org.reelhouse.config.Settings;
import org.reelhouse.config.SourceSettings;
import org.reelhouse.lake.Lake;
import org.reelhouse.lake.Ops;
import org.reelhouse.lake.Silver;
import org.reelhouse.lake.Table;

/** Finds which source titles are the same work and makes one title of them. */
public final class MatchJob implements Job {

  @Override
  public String name() {
    return "match";
  }

  @Override
  public String description() {
    return "Finds which source titles are the same work and makes one title of them.";
  }

  @Override
  public Set<Table> reads() {
    return Set.of(Silver.SOURCE_TITLE, Silver.TITLE_SOURCE);
  }

  @Override
  public Set<Table> writes() {
    return Set.of(Silver.MATCH, Silver.TITLE_SOURCE, Silver.TITLE, Ops.DATA_QUALITY);
  }

  @Override
  public List<Tally> run(Lake lake, Settings settings) {
    Dataset<Row> sourceTitles = lake.read(Silver.SOURCE_TITLE);
    Dataset<Row> compared = lake.keep(Candidates.compared(sourceTitles, settings.match()));
    Dataset<Row> pairs = lake.keep(Candidates.pairs(compared));
    Dataset<Row> probable = pairs.where(col("probability").geq(lit(settings.match().threshold())));
    Dataset<Row> components = Components.of(lake, probable, Components.DRIVER_EDGES);
    Dataset<Row> resolved = lake.keep(Clusters.resolve(probable, components));
    lake.replace(Silver.MATCH, decided(pairs, Clusters.decisions(resolved)));

    Dataset<Row> identified =
        lake.keep(
            Titles.inClusters(
                    sourceTitles, Clusters.members(resolved), lake.readOrEmpty(Silver.TITLE_SOURCE))
                .transform(rows -> Titles.merged(rows, priorities(settings.sources())))
                .transform(rows -> TitleIds.assign(rows, lake.asOf())));
    long titles = lake.replace(Silver.TITLE, Titles.titles(identified));
    lake.replace(Silver.TITLE_SOURCE, Titles.titleSources(identified, lake.asOf()));
    lake.replaceSlice(
        Ops.DATA_QUALITY,
        Map.of("as_of", lake.asOf().toString(), "job", name()),
        oversizedBlocks(compared, name(), lake.asOf()));
    long read = lake.count(Silver.SOURCE_TITLE);
    return List.of(
        new Tally(Silver.SOURCE_TITLE.name(), read, read, titles, mergedAway(identified), 0));
  }

  private static Map<String, Integer> priorities(Map<String, SourceSettings> sources) {
    Map<String, Integer> priorities = new HashMap<>();
    sources.forEach((source, settings) -> priorities.put(source, settings.priority()));
    return priorities;
  }

  /** Rows of {@code silver.match}: a pair below the threshold is distinct. */
  static Dataset<Row> decided(Dataset<Row> pairs, Dataset<Row> decisions) {
    return pairs
        .drop("score", "linked", "left_ids", "right_ids")
        .join(
            decisions,
            pairs
                .col("left")
                .equalTo(decisions.col("left"))
                .and(pairs.col("right").equalTo(decisions.col("right"))),
            "left")
        .select(
            pairs.col("left"),
            pairs.col("right"),
            col("probability"),
            coalesce(col("decision"), lit("distinct")).as("decision"),
            col("reasons"));
  }

  private static Dataset<Row> oversizedBlocks(Dataset<Row> compared, String job, LocalDate asOf) {
    return compared
        .where(col("oversized").isNotNull())
        .select(
            lit(Date.valueOf(asOf)).as("as_of"),
            lit(job).as("job"),
            lit(Silver.SOURCE_TITLE.name()).as("table"),
            lit("oversized_block").as("check"),
            col("oversized").as("subject"),
            col("size").cast("double").as("value"),
            lit("source titles that were not compared by this key").as("detail"));
  }

  /** Source titles beyond the first of each title. */
  private static long mergedAway(Dataset<Row> identified) {
    Row total = identified.agg(coalesce(sum(size(col("parts")).minus(1)), lit(0L))).head();
    return total.getLong(0);
  }
}
