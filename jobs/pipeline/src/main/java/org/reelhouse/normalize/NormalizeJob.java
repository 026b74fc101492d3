package org.reelhouse.normalize;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.reelhouse.Job;
import org.reelhouse.PipelineException;
import org.reelhouse.RunContext;
import org.reelhouse.Tally;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.GroupKeys;
import org.reelhouse.lake.Lake;
import org.reelhouse.lake.SideBySide;
import org.reelhouse.normalize.draft.DraftRows;
import org.reelhouse.normalize.merge.MergedRows;
import org.reelhouse.normalize.merge.NamedTitles;
import org.reelhouse.normalize.merge.TitleMerger;
import org.reelhouse.tables.Ops;
import org.reelhouse.tables.Silver;
import org.reelhouse.tables.Table;

/** Makes one clean row of each title of each source. */
public final class NormalizeJob implements Job {
  private static final String NAME = "normalize";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "Makes one clean row of each title of each source.";
  }

  @Override
  public Set<Table> reads() {
    return Set.of(Ops.INGESTION_LOG);
  }

  @Override
  public Set<Table> writes() {
    return Set.of(Silver.SOURCE_TITLE, Silver.SOURCE_CREDIT, Ops.QUARANTINE, Ops.DATA_QUALITY);
  }

  @Override
  public List<Tally> run(Lake lake, RunContext context, Settings settings) {
    LocalDate asOf = context.asOf();
    List<TitleInput> inputs = TitleInput.of(lake.raw(), asOf, settings.sources());
    return publish(
        lake, asOf, inputs.stream().map(TitleInput::name).toList(), drafts(lake, asOf, inputs));
  }

  /**
   * Merges drafts and writes all that comes of them.
   *
   * @param inputs names of the raw datasets the drafts were read from
   */
  static List<Tally> publish(Lake lake, LocalDate asOf, List<String> inputs, Dataset<Row> read) {
    Dataset<Row> drafts = lake.keep(read);
    Dataset<Row> merged = lake.keep(merged(NamedTitles.resolved(drafts)));
    Dataset<Row> rejected = rejected(drafts, merged);

    // The first computes what the others share.
    lake.replace(Silver.SOURCE_TITLE, titles(merged));
    List<List<Tally>> tallies =
        SideBySide.all(
            List.of(
                () -> Accounts.tallies(inputs, drafts, merged, rejected),
                without(() -> lake.replace(Silver.SOURCE_CREDIT, credits(merged))),
                without(() -> replaceSlice(lake, asOf, Ops.QUARANTINE, rejected)),
                without(() -> replaceSlice(lake, asOf, Ops.DATA_QUALITY, measures(merged)))));
    return tallies.get(0);
  }

  /** A task that tallies nothing. */
  private static Callable<List<Tally>> without(Runnable task) {
    return () -> {
      task.run();
      return List.of();
    };
  }

  /** One row of {@link DraftRows} for each record of each input. */
  private static Dataset<Row> drafts(Lake lake, LocalDate asOf, List<TitleInput> inputs) {
    if (inputs.isEmpty()) {
      throw new PipelineException(
          "Cannot normalize: no dataset of titles has a snapshot on or before "
              + asOf
              + ". Run ingest first, or name a later date with --as-of.");
    }
    return lake.raw().read(inputs.stream().map(TitleInput::reading).toList(), DraftRows.SCHEMA);
  }

  /** Rows of {@link MergedRows}: one for each title, and one for each orphan. */
  static Dataset<Row> merged(Dataset<Row> drafts) {
    return drafts
        .filter(col("title_key").isNotNull())
        .groupBy(GroupKeys.hashedFirst(col("title_key")))
        .as(Encoders.tuple(Encoders.LONG(), Encoders.STRING()), Encoders.row(DraftRows.SCHEMA))
        .flatMapGroups(new TitleMerger(), Encoders.row(MergedRows.SCHEMA));
  }

  static Dataset<Row> titles(Dataset<Row> merged) {
    return merged.filter(col("title").isNotNull()).select("title.*");
  }

  static Dataset<Row> credits(Dataset<Row> merged) {
    return merged.select(inline(col("credits")));
  }

  /** Records that could not be read, and records that add to a title which nobody gives. */
  static Dataset<Row> rejected(Dataset<Row> drafts, Dataset<Row> merged) {
    return merged
        .filter(col("rejected").isNotNull())
        .select("rejected.*")
        .unionByName(
            drafts
                .filter(col("reason").isNotNull())
                .select(
                    "source", "dataset", "snapshot", "file", "line", "reason", "detail", "raw"));
  }

  /** How often each check of a value failed. */
  static Dataset<Row> measures(Dataset<Row> merged) {
    return merged
        .select(explode(col("notes")).as("note"))
        .groupBy(col("note.check"), col("note.subject"))
        .agg(count(lit(1)).cast("double").as("value"))
        .withColumn("table", lit(Silver.SOURCE_TITLE.name()))
        .withColumn("detail", lit("titles concerned"));
  }

  private static long replaceSlice(Lake lake, LocalDate asOf, Table table, Dataset<Row> rows) {
    return lake.replaceSlice(
        table,
        Map.of("as_of", asOf.toString(), "job", NAME),
        rows.withColumn("as_of", lit(Date.valueOf(asOf))).withColumn("job", lit(NAME)));
  }
}
