package org.reelhouse.enrich;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.linalg.Vectors;
import org.reelhouse.PipelineException;
import org.reelhouse.models.SavedVersion;
import org.reelhouse.storage.ModelFolder;

/**
 * A model of genres as {@code genres.json} in a folder.
 *
 * @param terms hashes of the terms, ascending
 * @param weights of the terms, in their order
 */
record SavedGenres(List<Integer> terms, List<Double> weights, List<SavedRule> rules) {
  private static final String FILE = "genres.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A rule; its weights are in the order of the terms. */
  private record SavedRule(String genre, List<Double> weights, double bias, double threshold) {
    static SavedRule of(GenreRule rule) {
      return new SavedRule(
          rule.genre(), boxed(rule.weights().toArray()), rule.bias(), rule.threshold());
    }

    GenreRule rule() {
      return new GenreRule(genre, Vectors.dense(plain(weights)), bias, threshold);
    }
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static double[] plain(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  static void save(GenreModel model, ModelFolder folder) {
    SavedGenres saved =
        new SavedGenres(
            Arrays.stream(model.terms().terms()).boxed().toList(),
            boxed(model.terms().weights()),
            model.rules().stream().map(SavedRule::of).toList());
    try {
      folder.save(FILE, JSON.writeValueAsString(saved));
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException(failure);
    }
  }

  static GenreModel open(SavedVersion version) {
    try {
      SavedGenres saved = JSON.readValue(version.folder().text(FILE), SavedGenres.class);
      return new GenreModel(
          new TermWeights(
              saved.terms.stream().mapToInt(Integer::intValue).toArray(), plain(saved.weights)),
          saved.rules.stream().map(SavedRule::rule).toList());
    } catch (JsonProcessingException failure) {
      throw new PipelineException(
          "Cannot serve %s %d: it was saved by another version of Reelhouse. Let one of this version serve with reelhouse models promote."
              .formatted(GenresFromOverviews.NAME, version.version()),
          failure);
    }
  }
}
