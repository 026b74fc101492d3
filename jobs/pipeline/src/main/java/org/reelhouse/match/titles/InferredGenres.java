package org.reelhouse.match.titles;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.lake.Lake;
import org.reelhouse.tables.Silver;

/** Fills in genres that {@code silver.title_inference} has for source titles that state none. */
public final class InferredGenres {
  private static final String GENRES = "genres";
  private static final String FILLED = "inferred_genres";

  private InferredGenres() {}

  /**
   * The source titles with their genres, stated or inferred; the latter are marked as such.
   *
   * @param sourceTitles rows of {@code silver.source_title}
   * @param lake has {@code silver.title_inference}
   */
  public static Dataset<Row> filledIn(Dataset<Row> sourceTitles, Lake lake) {
    return lake.count(Silver.TITLE_INFERENCE) == 0
        ? sourceTitles
        : filledIn(sourceTitles, lake.read(Silver.TITLE_INFERENCE));
  }

  /** The same by rows of {@code silver.title_inference}. */
  public static Dataset<Row> filledIn(Dataset<Row> sourceTitles, Dataset<Row> inferences) {
    Dataset<Row> genres =
        inferences
            .where(col("column").equalTo(GENRES))
            .select(col("source"), col("source_id"), col("values").as(FILLED));
    Column isFilled = col(GENRES).isNull().and(col(FILLED).isNotNull());
    Column marked =
        array_sort(
            array_union(
                coalesce(col("inferred"), array().cast("array<string>")), array(lit(GENRES))));
    return sourceTitles
        .join(genres, new String[] {"source", "source_id"}, "left")
        .withColumn("inferred", when(isFilled, marked).otherwise(col("inferred")))
        .withColumn(GENRES, when(isFilled, col(FILLED)).otherwise(col(GENRES)))
        .drop(FILLED);
  }
}
