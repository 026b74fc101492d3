package org.reelhouse.recommend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.reelhouse.models.Arms;

/** Recommends for all users in one pass over them; each executor holds the whole catalogue. */
final class Recommendations {
  private static final StructType CHOSEN =
      StructType.fromDDL(
              "user INT, user_id STRING, rank INT, title INT, title_id STRING, score DOUBLE, reason STRING, basis STRING, reason_text STRING, because_title_id STRING")
          .add("told", Neighbourhood.TOLD);

  private Recommendations() {}

  /**
   * The recommended titles of each viewer, as in the table and with {@code user}, {@code title}.
   */
  private static Dataset<Row> chosen(
      Dataset<Row> viewers,
      Broadcast<Catalogue> catalogue,
      Broadcast<Neighbourhood> neighbourhood,
      RecommendSettings settings) {
    return viewers.mapPartitions(
        (MapPartitionsFunction<Row, Row>)
            part -> chosen(part, catalogue.value(), neighbourhood.value(), settings),
        Encoders.row(CHOSEN));
  }

  private static Iterator<Row> chosen(
      Iterator<Row> viewers,
      Catalogue catalogue,
      Neighbourhood neighbourhood,
      RecommendSettings settings) {
    Recommender recommender = new Recommender(catalogue, settings);
    Iterable<Row> part = () -> viewers;
    return StreamSupport.stream(part.spliterator(), false)
        .flatMap(viewer -> rows(viewer, recommender, neighbourhood, settings.perUser()))
        .iterator();
  }

  private static Stream<Row> rows(
      Row row, Recommender recommender, Neighbourhood neighbourhood, int count) {
    Titles titles = neighbourhood.titles();
    Viewer viewer = Viewer.of(row);
    List<Choice> choices = recommender.choose(viewer, count);
    return IntStream.range(0, choices.size())
        .mapToObj(
            place -> {
              Choice choice = choices.get(place);
              Integer because = choice.because();
              Integer number = titles.number(choice.position());
              return RowFactory.create(
                  row.getAs("user"),
                  row.getAs("user_id"),
                  place + 1,
                  number,
                  titles.titleId(choice.position()),
                  choice.score(),
                  choice.basis().isPersonal() ? "personal" : "popular",
                  choice.basis().code(),
                  choice.text(),
                  because == null ? null : titles.titleId(because),
                  number == null ? null : neighbourhood.of(viewer.rated(), number).row());
            });
  }

  /**
   * The titles of all users, each by the version that serves the user, with {@code model_version}.
   */
  static Dataset<Row> chosen(Served served, RecommendSettings settings) {
    List<RankingVersion> versions = served.rankings();
    Arms arms = served.arms();
    UserDefinedFunction arm =
        udf((UDF1<String, Integer>) arms::of, DataTypes.IntegerType).asNonNullable();
    return IntStream.range(0, versions.size())
        .mapToObj(
            place -> {
              RankingVersion version = versions.get(place);
              Dataset<Row> viewers =
                  versions.size() == 1
                      ? version.viewers()
                      : version.viewers().where(arm.apply(col("user_id")).equalTo(place));
              return chosen(viewers, version.catalogue(), served.rating().neighbourhood(), settings)
                  .withColumn("model_version", lit(version.version()));
            })
        .reduce(Dataset::union)
        .orElseThrow();
  }

  /** The chosen rows with the rating expected; none for a title that nobody rated. */
  static Dataset<Row> rated(Dataset<Row> chosen, RatingModel model) {
    return model
        .predict(chosen)
        .withColumn("predicted_rating", when(col("title").isNotNull(), col("prediction")))
        .drop("user", "title", "prediction");
  }
}
