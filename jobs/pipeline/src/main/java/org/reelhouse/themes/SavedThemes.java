package org.reelhouse.themes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.clustering.KMeansModel;
import org.apache.spark.ml.feature.PCAModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.PipelineException;
import org.reelhouse.clustering.Centres;
import org.reelhouse.lake.Lake;
import org.reelhouse.storage.ModelFolder;
import org.reelhouse.themes.corpus.Corpus;
import org.reelhouse.themes.corpus.Vocabulary;
import org.reelhouse.themes.model.TermSpace;
import org.reelhouse.themes.model.ThemeCount;
import org.reelhouse.themes.model.ThemeModel;

/** A model of themes in a folder: the pipeline from terms to themes, and the vocabulary. */
final class SavedThemes {
  private static final String PIPELINE = "pipeline";
  private static final String VOCABULARY = "vocabulary.json";
  private static final int SPACE = 2;
  private static final int CENTRES = 4;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SavedThemes() {}

  /** Saves the model that was fitted in this run. */
  static void save(ThemeModel model, Dataset<Row> documents, ModelFolder folder) {
    folder.save(PIPELINE, model.pipeline(documents));
    try {
      folder.save(VOCABULARY, JSON.writeValueAsString(model.vocabulary()));
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The number of themes chosen, and the settings, each by the name it has there. */
  static Map<String, String> parameters(ThemeModel model, ThemesSettings settings) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("texts", String.join(",", settings.texts()));
    parameters.put("themes", String.valueOf(model.count().chosen()));
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
    return parameters;
  }

  /** The themes that a saved model finds in the titles of this run. */
  static Themes open(
      Lake lake, Dataset<Row> documents, ModelFolder folder, ThemesSettings settings) {
    ThemeModel model = model(folder);
    Corpus corpus = Corpus.by(model.vocabulary(), lake, documents);
    return Themes.of(
        lake, model, corpus, lake.keep(ThemeModel.placed(corpus, model.space())), settings);
  }

  private static ThemeModel model(ModelFolder folder) {
    Vocabulary vocabulary;
    try {
      vocabulary = JSON.readValue(folder.text(VOCABULARY), Vocabulary.class);
    } catch (JsonProcessingException failure) {
      throw new PipelineException(
          "Cannot serve a saved version of themes: it was saved by another version of Reelhouse. Let one of this version serve with reelhouse models promote.",
          failure);
    }
    PipelineModel pipeline = folder.model(PIPELINE, PipelineModel.read());
    KMeansModel centres = (KMeansModel) pipeline.stages()[CENTRES];
    return new ThemeModel(
        vocabulary,
        TermSpace.of(((PCAModel) pipeline.stages()[SPACE]).pc()),
        Centres.of(
            Arrays.stream(centres.clusterCenters()).map(Vector::toArray).toArray(double[][]::new)),
        new ThemeCount(centres.clusterCenters().length, List.of()));
  }
}
