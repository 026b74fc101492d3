package org.reelhouse.recommend.model;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.reelhouse.recommend.observations.ExactSums.exactSum;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.recommend.catalogue.Titles;

/**
 * How popular titles are of late: the sum of their ratings' weights {@code e^(-age / days)}, the
 * age being that at the newest rating, over that of the most popular title. Ratings without a time
 * do not count.
 */
final class RecentPopularity {
  private static final double A_DAY = 86_400;

  private RecentPopularity() {}

  /**
   * That of each position of the rated titles, 0 to 1.
   *
   * @param observations with times
   */
  static float[] of(Dataset<Row> observations, Titles titles, double days) {
    Dataset<Row> timed = observations.where(col("rated_at").gt(0));
    Row newest = timed.agg(max("rated_at")).head();
    float[] popularity = new float[titles.rated()];
    if (newest.isNullAt(0)) {
      return popularity;
    }
    Column age = lit(newest.getLong(0)).minus(col("rated_at")).divide(A_DAY);
    List<Row> sums = timed.groupBy("title").agg(exactSum(exp(age.divide(-days)))).collectAsList();
    double most = sums.stream().mapToDouble(title -> title.getDouble(1)).max().orElse(1);
    for (Row title : sums) {
      Integer position = titles.position(title.getInt(0));
      if (position != null) {
        popularity[position] = (float) (title.getDouble(1) / most);
      }
    }
    return popularity;
  }
}
