package org.reelhouse.themes;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.List;
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
import org.reelhouse.config.ThemesSettings;

/**
 * Leads from the terms of a title to its theme: TF-IDF, the place in the space of terms, the
 * nearest of the centres that bisecting k-means found.
 */
record ThemeModel(Vocabulary vocabulary, TermSpace space, Centres centres) {
  /** Titles that a theme needs on average; below that its terms are those of single overviews. */
  static final int TITLES_PER_THEME = 10;

  /**
   * Finds the themes of the texts of a corpus.
   *
   * @param placed what {@link #placed} makes of the corpus in this space
   */
  static ThemeModel fit(
      Vocabulary vocabulary,
      TermSpace space,
      Dataset<Row> placed,
      ThemesSettings settings,
      long seed) {
    float[][] points = sample(placed, settings.sample());
    int themes = Math.min(settings.themes(), points.length / TITLES_PER_THEME);
    List<int[]> clusters =
        points.length == 0
            ? List.of()
            : Bisection.clusters(
                points,
                themes,
                2 * TITLES_PER_THEME,
                settings.starts(),
                settings.iterations(),
                seed);
    return new ThemeModel(
        vocabulary, space, Centres.of(points, clusters).refined(points, settings.refinements()));
  }

  /**
   * The texts of a corpus that have a place, with their unit vectors as features.
   *
   * @param space with one dimension or more
   */
  static Dataset<Row> placed(Corpus corpus, TermSpace space) {
    return placed(corpus.vocabulary(), corpus.counted(), space);
  }

  /** The same of other texts, whose counts are those of the vocabulary. */
  static Dataset<Row> placed(Vocabulary vocabulary, Dataset<Row> counted, TermSpace space) {
    Dataset<Row> placed = vocabulary.weights().transform(counted);
    for (Transformer step : steps(space)) {
      placed = step.transform(placed);
    }
    return placed
        .drop("weights", "places")
        .filter((FilterFunction<Row>) row -> row.<Vector>getAs("features").numNonzeros() > 0);
  }

  /** So many titles at most, chosen by a hash, in an order that depends on nothing else. */
  private static float[][] sample(Dataset<Row> placed, int most) {
    return placed
        .select(xxhash64(col("title_id")).as("hash"), col("title_id"), col("features"))
        .orderBy("hash", "title_id")
        .limit(most)
        .collectAsList()
        .stream()
        .map(row -> floats(row.<Vector>getAs(2)))
        .toArray(float[][]::new);
  }

  private static float[] floats(Vector vector) {
    float[] floats = new float[vector.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) vector.apply(i);
    }
    return floats;
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
  PipelineModel pipeline(Dataset<Row> documents) {
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
