package org.reelhouse.match.review;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.format_number;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.reelhouse.lake.Lake;
import org.reelhouse.match.blocking.Candidates;
import org.reelhouse.match.titles.ClusterTitles;

/** Puts the decisions of people in the place of what the comparison found. */
public final class OverriddenPairs {
  private static final StructType TOLD =
      StructType.fromDDL("left STRING, right STRING, same BOOLEAN, decision STRING");

  private static final String[] PAIR = {"left", "right"};

  private final Lake lake;
  private final Overrides overrides;
  private final Dataset<Row> sourceTitles;
  private final Dataset<Row> compared;

  /**
   * Decisions about compared pairs.
   *
   * @param compared what {@link Candidates#compared} gives
   */
  public OverriddenPairs(
      Lake lake, Overrides overrides, Dataset<Row> sourceTitles, Dataset<Row> compared) {
    this.lake = lake;
    this.overrides = overrides;
    this.sourceTitles = sourceTitles;
    this.compared = compared;
  }

  private Dataset<Row> decisions() {
    List<Row> rows =
        overrides.pairs().stream()
            .map(pair -> RowFactory.create(pair.left(), pair.right(), pair.same(), pair.reason()))
            .toList();
    return lake.frame(rows, TOLD);
  }

  private Dataset<Row> named(String side) {
    return ClusterTitles.withIds(sourceTitles, side);
  }

  /**
   * The compared pairs as people see them. Both titles of a pair must be there; a pair that shares
   * no block is added.
   */
  public Dataset<Row> applied() {
    Column same = col("same");
    Dataset<Row> decisions = decisions();
    Dataset<Row> decided =
        decisions
            .join(named("left"), "left")
            .join(named("right"), "right")
            .select(
                col("left"),
                col("right"),
                when(same, Double.POSITIVE_INFINITY)
                    .otherwise(Double.NEGATIVE_INFINITY)
                    .as("score"),
                when(same, 1.0).otherwise(0.0).as("probability"),
                lit(false).as("linked"),
                array(col("decision")).as("reasons"),
                col("left_ids"),
                col("right_ids"));
    return compared.join(decisions, PAIR, "left_anti").unionByName(decided, true);
  }

  /**
   * Decisions that change nothing, because a title is gone or because the comparison decides so by
   * itself.
   *
   * @return {@code subject}, {@code detail}
   */
  public List<Row> idle(double threshold) {
    Dataset<Row> seen =
        decisions()
            .join(named("left").withColumn("left_known", lit(true)), "left", "left")
            .join(named("right").withColumn("right_known", lit(true)), "right", "left")
            .join(compared.select("left", "right", "probability"), PAIR, "left");
    Column found = coalesce(col("probability").geq(threshold), lit(false));
    Column why =
        when(col("left_known").isNull(), concat(lit("no source lists "), col("left")))
            .when(col("right_known").isNull(), concat(lit("no source lists "), col("right")))
            .when(
                col("same").and(found),
                concat(
                    lit("the comparison pairs them by itself, probability "),
                    format_number(col("probability"), 2)))
            .when(col("same").or(found), lit(null).cast("string"))
            .otherwise(lit("the comparison does not pair them either"));
    return seen.select(concat_ws(" ", col("left"), col("right")).as("subject"), why.as("detail"))
        .where(col("detail").isNotNull())
        .orderBy("subject")
        .collectAsList();
  }
}
