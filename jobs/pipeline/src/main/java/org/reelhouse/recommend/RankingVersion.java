package org.reelhouse.recommend;

import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A version of the ranking model that serves in this run.
 *
 * @param version the as-of date of its training as {@code yyyyMMdd}
 * @param factors of titles: title and factors
 * @param catalogue what executors need to rank, held by each of them
 * @param viewers all users: user, user_id, source, rated, and factors, which are empty for a user
 *     of whose titles the version knows none
 */
record RankingVersion(
    int version, Dataset<Row> factors, Broadcast<Catalogue> catalogue, Dataset<Row> viewers) {

  /** The version that was fitted in this run. */
  static RankingVersion of(int version, Models models, Dataset<Row> viewers) {
    return new RankingVersion(
        version,
        models.ranking().itemFactors().toDF("title", "factors"),
        models.catalogue(),
        viewers);
  }
}
