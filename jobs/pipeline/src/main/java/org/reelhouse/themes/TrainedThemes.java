package org.reelhouse.themes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.lake.Lake;
import org.reelhouse.models.Description;
import org.reelhouse.models.Measure;
import org.reelhouse.models.Monitored;
import org.reelhouse.models.SampledRows;
import org.reelhouse.models.SavedVersion;
import org.reelhouse.models.TrainedModel;
import org.reelhouse.storage.ModelFolder;
import org.reelhouse.tables.Silver;
import org.reelhouse.themes.catalogue.ThemeLineage;
import org.reelhouse.themes.corpus.Corpus;
import org.reelhouse.themes.corpus.Documents;
import org.reelhouse.themes.model.TermSpace;
import org.reelhouse.themes.model.ThemeModel;

/**
 * The model of themes: TF-IDF, terms that stand together brought together, bisecting k-means by
 * cosine, and parents above its clusters.
 */
final class TrainedThemes implements TrainedModel<Themes> {
  static final String NAME = "themes";

  private static final int LAYOUT = 1;
  private static final String SPLIT = "all overviews";

  private final Lake lake;
  private final Dataset<Row> documents;
  private final ThemesSettings settings;
  private final int sample;

  /**
   * The model of the texts of some titles.
   *
   * @param documents as made by {@link Documents}
   * @param sample about how many titles are monitored
   */
  TrainedThemes(Lake lake, Dataset<Row> documents, ThemesSettings settings, int sample) {
    this.lake = lake;
    this.documents = documents;
    this.settings = settings;
    this.sample = sample;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<Themes> fit() {
    Corpus corpus = Corpus.of(lake, documents, settings);
    TermSpace space =
        TermSpace.of(corpus.pairs(), settings.dimensions(), settings.pairTitles(), settings.seed());
    if (space.dimensions() == 0) {
      return Optional.empty();
    }
    Dataset<Row> placed = lake.keep(ThemeModel.placed(corpus, space));
    ThemeModel model =
        ThemeModel.fit(
            corpus.vocabulary(),
            space,
            placed,
            settings,
            settings.seed(),
            ThemeLineage.themesOf(lake));
    return model.centres().count() < 2
        ? Optional.empty()
        : Optional.of(Themes.of(lake, model, corpus, placed, settings));
  }

  @Override
  public List<Measure> measure(Themes themes) {
    Map<String, Double> metrics = new TreeMap<>(themes.metrics());
    themes.model().count().gain().ifPresent(gain -> metrics.put("completion_gain", gain));
    return metrics.entrySet().stream()
        .map(
            metric ->
                new Measure(
                    NAME, metric.getKey(), SPLIT, metric.getValue(), themes.titles(), Measure.ALL))
        .toList();
  }

  @Override
  public Description describe(Themes themes) {
    return new Description(themes.titles(), SavedThemes.parameters(themes.model(), settings));
  }

  @Override
  public int layout() {
    return LAYOUT;
  }

  @Override
  public void save(Themes themes, ModelFolder folder) {
    SavedThemes.save(themes.model(), documents, folder);
  }

  @Override
  public Themes open(SavedVersion saved) {
    return SavedThemes.open(lake, documents, saved.folder(), settings);
  }

  @Override
  public Monitored monitor(Themes themes) {
    SampledRows terms =
        SampledRows.of(
            themes.corpus().counted().select("title_id", "counts"),
            "title_id",
            themes.titles(),
            sample);
    SampledRows members =
        SampledRows.of(
            themes.members().select("title_id", "similarity"), "title_id", themes.titles(), sample);
    return new Monitored(
        Silver.TITLE,
        List.of(
            terms.of("terms", row -> row.<Vector>getAs("counts").numNonzeros()),
            members.of("similarity")));
  }
}
