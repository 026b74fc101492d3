package org.reelhouse.themes;

import static org.apache.spark.sql.functions.col;

import java.sql.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.ml.clustering.BisectingKMeans;
import org.apache.spark.ml.clustering.BisectingKMeansModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.reelhouse.Job;
import org.reelhouse.Tally;
import org.reelhouse.config.Settings;
import org.reelhouse.config.ThemesSettings;
import org.reelhouse.lake.Gold;
import org.reelhouse.lake.Lake;
import org.reelhouse.lake.ModelStore.SavedModel;
import org.reelhouse.lake.Ops;
import org.reelhouse.lake.Silver;
import org.reelhouse.lake.Table;

/**
 * Finds themes in the overviews of titles: TF-IDF, bisecting k-means by cosine distance, and
 * parents above its clusters. With too few overviews there are no themes.
 */
public final class ThemesJob implements Job {
  private static final String JOB = "themes";
  private static final String SPLIT = "all overviews";

  /** Titles that a theme needs on average; below that its terms are those of single overviews. */
  private static final int TITLES_PER_THEME = 10;

  private static final StructType DOCUMENT =
      new StructType()
          .add("title_id", DataTypes.StringType)
          .add("terms", DataTypes.createArrayType(DataTypes.StringType));

  @Override
  public String name() {
    return JOB;
  }

  @Override
  public String description() {
    return "Finds themes in the overviews of titles.";
  }

  @Override
  public Set<Table> reads() {
    return Set.of(Silver.TITLE);
  }

  @Override
  public Set<Table> writes() {
    return Set.of(Gold.THEME, Gold.TITLE_THEME, Ops.MODEL_VERSION, Ops.MODEL_METRIC);
  }

  @Override
  public List<Tally> run(Lake lake, Settings settings) {
    ThemesSettings chosen = settings.themes();
    Dataset<Row> documents = lake.keep(documents(lake.read(Silver.TITLE), chosen.partitions()));
    Vocabulary vocabulary = Vocabulary.of(documents, chosen);
    Dataset<Row> vectors = lake.keep(vocabulary.vectors(documents));
    long taken = vectors.count();
    int themes = (int) Math.min(chosen.themes(), taken / TITLES_PER_THEME);
    long placed =
        themes < 2
            ? publishNothing(lake)
            : publish(lake, documents, vectors, vocabulary, fit(vectors, themes, chosen), chosen);
    return List.of(
        new Tally(
            Silver.TITLE.name(), lake.count(Silver.TITLE), themes < 2 ? 0 : taken, placed, 0, 0));
  }

  /** The terms of each overview, laid out by the settings alone: k-means sums in this order. */
  private static Dataset<Row> documents(Dataset<Row> titles, int partitions) {
    return titles
        .where(col("overview").isNotNull())
        .select("title_id", "overview")
        .repartition(partitions, col("title_id"))
        .sortWithinPartitions("title_id")
        .map((MapFunction<Row, Row>) ThemesJob::document, Encoders.row(DOCUMENT));
  }

  private static Row document(Row title) {
    return RowFactory.create(
        title.getString(0), Terms.of(title.getString(1)).toArray(String[]::new));
  }

  private static BisectingKMeansModel fit(
      Dataset<Row> vectors, int themes, ThemesSettings settings) {
    return new BisectingKMeans()
        .setDistanceMeasure("cosine")
        .setK(themes)
        .setMaxIter(settings.iterations())
        .setSeed(settings.seed())
        // Of rows that are not kept themselves MLlib keeps the unpacked vectors, else it unpacks
        // them
        // in every pass.
        .fit(vectors.select("features"));
  }

  private static long publish(
      Lake lake,
      Dataset<Row> documents,
      Dataset<Row> vectors,
      Vocabulary vocabulary,
      BisectingKMeansModel model,
      ThemesSettings settings) {
    Dataset<Row> clustered = lake.keep(model.transform(vectors));
    Map<Integer, Profile> clusters = Profiles.of(clustered, vocabulary.terms().size());
    Catalogue catalogue = Catalogue.of(clusters, vocabulary, settings.parents());
    Dataset<Row> members = lake.keep(Members.of(clustered, catalogue.leaves()));
    long placed =
        lake.replace(Gold.TITLE_THEME, members.select("title_id", "theme_id", "similarity"));
    Map<String, Double> silhouettes = Quality.silhouettes(members);
    lake.replace(
        Gold.THEME,
        lake.frame(catalogue.rows(vocabulary, placed, silhouettes), Gold.THEME.schema()));
    SavedModel saved = lake.models().save(JOB, vocabulary.pipeline(documents, model));
    replace(lake, Ops.MODEL_VERSION, List.of(version(lake, saved, placed, settings)));
    Map<String, Double> metrics =
        Quality.metrics(members, catalogue.leaves().values(), silhouettes, vocabulary);
    replace(lake, Ops.MODEL_METRIC, metrics(lake, metrics, placed));
    return placed;
  }

  private static long publishNothing(Lake lake) {
    replace(lake, Ops.MODEL_VERSION, List.of());
    replace(lake, Ops.MODEL_METRIC, List.of());
    lake.replace(Gold.THEME, lake.frame(List.of(), Gold.THEME.schema()));
    return lake.replace(Gold.TITLE_THEME, lake.frame(List.of(), Gold.TITLE_THEME.schema()));
  }

  private static void replace(Lake lake, Table table, List<Row> rows) {
    lake.replaceSlice(
        table,
        Map.of("as_of", lake.asOf().toString(), "job", JOB),
        lake.frame(rows, table.schema()));
  }

  private static Row version(Lake lake, SavedModel saved, long titles, ThemesSettings settings) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("themes", String.valueOf(settings.themes()));
    parameters.put("vocabulary", String.valueOf(settings.vocabulary()));
    parameters.put("min-titles", String.valueOf(settings.minTitles()));
    parameters.put("max-share", String.valueOf(settings.maxShare()));
    parameters.put("iterations", String.valueOf(settings.iterations()));
    parameters.put("seed", String.valueOf(settings.seed()));
    return RowFactory.create(
        Date.valueOf(lake.asOf()),
        JOB,
        saved.name(),
        saved.version(),
        saved.path(),
        titles,
        parameters);
  }

  private static List<Row> metrics(Lake lake, Map<String, Double> metrics, long titles) {
    Date asOf = Date.valueOf(lake.asOf());
    return metrics.entrySet().stream()
        .map(
            metric ->
                RowFactory.create(
                    asOf, JOB, JOB, metric.getKey(), SPLIT, metric.getValue(), titles))
        .toList();
  }
}
