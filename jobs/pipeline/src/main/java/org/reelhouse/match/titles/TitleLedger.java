package org.reelhouse.match.titles;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.sql.Date;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.RunContext;
import org.reelhouse.lake.Lake;
import org.reelhouse.tables.Silver;

/** The life of title ids: what happens to them from run to run, and where an old one leads. */
public final class TitleLedger {
  private final Lake lake;
  private final RunContext context;
  private final Dataset<Row> entries;
  private final Dataset<Row> aliases;
  private final boolean isEmpty;

  /** The ledger as the runs before left it. */
  public TitleLedger(Lake lake, RunContext context) {
    this.lake = lake;
    this.context = context;
    this.entries = lake.readOrEmpty(Silver.TITLE_LEDGER);
    this.aliases = lake.readOrEmpty(Silver.TITLE_ALIAS);
    this.isEmpty = entries.isEmpty();
  }

  public boolean isEmpty() {
    return isEmpty;
  }

  /**
   * All ids there were before this as-of date, as {@code title_id}. A run that is done again mints
   * the same ids again.
   */
  Dataset<Row> ids() {
    return entries
        .where(col("as_of").lt(lit(Date.valueOf(context.asOf()))))
        .select("title_id")
        .distinct();
  }

  /**
   * The titles of source titles that vanished, so that one that comes back is that title again.
   *
   * @return {@code reference}, {@code left_id}
   */
  public Dataset<Row> departed() {
    Dataset<Row> left =
        entries
            .where(col("event").equalTo("leave"))
            .groupBy("subject")
            .agg(max_by(col("title_id"), struct("as_of", "title_id")).as("former_id"));
    Dataset<Row> present = aliases.select(col("title_id").as("former_id"), col("present_id"));
    return left.join(present, "former_id", "left")
        .select(
            col("subject").as("reference"),
            coalesce(col("present_id"), col("former_id")).as("left_id"));
  }

  /**
   * Writes what happened. A run that changes nothing writes nothing.
   *
   * @param before {@code silver.title_source} as it was
   * @param after what {@link ClusterTitles#identified} gives
   */
  public void write(Dataset<Row> before, Dataset<Row> after) {
    if (isEmpty) {
      append(dated(opening(after)));
      lake.replace(Silver.TITLE_ALIAS, aliases);
      return;
    }
    // Cut off from their plans, which would stand in each other many times over.
    Dataset<Row> changes = changes(before, after).localCheckpoint();
    if (!changes.isEmpty()) {
      Dataset<Row> events = events(changes, before, after).localCheckpoint();
      append(withTodays(events));
      lake.replace(Silver.TITLE_ALIAS, aliases(events, after));
    }
  }

  /** Today's entries: a run that is done again notes nothing twice. */
  private Dataset<Row> withTodays(Dataset<Row> events) {
    String[] key = {"event", "title_id", "subject"};
    Dataset<Row> today = entries.where(col("as_of").equalTo(lit(Date.valueOf(context.asOf()))));
    return today.unionByName(
        dated(events.join(today.select("event", "title_id", "subject"), key, "left_anti")));
  }

  private Dataset<Row> dated(Dataset<Row> events) {
    return events
        .withColumn("as_of", lit(Date.valueOf(context.asOf())))
        .withColumn("run_id", lit(context.runId()));
  }

  private void append(Dataset<Row> todays) {
    lake.replaceSlice(Silver.TITLE_LEDGER, Map.of("as_of", context.asOf().toString()), todays);
  }

  private static Dataset<Row> opening(Dataset<Row> after) {
    return after
        .where(ClusterTitles.isFirst())
        .select(
            lit("create").as("event"),
            col("title_id"),
            col("cluster").as("subject"),
            lit("known when the ledger began").as("reason"));
  }

  /**
   * Source titles whose title is another than before: {@code before} or {@code after} may lack. Of
   * those that come back, {@code before} is the title they left.
   */
  private Dataset<Row> changes(Dataset<Row> before, Dataset<Row> after) {
    Dataset<Row> back =
        departed()
            .join(
                before.select(ClusterTitles.reference().as("reference")), "reference", "left_anti")
            .join(after.select(ClusterTitles.reference().as("reference")), "reference", "leftsemi")
            .select(col("reference"), col("left_id").as("before"), lit(true).as("back"));
    return before
        .select(
            ClusterTitles.reference().as("reference"),
            col("title_id").as("before"),
            lit(false).as("back"))
        .union(back)
        .join(
            after.select(
                ClusterTitles.reference().as("reference"),
                col("title_id").as("after"),
                col("method"),
                ClusterTitles.isFirst().as("first")),
            "reference",
            "full")
        .where(not(col("before").eqNullSafe(col("after"))).or(col("back")));
  }

