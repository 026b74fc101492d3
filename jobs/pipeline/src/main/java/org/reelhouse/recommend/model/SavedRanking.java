package org.reelhouse.recommend.model;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataType;
import org.jspecify.annotations.Nullable;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.recommend.RecommendSettings.Preferences;
import org.reelhouse.recommend.catalogue.Catalogue;
import org.reelhouse.recommend.catalogue.Observed;
import org.reelhouse.recommend.catalogue.RatedTitles;
import org.reelhouse.recommend.catalogue.Titles;
import org.reelhouse.recommend.links.TitleLinks;
import org.reelhouse.recommend.links.Vector;
import org.reelhouse.storage.ModelFolder;

/**
 * The ranking model in a folder. Titles go by their ids, so that it can serve in a later run, where
 * their numbers are others; users get factors from what they have rated until then.
 */
public final class SavedRanking {
  private static final String TITLES = "titles";

  private SavedRanking() {}

  /**
   * Saves a model.
   *
   * @param numbered title and title_id of each rated title
   */
  public static void save(RankingModel model, Dataset<Row> numbered, ModelFolder folder) {
    Broadcast<RankingModel> everywhere =
        JavaSparkContext.fromSparkContext(numbered.sparkSession().sparkContext()).broadcast(model);
    folder.save(
        TITLES,
        numbered
            .select(
                col("title_id"),
                factors(everywhere).as("factors"),
                LinkedTitles.byId(everywhere).as("influences"),
                recent(everywhere).as("recent_popularity"))
            .where(col("factors").isNotNull()));
  }

  /** The factors of the number in the column title, null where the model knows none. */
  public static Column factors(Broadcast<RankingModel> model) {
    UDF1<Integer, Float @Nullable []> factors =
        number -> {
          Vector title = model.value().title(number);
          return title == null ? null : title.boxed();
        };
    return udf(factors, DataType.fromDDL("ARRAY<FLOAT>")).apply(col("title"));
  }

  /** What popularity of late adds to the score of the number in the column title. */
  public static Column recent(Broadcast<RankingModel> model) {
    UDF1<Integer, Float> recent =
        number -> {
          Integer position = model.value().titles().position(number);
          return position == null ? 0 : model.value().recent(position);
        };
    return udf(recent, DataType.fromDDL("FLOAT")).asNonNullable().apply(col("title"));
  }

  /** What a reader needs beside the factors, and what was chosen. */
  public static Map<String, String> parameters(
      RankingModel model, RecommendSettings settings, RankingModel.Weights weights) {
    List<Preferences> fitted = settings.design().ranking().factors();
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("model", settings.model());
    parameters.put("rank", joined(model.ranks(), String::valueOf));
    parameters.put("iterations", joined(fitted, one -> String.valueOf(one.iterations())));
    parameters.put("regularization", joined(fitted, one -> String.valueOf(one.regularization())));
    parameters.put("alpha", joined(fitted, one -> String.valueOf(one.alpha())));
    parameters.put("links-factor", String.valueOf(weights.links()));
    parameters.put("recent-factor", String.valueOf(weights.recent()));
    parameters.put("seed", String.valueOf(settings.seed()));
    parameters.put("partitions", String.valueOf(settings.partitions()));
    return parameters;
  }

  private static <T> String joined(List<T> values, Function<T, String> text) {
    return values.stream().map(text).collect(Collectors.joining(","));
  }

  /**
   * A saved model as it serves in this run.
   *
   * @param parameters that it was saved with
   */
  public static RankingModel open(
      ModelFolder folder, Map<String, String> parameters, Observed observed) {
    List<Row> known =
        observed
            .numbered()
            .select("title", "title_id")
            .join(Layouts.ranking(folder.rows(TITLES)), "title_id")
            .collectAsList();
    Titles titles = observed.titles().get();
    return model(
        known,
        parameters,
        LinkedTitles.readIds(known, "influences", titles),
        RatedTitles.catalogue(observed.ratings(), observed.titles()));
  }

  /**
   * A model as it was written.
   *
   * @param rows of title, factors and recent_popularity
   */
  public static RankingModel model(
      List<Row> rows, Map<String, String> parameters, TitleLinks links, Catalogue catalogue) {
    Map<Integer, float[]> factors = new HashMap<>();
    float[] recent = new float[catalogue.titles().rated()];
    boolean isOfLate = false;
    for (Row row : rows) {
      int number = row.<Integer>getAs("title");
      Integer position = catalogue.titles().position(number);
      if (position != null) {
        factors.put(number, Vector.unboxed(row.getList(row.fieldIndex("factors"))));
        recent[position] = row.<Float>getAs("recent_popularity");
        isOfLate |= recent[position] != 0;
      }
    }
    return new RankingModel(
        catalogue, foldIns(factors, parameters), links, isOfLate ? recent : new float[0]);
  }

  /** One for each ALS, whose factors stand one after the other. */
  private static List<RankingFoldIn> foldIns(
      Map<Integer, float[]> factors, Map<String, String> parameters) {
    double[] ranks = numbers(parameters, "rank");
    double[] alphas = numbers(parameters, "alpha");
    double[] regularizations = numbers(parameters, "regularization");
    List<RankingFoldIn> foldIns = new ArrayList<>();
    int start = 0;
    for (int one = 0; one < ranks.length; one++) {
      int from = start;
      int end = from + (int) ranks[one];
      Map<Integer, float[]> own = new HashMap<>();
      factors.forEach((number, all) -> own.put(number, Arrays.copyOfRange(all, from, end)));
      foldIns.add(
          new RankingFoldIn(TitleFactors.of(own, end - from), alphas[one], regularizations[one]));
      start = end;
    }
    return foldIns;
  }

  private static double[] numbers(Map<String, String> parameters, String name) {
    return Arrays.stream(Objects.requireNonNull(parameters.get(name), name).split(","))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }
}
