package org.reelhouse.enrich;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.reelhouse.PipelineException;
import org.reelhouse.lake.Lake;
import org.reelhouse.models.SavedVersion;
import org.reelhouse.storage.ModelFolder;

/**
 * A model of genres in a folder: {@code terms}, one row for each with its weight and that in the
 * rule of each genre, and {@code genres.json}, what else the rules have, in the same order.
 */
final class SavedGenres {
  private static final String TERMS = "terms";
  private static final String GENRES = "genres.json";
  private static final StructType SCHEMA =
      StructType.fromDDL("term INT, weight DOUBLE, rules ARRAY<DOUBLE>");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SavedGenres() {}

  /** A rule without the weights of terms. */
  private record SavedRule(String genre, double bias, double threshold) {}

  static void save(GenreModel model, Lake lake, ModelFolder folder) {
    List<double[]> weights = model.rules().stream().map(rule -> rule.weights().toArray()).toList();
    TermWeights terms = model.terms();
    List<Row> rows =
        IntStream.range(0, terms.size())
            .mapToObj(
                place ->
                    RowFactory.create(
                        terms.term(place),
                        terms.weight(place),
                        weights.stream().map(rule -> rule[place]).toArray(Double[]::new)))
            .toList();
    folder.save(TERMS, lake.frame(rows, SCHEMA).coalesce(1));
    List<SavedRule> rules =
        model.rules().stream()
            .map(rule -> new SavedRule(rule.genre(), rule.bias(), rule.threshold()))
            .toList();
    try {
      folder.save(GENRES, JSON.writeValueAsString(rules));
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException(failure);
    }
  }

  static GenreModel open(SavedVersion saved) {
    List<Row> rows = saved.folder().rows(TERMS).orderBy("term").collectAsList();
    int[] terms = rows.stream().mapToInt(row -> row.getInt(0)).toArray();
    double[] weights = rows.stream().mapToDouble(row -> row.getDouble(1)).toArray();
    List<GenreRule> rules = new ArrayList<>();
    for (SavedRule rule : rules(saved)) {
      int place = rules.size();
      double[] ofTerms =
          rows.stream().mapToDouble(row -> row.<Double>getList(2).get(place)).toArray();
      rules.add(new GenreRule(rule.genre(), Vectors.dense(ofTerms), rule.bias(), rule.threshold()));
    }
    return new GenreModel(new TermWeights(terms, weights), rules);
  }

  private static List<SavedRule> rules(SavedVersion saved) {
    try {
      return JSON.readValue(saved.folder().text(GENRES), new TypeReference<>() {});
    } catch (JsonProcessingException failure) {
      throw new PipelineException(
          "Cannot serve %s %d: it was saved by another version of Reelhouse. Let one of this version serve with reelhouse models promote."
              .formatted(GenresFromOverviews.NAME, saved.version()),
          failure);
    }
  }
}
