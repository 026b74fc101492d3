package org.reelhouse.recommend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.reelhouse.models.TrafficSplit;
import org.reelhouse.recommend.UserLists.Entry;
import org.reelhouse.recommend.catalogue.Titles;
import org.reelhouse.recommend.lists.Choice;
import org.reelhouse.recommend.lists.Recommender;
import org.reelhouse.recommend.lists.Viewer;
import org.reelhouse.recommend.model.RankingModel;
import org.reelhouse.recommend.model.RankingVersion;
import org.reelhouse.recommend.model.RatingModel;
import org.reelhouse.recommend.model.Served;

/** Recommends for all users in one pass over them; each executor holds both models. */
final class Recommendations {
  private static final StructType CHOSEN =
      StructType.fromDDL(
          "user_id STRING, rank INT, title_id STRING, score DOUBLE, predicted_rating DOUBLE, reason STRING, because_title_id STRING, basis STRING, reason_text STRING");

  private Recommendations() {}

  /**
   * The titles of all users, each by the version that serves the user: the rows of {@code
   * gold.recommendation}.
   */
  static Dataset<Row> rows(Served served, RecommendSettings settings) {
    List<RankingVersion> versions = served.rankings();
    TrafficSplit split = served.split();
    UserDefinedFunction placeOf =
        udf((UDF1<String, Integer>) split::placeOf, DataTypes.IntegerType).asNonNullable();
    Broadcast<RatingModel> rating = served.rating();
    return IntStream.range(0, versions.size())
        .mapToObj(
            place -> {
              RankingVersion version = versions.get(place);
              Dataset<Row> viewers =
                  versions.size() == 1
                      ? version.viewers()
                      : version.viewers().where(placeOf.apply(col("user_id")).equalTo(place));
              return rows(viewers, version.model(), rating, settings)
                  .withColumn("model_version", lit(version.version()));
            })
        .reduce(Dataset::union)
        .orElseThrow();
  }

  private static Dataset<Row> rows(
      Dataset<Row> viewers,
      Broadcast<RankingModel> ranking,
      Broadcast<RatingModel> rating,
      RecommendSettings settings) {
    return viewers.mapPartitions(
        (MapPartitionsFunction<Row, Row>)
            part -> rows(part, ranking.value(), rating.value(), settings),
        Encoders.row(CHOSEN));
  }

  private static Iterator<Row> rows(
      Iterator<Row> viewers, RankingModel ranking, RatingModel rating, RecommendSettings settings) {
    Recommender recommender = new Recommender(ranking, settings);
    Iterable<Row> part = () -> viewers;
    return StreamSupport.stream(part.spliterator(), false)
        .flatMap(
            row ->
                entries(Viewer.of(row), recommender, rating, settings.perUser()).stream()
                    .map(entry -> row(row.getAs("user_id"), entry)))
        .iterator();
  }

  private static Row row(String user, Entry entry) {
    return RowFactory.create(
        user,
        entry.rank(),
        entry.titleId(),
        entry.score(),
        entry.predictedRating(),
        entry.reason(),
        entry.becauseTitleId(),
        entry.basis(),
        entry.reasonText());
  }

  /** The list of one user, best first. */
  static List<Entry> entries(
      Viewer viewer, Recommender recommender, RatingModel rating, int count) {
    Titles titles = recommender.model().titles();
    RatingModel.Ratings ratings = rating.ratings(viewer.rated());
    List<Entry> entries = new ArrayList<>();
    for (Choice choice : recommender.choose(viewer, count)) {
      Integer because = choice.because();
      Integer number = titles.number(choice.position());
      entries.add(
          new Entry(
              entries.size() + 1,
              titles.titleId(choice.position()),
              titles.name(choice.position()),
              choice.score(),
              number == null ? null : ratings.expected(number),
              choice.basis().isPersonal() ? "personal" : "popular",
              because == null ? null : titles.titleId(because),
              choice.basis().code(),
              choice.text()));
    }
    return entries;
  }
}
