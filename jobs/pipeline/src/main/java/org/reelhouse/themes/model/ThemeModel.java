package org.reelhouse.themes.model;

import java.util.List;
import java.util.OptionalInt;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.feature.Normalizer;
import org.apache.spark.ml.feature.PCAModel;
import org.apache.spark.ml.linalg.DenseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.clustering.Bisection;
import org.reelhouse.clustering.Centres;
import org.reelhouse.clustering.Divisions;
import org.reelhouse.themes.ThemesSettings;
import org.reelhouse.themes.corpus.Corpus;
import org.reelhouse.themes.corpus.Vocabulary;

/**
 * Leads from the terms of a title to its theme: TF-IDF, the place in the space of terms, the
 * nearest of the centres that bisecting k-means found.
 */
public record ThemeModel(
    Vocabulary vocabulary, TermSpace space, Centres centres, ThemeCount count) {
  /** Titles that a theme needs on average; below that its terms are those of single overviews. */
  static final int TITLES_PER_THEME = 10;

  /**
   * Finds the themes of the texts of a corpus.
   *
   * @param placed what {@link #placed} makes of the corpus in this space
   * @param previous number of themes of the run before
   */
  public static ThemeModel fit(
      Vocabulary vocabulary,
      TermSpace space,
      Dataset<Row> placed,
      ThemesSettings settings,
      long seed,
      OptionalInt previous) {
    Sample sample = Sample.of(placed, settings.sample());
    if (sample.size() < 2 * TITLES_PER_THEME) {
      return new ThemeModel(vocabulary, space, Centres.NONE, new ThemeCount(0, List.of()));
    }
    Divisions divisions = divisions(sample.points(), settings, seed);
    ThemeCount count =
        ThemeCount.of(
            settings.count(),
            divisions.most(),
            previous,
            () -> Completion.of(sample.terms(), vocabulary, settings, seed)::gains);
    Centres centres =
        Centres.of(sample.points(), divisions.clusters(count.chosen()))
            .refined(sample.points(), settings.refinements());
    return new ThemeModel(vocabulary, space, centres, count);
  }

  /** The divisions on the way to the most themes that there may be. */
  static Divisions divisions(float[][] points, ThemesSettings settings, long seed) {
    return Bisection.divisions(
        points,
        Math.min(settings.count().max(), points.length / TITLES_PER_THEME),
        2 * TITLES_PER_THEME,
        settings.starts(),
        settings.iterations(),
        seed);
  }

  /**
   * The texts of a corpus that have a place, with their unit vectors as features.
   *
   * @param space with one dimension or more
   */
  public static Dataset<Row> placed(Corpus corpus, TermSpace space) {
    return placed(corpus.vocabulary(), corpus.counted(), space);
  }

  /** The same of other texts, whose counts are those of the vocabulary. */
  public static Dataset<Row> placed(Vocabulary vocabulary, Dataset<Row> counted, TermSpace space) {
    Dataset<Row> placed = vocabulary.weights().transform(counted);
    for (Transformer step : steps(space)) {
      placed = step.transform(placed);
    }
    return placed
        .drop("weights", "places")
        .filter((FilterFunction<Row>) row -> row.<Vector>getAs("features").numNonzeros() > 0);
  }

  private static List<Transformer> steps(TermSpace space) {
    return List.of(
        projection(space), new Normalizer().setInputCol("places").setOutputCol("features"));
  }

  /** MLlib's projection by a matrix, here not of principal components but of the terms' places. */
  private static PCAModel projection(TermSpace space) {
    PCAModel projection =
        new PCAModel("places", space.matrix(), new DenseVector(new double[space.dimensions()]))
            .setInputCol("weights")
            .setOutputCol("places");
    return (PCAModel) projection.set(projection.k(), space.dimensions());
  }

  /** All that leads from the terms of a title to the number of its theme. */
  public PipelineModel pipeline(Dataset<Row> documents) {
    PipelineStage[] stages = {
      vocabulary.counter(),
      vocabulary.weights(),
      steps(space).get(0),
      steps(space).get(1),
      centres.model()
    };
    return new Pipeline().setStages(stages).fit(documents);
  }
}
