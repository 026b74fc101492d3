package org.reelhouse.recommend.model;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.reelhouse.recommend.catalogue.Observed;
import org.reelhouse.recommend.links.Vector;
import org.reelhouse.recommend.observations.Observations;
import org.reelhouse.recommend.observations.Rated;

/**
 * A version of the ranking model that serves in this run.
 *
 * @param version the as-of date of its training as {@code yyyyMMdd}
 * @param model held by each executor
 * @param viewers all users: user, user_id, source, rated, and factors, which are empty for a user
 *     of whose titles the version knows none
 */
public record RankingVersion(int version, Broadcast<RankingModel> model, Dataset<Row> viewers) {
  private static final StructType VIEWERS =
      StructType.fromDDL(
          "user INT, user_id STRING, source STRING, rated ARRAY<STRUCT<title: INT, rating: FLOAT>>, factors ARRAY<FLOAT>");

  /** A model and what it knows of the users of this run. */
  public static RankingVersion of(int version, RankingModel model, Observed observed) {
    Dataset<Row> ratings = observed.ratings();
    Broadcast<RankingModel> everywhere =
        JavaSparkContext.fromSparkContext(ratings.sparkSession().sparkContext()).broadcast(model);
    Dataset<Row> viewers =
        Observations.perUser(ratings)
            .join(observed.users().select("user", "user_id"), "user")
            .mapPartitions(
                (MapPartitionsFunction<Row, Row>) users -> viewers(users, everywhere.value()),
                Encoders.row(VIEWERS));
    return new RankingVersion(version, everywhere, observed.keep().apply(viewers));
  }

  private static Iterator<Row> viewers(Iterator<Row> users, RankingModel model) {
    Iterable<Row> part = () -> users;
    return StreamSupport.stream(part.spliterator(), false)
        .map(
            user -> {
              List<Row> rated = new ArrayList<>(user.<Row>getList(user.fieldIndex("rated")));
              Vector factors = model.user(Rated.all(rated));
              return RowFactory.create(
                  user.getAs("user"),
                  user.getAs("user_id"),
                  user.getAs("source"),
                  rated.toArray(Row[]::new),
                  factors == null ? null : factors.boxed());
            })
        .iterator();
  }
}
