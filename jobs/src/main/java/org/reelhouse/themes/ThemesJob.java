package org.reelhouse.themes;

import java.sql.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
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
 * Finds themes in the overviews of titles: TF-IDF, terms that stand together brought together,
 * bisecting k-means by cosine, and parents above its clusters. With too few overviews there are no
 * themes.
 */
public final class ThemesJob implements Job {
  private static final String JOB = "themes";
  private static final String SPLIT = "all overviews";

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
    return Set.of(Silver.TITLE, Gold.THEME, Gold.TITLE_THEME);
  }

  @Override
  public Set<Table> writes() {
    return Set.of(
        Gold.THEME, Gold.TITLE_THEME, Gold.THEME_TREND, Ops.MODEL_VERSION, Ops.MODEL_METRIC);
  }

  @Override
  public List<Tally> run(Lake lake, Settings settings) {
    ThemesSettings chosen = settings.themes();
    Dataset<Row> documents =
        lake.keep(Documents.of(lake.read(Silver.TITLE), chosen.texts(), chosen.partitions()));
    Corpus corpus = Corpus.of(lake, documents, chosen);
    TermSpace space =
        TermSpace.of(corpus.pairs(), chosen.dimensions(), chosen.pairTitles(), chosen.seed());
    long titles = lake.count(Silver.TITLE);
    if (space.dimensions() == 0) {
      publishNothing(lake);
      return List.of(new Tally(Silver.TITLE.name(), titles, 0, 0, 0, 0));
    }
    Dataset<Row> placed = lake.keep(ThemeModel.placed(corpus, space));
    ThemeModel model =
        ThemeModel.fit(
            corpus.vocabulary(), space, placed, chosen, chosen.seed(), Lineage.themesOf(lake));
    if (model.centres().count() < 2) {
      publishNothing(lake);
      return List.of(new Tally(Silver.TITLE.name(), titles, 0, 0, 0, 0));
    }
    long published = publish(lake, documents, placed, corpus, model, chosen);
    return List.of(new Tally(Silver.TITLE.name(), titles, placed.count(), published, 0, 0));
  }

  private static long publish(
      Lake lake,
      Dataset<Row> documents,
      Dataset<Row> placed,
      Corpus corpus,
      ThemeModel model,
      ThemesSettings settings) {
    List<String> vocabulary = corpus.vocabulary().terms();
    Dataset<Row> clustered = lake.keep(model.centres().model().transform(placed));
    Map<Integer, Profile> clusters =
        Profiles.of(
            clustered, model.centres().count(), model.space().dimensions(), vocabulary.size());
    Catalogue catalogue =
        Catalogue.of(
            clusters, vocabulary, corpus.pairs(), settings.parents(), Lineage.of(lake, clustered));
    Dataset<Row> members = lake.keep(Members.of(clustered, catalogue.leaves()));
    long titles =
        lake.replace(Gold.TITLE_THEME, members.select("title_id", "theme_id", "similarity"));
    Map<String, Double> silhouettes = Quality.silhouettes(members);
    lake.replace(
        Gold.THEME,
        lake.frame(catalogue.rows(vocabulary, titles, silhouettes), Gold.THEME.schema()));
    lake.replace(
        Gold.THEME_TREND,
        lake.frame(
            ThemeTrends.rows(ThemeTrends.releases(members, lake.asOf().getYear())),
            Gold.THEME_TREND.schema()));
    SavedModel saved = lake.models().save(JOB, model.pipeline(documents));
    replace(lake, Ops.MODEL_VERSION, List.of(version(lake, saved, titles, settings)));
    Map<String, Double> metrics =
        Quality.metrics(catalogue.leaves().values(), silhouettes, corpus.pairs());
    model.count().gain().ifPresent(gain -> metrics.put("completion_gain", gain));
    replace(lake, Ops.MODEL_METRIC, metrics(lake, metrics, titles));
    return titles;
  }

  private static void publishNothing(Lake lake) {
    replace(lake, Ops.MODEL_VERSION, List.of());
    replace(lake, Ops.MODEL_METRIC, List.of());
    for (Table table : List.of(Gold.THEME, Gold.THEME_TREND, Gold.TITLE_THEME)) {
      lake.replace(table, lake.frame(List.of(), table.schema()));
    }
  }

  private static void replace(Lake lake, Table table, List<Row> rows) {
    lake.replaceSlice(
        table,
        Map.of("as_of", lake.asOf().toString(), "job", JOB),
        lake.frame(rows, table.schema()));
  }

  private static Row version(Lake lake, SavedModel saved, long titles, ThemesSettings settings) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("texts", String.join(",", settings.texts()));
    parameters.put("count.min", String.valueOf(settings.count().min()));
    parameters.put("count.max", String.valueOf(settings.count().max()));
    parameters.put("vocabulary", String.valueOf(settings.vocabulary()));
    parameters.put("min-titles", String.valueOf(settings.minTitles()));
    parameters.put("max-share", String.valueOf(settings.maxShare()));
    parameters.put("pair-titles", String.valueOf(settings.pairTitles()));
    parameters.put("dimensions", String.valueOf(settings.dimensions()));
    parameters.put("sample", String.valueOf(settings.sample()));
    parameters.put("starts", String.valueOf(settings.starts()));
    parameters.put("refinements", String.valueOf(settings.refinements()));
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
                    asOf, JOB, JOB, metric.getKey(), SPLIT, metric.getValue(), titles, "all"))
        .toList();
  }
}
