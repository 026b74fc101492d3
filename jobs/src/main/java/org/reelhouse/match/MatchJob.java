package org.reelhouse.match;

import static java.util.Map.entry;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.Job;
import org.reelhouse.Tally;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.Lake;
import org.reelhouse.lake.Ops;
import org.reelhouse.lake.SideBySide;
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
    Ranking ranking = Ranking.of(settings.sources());
    Dataset<Row> compared =
        lake.keep(Candidates.compared(sourceTitles, settings.match(), Candidates.FLOOR));
    Column probable = col("probability").geq(lit(settings.match().threshold()));
    Dataset<Row> members =
        Clusters.members(lake, compared.where(probable), ranking, Clusters.DRIVER_EDGES);
    Dataset<Row> identified =
        lake.keep(
            Titles.identified(
                sourceTitles, members, lake.readOrEmpty(Silver.TITLE_SOURCE), lake.asOf()));
    long merged = identified.where(not(Titles.isFirst())).count();
    Map<Table, Long> written =
        SideBySide.run(
            List.of(
                entry(
                    Silver.TITLE,
                    () ->
                        lake.replace(
                            Silver.TITLE, Titles.merged(sourceTitles, identified, ranking))),
                entry(
                    Silver.MATCH,
                    () -> lake.replace(Silver.MATCH, decided(compared, probable, members))),
                entry(
                    Silver.TITLE_SOURCE,
                    () -> lake.replace(Silver.TITLE_SOURCE, identified.drop("cluster"))),
                entry(
                    Ops.DATA_QUALITY,
                    () ->
                        lake.replaceSlice(
                            Ops.DATA_QUALITY,
                            Map.of("as_of", lake.asOf().toString(), "job", name()),
                            oversizedBlocks(compared, name(), lake.asOf())))));
    long titles = Objects.requireNonNull(written.get(Silver.TITLE));
    long read = lake.count(Silver.SOURCE_TITLE);
    return List.of(new Tally(Silver.SOURCE_TITLE.name(), read, read, titles, merged, 0));
  }

  /**
   * Rows of {@code silver.match}. A pair within one cluster is a match even where only a third
   * title joined the two.
   */
  static Dataset<Row> decided(Dataset<Row> compared, Column probable, Dataset<Row> members) {
    Column together = col("left_cluster").equalTo(col("right_cluster"));
    return compared
        .where(col("left").isNotNull())
        .join(clusterOf(members, "left"), col("left").equalTo(col("left_end")), "left")
        .join(clusterOf(members, "right"), col("right").equalTo(col("right_end")), "left")
        .withColumn(
            "decision", when(together, "match").when(probable, "rejected").otherwise("distinct"))
        .select("left", "right", "probability", "decision", "reasons");
  }

  private static Dataset<Row> clusterOf(Dataset<Row> members, String side) {
    return members.select(col("reference").as(side + "_end"), col("cluster").as(side + "_cluster"));
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
}