  private Dataset<Row> events(Dataset<Row> changes, Dataset<Row> before, Dataset<Row> after) {
    Dataset<Row> marked =
        changes
            .join(marks(before, "after", "stood"), "after", "left")
            .join(marks(ids(), "after", "known"), "after", "left")
            .join(marks(after, "before", "stands"), "before", "left")
            .localCheckpoint();
    Column isFresh = col("after").isNotNull().and(col("stood").isNull());
    Column moved = col("before").isNotNull().and(col("after").isNotNull());
    Dataset<Row> fresh = marked.where(isFresh);
    return fresh
        .where("first")
        .select(
            when(col("known").isNull(), "create").otherwise("revive").as("event"),
            col("after").as("title_id"),
            col("reference").as("subject"),
            when(col("known").isNull(), "new").otherwise("a source lists it again").as("reason"))
        .union(splits(fresh.where(moved.and(col("stands").isNotNull()))))
        .union(absorbed(marked.where(col("stood").isNotNull())))
        .union(merges(marked.where(moved.and(col("stands").isNull()))))
        .union(left(marked.where(col("after").isNull())))
        .union(retired(marked.where(col("before").isNotNull().and(col("stands").isNull()))));
  }

  private static Dataset<Row> marks(Dataset<Row> titles, String side, String mark) {
    return titles.select(col("title_id").as(side)).distinct().withColumn(mark, lit(true));
  }

  private static Dataset<Row> splits(Dataset<Row> moved) {
    return moved
        .groupBy("after", "before")
        .agg(count(lit(1)).as("rows"))
        .select(
            lit("split").as("event"),
            col("after").as("title_id"),
            col("before").as("subject"),
            concat(col("rows"), lit(" of its source titles became this title")).as("reason"));
  }

  private static Dataset<Row> absorbed(Dataset<Row> came) {
    return came.select(
        lit("absorb").as("event"),
        col("after").as("title_id"),
        col("reference").as("subject"),
        concat(
                when(col("before").isNull(), "new")
                    .when(col("before").equalTo(col("after")), "back")
                    .otherwise(concat(lit("from "), col("before"))),
                lit(", by "),
                col("method"))
            .as("reason"));
  }

  /** A title that is gone is the one that took most of its source titles. */
  private static Dataset<Row> merges(Dataset<Row> moved) {
    return moved
        .groupBy("before", "after")
        .agg(negate(count(lit(1))).as("fewness"))
        .groupBy("before")
        .agg(min(struct("fewness", "after")).as("most"))
        .select(
            lit("merge").as("event"),
            col("before").as("title_id"),
            col("most.after").as("subject"),
            concat(negate(col("most.fewness")), lit(" source titles went there")).as("reason"));
  }

  private static Dataset<Row> left(Dataset<Row> gone) {
    return gone.select(
        lit("leave").as("event"),
        col("before").as("title_id"),
        col("reference").as("subject"),
        lit("no source lists it any more").as("reason"));
  }

  private static Dataset<Row> retired(Dataset<Row> emptied) {
    return emptied
        .groupBy("before")
        .agg(count(col("after")).as("moved"))
        .where("moved = 0")
        .select(
            lit("retire").as("event"),
            col("before").as("title_id"),
            col("before").as("subject"),
            lit("none of its source titles is left").as("reason"));
  }

  /** Rows of {@code silver.title_alias}. */
  private Dataset<Row> aliases(Dataset<Row> events, Dataset<Row> after) {
    Column merged = col("event").equalTo("merge");
    Dataset<Row> ended =
        events
            .where(col("event").isin("merge", "retire"))
            .select(
                col("title_id"),
                when(merged, "merged").otherwise("retired").as("status"),
                when(merged, col("subject")).as("merged_into"),
                lit(Date.valueOf(context.asOf())).as("since"));
    Dataset<Row> others = ended.select("title_id").union(after.select("title_id"));
    return resolved(
        aliases
            .select("title_id", "status", "merged_into", "since")
            .join(others, aliases.col("title_id").equalTo(others.col("title_id")), "left_anti")
            .union(ended)
            .localCheckpoint());
  }

  /** Follows each link to its end: in each round one further. */
  private static Dataset<Row> resolved(Dataset<Row> links) {
    Dataset<Row> further =
        links.select(
            col("title_id").as("present_id"),
            col("merged_into").as("further"),
            lit(true).as("leads_on"));
    Dataset<Row> followed = links.withColumn("present_id", col("merged_into"));
    while (!followed.join(further, "present_id").isEmpty()) {
      followed =
          followed
              .join(further, "present_id", "left")
              .withColumn(
                  "present_id", when(col("leads_on"), col("further")).otherwise(col("present_id")))
              .select("title_id", "status", "merged_into", "since", "present_id")
              .localCheckpoint();
    }
    return followed;
  }
}
