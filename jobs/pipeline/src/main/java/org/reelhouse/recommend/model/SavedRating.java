package org.reelhouse.recommend.model;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataType;
import org.jspecify.annotations.Nullable;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.recommend.RecommendSettings.Factors;
import org.reelhouse.recommend.catalogue.Catalogue;
import org.reelhouse.recommend.catalogue.Observed;
import org.reelhouse.recommend.links.TitleLinks;
import org.reelhouse.recommend.links.Vector;
import org.reelhouse.storage.ModelFolder;

/** The rating model in a folder, like {@link SavedRanking}. */
public final class SavedRating {
  private static final String TITLES = "titles";

  private SavedRating() {}

  /**
   * Saves a model.
   *
   * @param numbered title and title_id of each rated title
   */
  public static void save(RatingModel model, Dataset<Row> numbered, ModelFolder folder) {
    Broadcast<RatingModel> everywhere =
        JavaSparkContext.fromSparkContext(numbered.sparkSession().sparkContext()).broadcast(model);
    folder.save(
        TITLES,
        numbered
            .select(
                col("title_id"),
                factors(everywhere).as("rating_factors"),
                LinkedTitles.byId(everywhere).as("influences"))
            .where(col("rating_factors").isNotNull()));
  }

  /** The factors of the number in the column title, then 1 and its bias; null where unknown. */
  public static Column factors(Broadcast<RatingModel> model) {
    UDF1<Integer, Float @Nullable []> factors =
        number -> {
          float[] title = model.value().foldIn().titles().of(number);
          return title == null ? null : new Vector(title).boxed();
        };
    return udf(factors, DataType.fromDDL("ARRAY<FLOAT>")).apply(col("title"));
  }

  /**
   * What a reader needs beside the titles, and what was chosen.
   *
   * @param fitted rank and regularization that were asked for
   */
  public static Map<String, String> parameters(
      RatingModel model, Factors fitted, RecommendSettings settings) {
    RecommendSettings.RatingModel design = settings.design().rating();
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("model", settings.model());
    parameters.put("mean", String.valueOf(model.foldIn().mean()));
    parameters.put("lowest", String.valueOf(model.lowest()));
    parameters.put("highest", String.valueOf(model.highest()));
    parameters.put("factors-weight", String.valueOf(model.weights().factors()));
    parameters.put("neighbours-weight", String.valueOf(model.weights().neighbours()));
    parameters.put("rank", String.valueOf(fitted.rank()));
    parameters.put("iterations", String.valueOf(design.iterations()));
    parameters.put("regularization", String.valueOf(fitted.regularization()));
    parameters.put("title-damping", String.valueOf(design.titleDamping()));
    parameters.put("user-damping", String.valueOf(design.userDamping()));
    parameters.put("seed", String.valueOf(settings.seed()));
    parameters.put("partitions", String.valueOf(settings.partitions()));
    return parameters;
  }

  /** The factors that a model with these parameters was fitted with. */
  public static Factors fitted(Map<String, String> parameters) {
    return new Factors((int) number(parameters, "rank"), number(parameters, "regularization"));
  }

  /** How a model with these parameters weighs its parts; early versions had the factors alone. */
  static RatingWeights weights(Map<String, String> parameters) {
    return parameters.containsKey("factors-weight")
        ? new RatingWeights(
            number(parameters, "factors-weight"), number(parameters, "neighbours-weight"))
        : new RatingWeights(1, 0);
  }

  private static double number(Map<String, String> parameters, String name) {
    return Double.parseDouble(Objects.requireNonNull(parameters.get(name), name));
  }

  /**
   * A saved model as it serves in this run.
   *
   * @param parameters that it was saved with
   */
  public static RatingModel open(
      ModelFolder folder, Map<String, String> parameters, Observed observed) {
    List<Row> known =
        observed
            .numbered()
            .select("title", "title_id")
            .join(Layouts.rating(folder.rows(TITLES)), "title_id")
            .collectAsList();
    Catalogue.Shared titles = observed.titles();
    return model(
        known, parameters, LinkedTitles.readIds(known, "influences", titles.get()), titles);
  }

  /**
   * A model as it was written.
   *
   * @param rows of title and rating_factors
   */
  public static RatingModel model(
      List<Row> rows, Map<String, String> parameters, TitleLinks links, Catalogue.Shared titles) {
    Map<Integer, float[]> factors = new HashMap<>();
    int length = 2;
    for (Row row : rows) {
      int number = row.<Integer>getAs("title");
      float[] title = Vector.unboxed(row.getList(row.fieldIndex("rating_factors")));
      length = title.length;
      if (titles.get().position(number) != null) {
        factors.put(number, title);
      }
    }
    RatingFoldIn foldIn =
        new RatingFoldIn(
            TitleFactors.of(factors, length),
            number(parameters, "mean"),
            number(parameters, "user-damping"),
            number(parameters, "regularization"));
    return RatingModel.of(
        foldIn,
        titles,
        links,
        weights(parameters),
        Double.parseDouble(parameters.getOrDefault("lowest", "0")),
        Double.parseDouble(parameters.getOrDefault("highest", "10")));
  }
}
