package org.reelhouse.recommend.model;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Brings the files of earlier versions to the present layout. Layout 1 called influences {@code
 * tells} and had no popularity of late; its first rating models had no influences at all.
 */
public final class Layouts {
  /** What is written now. */
  public static final int PRESENT = 2;

  private static final String INFLUENCES = "influences";
  private static final String BEFORE = "tells";

  private Layouts() {}

  /** title_id, factors, influences and recent_popularity of a saved ranking model. */
  static Dataset<Row> ranking(Dataset<Row> titles) {
    return titles.select(
        col("title_id"),
        col("factors"),
        influences(titles).as(INFLUENCES),
        (has(titles, "recent_popularity") ? col("recent_popularity") : lit(0f))
            .as("recent_popularity"));
  }

  /** title_id, rating_factors and influences of a saved rating model. */
  static Dataset<Row> rating(Dataset<Row> titles) {
    return titles.select(col("title_id"), col("rating_factors"), influences(titles).as(INFLUENCES));
  }

  private static Column influences(Dataset<Row> titles) {
    if (has(titles, INFLUENCES)) {
      return col(INFLUENCES);
    }
    return has(titles, BEFORE)
        ? col(BEFORE)
        : array().cast("ARRAY<STRUCT<title_id: STRING, weight: FLOAT>>");
  }

  private static boolean has(Dataset<Row> rows, String column) {
    return List.of(rows.columns()).contains(column);
  }
}
