package org.reelhouse.themes;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.lake.Lake;
import org.reelhouse.themes.catalogue.Members;
import org.reelhouse.themes.catalogue.Quality;
import org.reelhouse.themes.catalogue.ThemeCatalogue;
import org.reelhouse.themes.catalogue.ThemeLineage;
import org.reelhouse.themes.catalogue.ThemeProfile;
import org.reelhouse.themes.catalogue.ThemeProfiles;
import org.reelhouse.themes.corpus.Corpus;
import org.reelhouse.themes.model.ThemeModel;

/**
 * The themes of the titles of this run by one model.
 *
 * @param members as {@link Members}
 * @param silhouettes theme id to the mean silhouette of its titles
 * @param titles that have a place in the space of the model
 */
record Themes(
    ThemeModel model,
    Corpus corpus,
    ThemeCatalogue catalogue,
    Dataset<Row> members,
    Map<String, Double> silhouettes,
    long titles) {

  /**
   * Places and names.
   *
   * @param placed what {@link ThemeModel#placed} makes of the corpus in the space of the model
   */
  static Themes of(
      Lake lake, ThemeModel model, Corpus corpus, Dataset<Row> placed, ThemesSettings settings) {
    List<String> vocabulary = corpus.vocabulary().terms();
    Dataset<Row> clustered = lake.keep(model.centres().model().transform(placed));
    Map<Integer, ThemeProfile> clusters =
        ThemeProfiles.of(
            clustered, model.centres().count(), model.space().dimensions(), vocabulary.size());
    ThemeCatalogue catalogue =
        ThemeCatalogue.of(
            clusters,
            vocabulary,
            corpus.pairs(),
            settings.parents(),
            ThemeLineage.of(lake, clustered));
    Dataset<Row> members = lake.keep(Members.of(clustered, catalogue.leaves()));
    return new Themes(
        model, corpus, catalogue, members, Quality.silhouettes(members), placed.count());
  }

  /** Metric to value over all leaves. */
  Map<String, Double> metrics() {
    return Quality.metrics(catalogue.leaves().values(), silhouettes, corpus.pairs());
  }

  /** The rows of {@code gold.theme}. */
  List<Row> rows() {
    return catalogue.rows(corpus.vocabulary().terms(), titles, silhouettes);
  }
}
