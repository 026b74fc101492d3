package org.reelhouse.themes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.Job;
import org.reelhouse.Tally;
import org.reelhouse.config.Settings;
import org.reelhouse.config.ThemesSettings;
import org.reelhouse.lake.Lake;
import org.reelhouse.models.Measure;
import org.reelhouse.models.ModelVersions;
import org.reelhouse.models.SampledRows;
import org.reelhouse.models.Trained;
import org.reelhouse.models.Watched;
import org.reelhouse.tables.Gold;
import org.reelhouse.tables.Ops;
import org.reelhouse.tables.Silver;
import org.reelhouse.tables.Table;

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
    return Set.of(
        Silver.TITLE, Gold.THEME, Gold.TITLE_THEME, Ops.MODEL_VERSION, Ops.MODEL_DECISION);
  }

  @Override
  public Set<Table> writes() {
    return Set.of(
        Gold.THEME,
        Gold.TITLE_THEME,
        Gold.THEME_TREND,
        Ops.MODEL_VERSION,
        Ops.MODEL_METRIC,
        Ops.DATA_QUALITY);
  }

  @Override
  public List<Tally> run(Lake lake, Settings settings) {
    ThemesSettings chosen = settings.themes();
    ModelVersions versions = ModelVersions.of(lake, this, settings.models(), chosen);
    Dataset<Row> documents =
        lake.keep(Documents.of(lake.read(Silver.TITLE), chosen.texts(), chosen.partitions()));
    Corpus corpus = Corpus.of(lake, documents, chosen);
    TermSpace space =
        TermSpace.of(corpus.pairs(), chosen.dimensions(), chosen.pairTitles(), chosen.seed());
    long titles = lake.count(Silver.TITLE);
    if (space.dimensions() == 0) {
      publishNothing(lake, versions);
      return List.of(new Tally(Silver.TITLE.name(), titles, 0, 0, 0, 0));
    }
    Dataset<Row> placed = lake.keep(ThemeModel.placed(corpus, space));
    ThemeModel model =
        ThemeModel.fit(
            corpus.vocabulary(), space, placed, chosen, chosen.seed(), Lineage.themesOf(lake));
    if (model.centres().count() < 2) {
      publishNothing(lake, versions);
      return List.of(new Tally(Silver.TITLE.name(), titles, 0, 0, 0, 0));
    }
    Themes found = Themes.of(lake, model, corpus, placed, chosen);
    versions.measured(measures(found, model.count()));
    Themes served =
        versions
            .decide(JOB)
            .first()
            .saved()
            .map(saved -> SavedThemes.open(lake, documents, saved.folder(), chosen))
            .orElse(found);
    long published = publish(lake, served);
    versions.save(
        new Trained(
            JOB,
            found.titles(),
            SavedThemes.parameters(model, chosen),
            folder -> SavedThemes.save(model, documents, folder)));
    versions.watch(watched(served, settings.models().drift().sample()));
    versions.publish();
    return List.of(new Tally(Silver.TITLE.name(), titles, served.titles(), published, 0, 0));
  }

  private static Watched watched(Themes themes, int sample) {
    SampledRows terms =
        SampledRows.of(
            themes.corpus().counted().select("title_id", "counts"),
            "title_id",
            themes.titles(),
            sample);
    SampledRows members =
        SampledRows.of(
            themes.members().select("title_id", "similarity"), "title_id", themes.titles(), sample);
    return new Watched(
        JOB,
        Silver.TITLE,
        List.of(
            terms.of("terms", row -> row.<Vector>getAs("counts").numNonzeros()),
            members.of("similarity")));
  }

  private static long publish(Lake lake, Themes themes) {
    long titles =
        lake.replace(
            Gold.TITLE_THEME, themes.members().select("title_id", "theme_id", "similarity"));
    lake.replace(Gold.THEME, lake.frame(themes.rows(), Gold.THEME.schema()));
    lake.replace(
        Gold.THEME_TREND,
        lake.frame(
            ThemeTrends.rows(ThemeTrends.releases(themes.members(), lake.asOf().getYear())),
            Gold.THEME_TREND.schema()));
    return titles;
  }

  private static void publishNothing(Lake lake, ModelVersions versions) {
    versions.publish();
    for (Table table : List.of(Gold.THEME, Gold.THEME_TREND, Gold.TITLE_THEME)) {
      lake.replace(table, lake.frame(List.of(), table.schema()));
    }
  }

  private static List<Measure> measures(Themes themes, ThemeCount count) {
    Map<String, Double> metrics = new TreeMap<>(themes.metrics());
    count.gain().ifPresent(gain -> metrics.put("completion_gain", gain));
    return metrics.entrySet().stream()
        .map(
            metric ->
                new Measure(
                    JOB, metric.getKey(), SPLIT, metric.getValue(), themes.titles(), Measure.ALL))
        .toList();
  }
}
