package org.reelhouse.recommend;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.reelhouse.recommend.Viewer.Rated;
import org.reelhouse.storage.ModelFolder;

/**
 * The ranking model in a folder. Titles go by their ids, so that it can serve in a later run, where
 * their numbers are others; users get factors from what they have rated until then.
 */
final class SavedRanking {
  private static final String TITLES = "titles";
  private static final StructType VIEWERS =
      StructType.fromDDL(
          "user INT, user_id STRING, source STRING, rated ARRAY<STRUCT<title: INT, rating: FLOAT>>, factors ARRAY<FLOAT>");

  private SavedRanking() {}

  /**
   * Saves the model that was fitted in this run.
   *
   * @param numbered title and title_id of each rated title
   */
  static void save(Models models, Dataset<Row> numbered, ModelFolder folder) {
    folder.save(
        TITLES,
        models
            .ranking()
            .itemFactors()
            .toDF("title", "factors")
            .join(numbered.select("title", "title_id"), "title")
            .select(
                col("title_id"),
                col("factors"),
                LinkedTitles.byId(models.catalogue()).as("tells")));
  }

  /** What a reader needs beside the factors; the name of each is that of its setting. */
  static Map<String, String> parameters(RecommendSettings settings, double linksFactor) {
    RecommendSettings.RankingModel ranking = settings.ranking();
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("rank", String.valueOf(ranking.rank()));
    parameters.put("iterations", String.valueOf(ranking.iterations()));
    parameters.put("regularization", String.valueOf(ranking.regularization()));
    parameters.put("alpha", String.valueOf(ranking.alpha()));
    parameters.put("links-factor", String.valueOf(linksFactor));
    parameters.put("seed", String.valueOf(settings.seed()));
    parameters.put("partitions", String.valueOf(settings.partitions()));
    return parameters;
  }

  /**
   * A saved version as it serves in this run.
   *
   * @param parameters that it was saved with
   * @param observations the ratings of this run
   * @param users number and id of each user
   */
  static RankingVersion open(
      int version,
      ModelFolder folder,
      Map<String, String> parameters,
      Dataset<Row> observations,
      Dataset<Row> users,
      Candidates candidates,
      UnaryOperator<Dataset<Row>> keep) {
    Dataset<Row> saved = folder.rows(TITLES);
    List<Row> known = candidates.mostRated(observations).join(saved, "title_id").collectAsList();
    int rank = Integer.parseInt(Objects.requireNonNull(parameters.get("rank")));
    Catalogue catalogue =
        candidates.catalogue(known, rank).with(links(known, candidates.titles().get()));
    Map<Integer, Vector> factors = new HashMap<>();
    known.forEach(
        row ->
            factors.put(
                row.<Integer>getAs("title"), Objects.requireNonNull(Vector.read(row, "factors"))));
    RankingFoldIn foldIn =
        new RankingFoldIn(
            factors,
            Double.parseDouble(Objects.requireNonNull(parameters.get("alpha"))),
            Double.parseDouble(Objects.requireNonNull(parameters.get("regularization"))));
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(observations.sparkSession().sparkContext());
    Broadcast<RankingFoldIn> everywhere = context.broadcast(foldIn);
    Dataset<Row> viewers =
        Observations.perUser(observations)
            .join(users.select("user", "user_id"), "user")
            .mapPartitions(
                (MapPartitionsFunction<Row, Row>) part -> viewers(part, everywhere.value()),
                Encoders.row(VIEWERS));
    return new RankingVersion(
        version,
        saved.join(candidates.numbered(), "title_id").select("title", "factors"),
        context.broadcast(catalogue),
        keep.apply(viewers));
  }

  private static Iterator<Row> viewers(Iterator<Row> users, RankingFoldIn foldIn) {
    Iterable<Row> part = () -> users;
    return StreamSupport.stream(part.spliterator(), false)
        .map(
            user -> {
              List<Row> rated = new ArrayList<>(user.<Row>getList(user.fieldIndex("rated")));
              Vector factors = foldIn.user(Rated.all(rated));
              return RowFactory.create(
                  user.getAs("user"),
                  user.getAs("user_id"),
                  user.getAs("source"),
                  rated.toArray(Row[]::new),
                  factors == null ? null : factors.boxed());
            })
        .iterator();
  }

  /** Links that name titles by their ids, in rows of title, title_id and tells. */
  static TitleLinks links(List<Row> known, Titles titles) {
    Map<String, Integer> numbers = new HashMap<>();
    known.forEach(row -> numbers.put(row.getAs("title_id"), row.getAs("title")));
    return LinkedTitles.read(known, "tells", titles, tell -> numbers.get(tell.getString(0)));
  }
}
