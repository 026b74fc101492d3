package org.reelhouse.recommend;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.reelhouse.models.ModelVersions;
import org.reelhouse.recommend.RecommendSettings.Factors;
import org.reelhouse.recommend.Viewer.Rated;
import org.reelhouse.storage.ModelFolder;

/** The rating model in a folder, like {@link SavedRanking}. */
final class SavedRating {
  private static final String TITLES = "titles";
  private static final StructType USERS = StructType.fromDDL("id INT, features ARRAY<FLOAT>");

  private SavedRating() {}

  /**
   * Saves the model that was fitted in this run.
   *
   * @param numbered title and title_id of each rated title
   */
  static void save(RatingModel model, Dataset<Row> numbered, ModelFolder folder) {
    folder.save(
        TITLES,
        model
            .factors()
            .itemFactors()
            .toDF("title", "rating_factors")
            .join(numbered.select("title", "title_id"), "title")
            .select(
                col("title_id"),
                col("rating_factors"),
                LinkedTitles.byId(model.neighbourhood()).as("tells")));
  }

  /**
   * What a reader needs beside the titles; the name of each but the mean and the weights is that of
   * its setting.
   */
  static Map<String, String> parameters(RatingModel model, RecommendSettings settings) {
    RecommendSettings.RatingModel rating = settings.rating();
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("mean", String.valueOf(model.mean()));
    parameters.put("factors-weight", String.valueOf(model.weights().factors()));
    parameters.put("neighbours-weight", String.valueOf(model.weights().neighbours()));
    parameters.put("rank", String.valueOf(model.fitted().rank()));
    parameters.put("iterations", String.valueOf(rating.iterations()));
    parameters.put("regularization", String.valueOf(model.fitted().regularization()));
    parameters.put("title-damping", String.valueOf(rating.titleDamping()));
    parameters.put("user-damping", String.valueOf(rating.userDamping()));
    parameters.put("seed", String.valueOf(settings.seed()));
    parameters.put("partitions", String.valueOf(settings.partitions()));
    return parameters;
  }

  /**
   * The factors of the last version that was trained under the same settings, unless there are
   * twice as many ratings since.
   */
  static Optional<Factors> keptFactors(ModelVersions versions, long ratings) {
    return versions
        .lastAlike(RecommendJob.RATING_MODEL)
        .filter(version -> ratings < 2 * version.trainingRows())
        .map(version -> factors(version.parameters()));
  }

  private static Factors factors(Map<String, String> parameters) {
    return new Factors((int) number(parameters, "rank"), number(parameters, "regularization"));
  }

  /** Fold-in to a model with these parameters. */
  static RatingFoldIn foldIn(Map<Integer, Vector> titles, Map<String, String> parameters) {
    return new RatingFoldIn(
        titles,
        number(parameters, "mean"),
        (int) number(parameters, "rank"),
        number(parameters, "user-damping"),
        number(parameters, "regularization"));
  }

  /** How a model with these parameters weighs its parts; early versions had the factors alone. */
  static RatingWeights weights(Map<String, String> parameters) {
    return parameters.containsKey("factors-weight")
        ? new RatingWeights(
            number(parameters, "factors-weight"), number(parameters, "neighbours-weight"))
        : new RatingWeights(1, 0);
  }

  /** The saved titles; those of early versions tell nothing of others. */
  static Dataset<Row> withTells(Dataset<Row> titles) {
    return List.of(titles.columns()).contains("tells")
        ? titles
        : titles.withColumn(
            "tells", array().cast("ARRAY<STRUCT<title_id: STRING, weight: FLOAT>>"));
  }

  /**
   * The neighbourhood of a model as it was saved.
   *
   * @param factors number to the factors of a title in the rating model
   */
  static Neighbourhood neighbourhood(
      Catalogue.Shared titles, TitleLinks links, Map<Integer, Vector> factors, double mean) {
    Map<Integer, Float> biases = new HashMap<>();
    factors.forEach((number, vector) -> biases.put(number, vector.at(vector.size() - 1)));
    return new Neighbourhood(titles, links, mean, biases);
  }

  private static double number(Map<String, String> parameters, String name) {
    return Double.parseDouble(Objects.requireNonNull(parameters.get(name), name));
  }

  /**
   * A saved version as it serves in this run.
   *
   * @param parameters that it was saved with
   * @param observations the ratings of this run
   */
  static RatingModel open(
      ModelFolder folder,
      Map<String, String> parameters,
      Dataset<Row> observations,
      Candidates candidates) {
    Dataset<Row> titles = withTells(folder.rows(TITLES)).join(candidates.numbered(), "title_id");
    Map<Integer, Vector> factors = new HashMap<>();
    List<Row> known =
        candidates
            .mostRated(observations)
            .select("title")
            .join(titles.select("title", "title_id", "rating_factors", "tells"), "title")
            .collectAsList();
    known.forEach(
        row ->
            factors.put(
                row.<Integer>getAs("title"),
                Objects.requireNonNull(Vector.read(row, "rating_factors"))));
    RatingFoldIn foldIn = foldIn(factors, parameters);
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(observations.sparkSession().sparkContext());
    Broadcast<RatingFoldIn> everywhere = context.broadcast(foldIn);
    Catalogue.Shared shared = candidates.titles();
    Neighbourhood neighbourhood =
        neighbourhood(shared, SavedRanking.links(known, shared.get()), factors, foldIn.mean());
    Dataset<Row> users =
        Observations.perUser(observations)
            .mapPartitions(
                (MapPartitionsFunction<Row, Row>) part -> users(part, everywhere.value()),
                Encoders.row(USERS));
    return new RatingModel(
        foldIn.mean(),
        factors(parameters),
        new ALSModel(
            "saved",
            foldIn.rank() + 2,
            users,
            titles.select("title", "rating_factors").toDF("id", "features")),
        context.broadcast(neighbourhood),
        weights(parameters));
  }

  private static Iterator<Row> users(Iterator<Row> users, RatingFoldIn foldIn) {
    Iterable<Row> part = () -> users;
    return StreamSupport.stream(part.spliterator(), false)
        .map(
            user ->
                RowFactory.create(
                    user.getAs("user"),
                    new Vector(foldIn.user(Rated.all(user.getList(user.fieldIndex("rated")))))
                        .boxed()))
        .iterator();
  }
}
