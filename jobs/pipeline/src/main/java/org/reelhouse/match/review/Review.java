package org.reelhouse.match.review;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log10;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.reelhouse.lake.Lake;
import org.reelhouse.match.titles.ClusterTitles;
import org.reelhouse.tables.Silver;

/** Which decisions are worth a person's look. */
public final class Review {
  /** Decisions surer than this are not doubtful. */
  private static final double SURE = 0.03;

  /** Of so many doubtful pairs for each that is listed, the most valuable are chosen. */
  private static final int OF_EACH = 20;

  private Review() {}

  /**
   * Rows of {@code silver.match_review}.
   *
   * <p>A wrong decision costs as much as people care: its value is the chance that it is wrong,
   * times 1 + log10(1 + users behind the less known title). What a person decided is certain.
   *
   * @param decided rows of {@code silver.match}
   * @param rows rows at most
   */
  public static Dataset<Row> of(
      Lake lake, Dataset<Row> decided, Dataset<Row> sourceTitles, int rows) {
    Column wrong = least(col("probability"), lit(1).minus(col("probability")));
    Column audience = least(col("left_audience"), col("right_audience"));
    Dataset<Row> doubtful =
        decided
            .where(wrong.gt(SURE))
            .orderBy(wrong.desc(), col("left"), col("right"))
            .limit(OF_EACH * rows);
    List<Row> worth =
        side(sourceTitles, "right")
            .join(broadcast(side(sourceTitles, "left").join(broadcast(doubtful), "left")), "right")
            .withColumn("audience", audience)
            .withColumn("value", wrong.multiply(log10(audience.plus(1)).plus(1)))
            .select(
                "left",
                "right",
                "left_title",
                "right_title",
                "probability",
                "decision",
                "audience",
                "value",
                "reasons")
            .orderBy(col("value").desc(), col("left"), col("right"))
            .takeAsList(rows);
    return lake.frame(ranked(worth), Silver.MATCH_REVIEW.schema());
  }

  private static Dataset<Row> side(Dataset<Row> sourceTitles, String side) {
    Column year = coalesce(concat(lit(" ("), col("release_year"), lit(")")), lit(""));
    return sourceTitles.select(
        ClusterTitles.reference().as(side),
        concat(col("title"), year).as(side + "_title"),
        greatest(coalesce(col("votes"), lit(0L)), coalesce(col("members"), lit(0L)))
            .as(side + "_audience"));
  }

  private static List<Row> ranked(List<Row> worth) {
    List<Row> ranked = new ArrayList<>();
    for (Row row : worth) {
      List<Object> values = new ArrayList<>();
      values.add(ranked.size() + 1);
      for (int i = 0; i < row.length(); i++) {
        values.add(row.get(i));
      }
      ranked.add(RowFactory.create(values.toArray()));
    }
    return ranked;
  }
}
