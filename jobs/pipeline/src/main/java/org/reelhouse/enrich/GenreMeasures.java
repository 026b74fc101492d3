package org.reelhouse.enrich;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.reelhouse.models.Measure;

/**
 * What a model of genres is worth, for {@code ops.model_metric} and for the operator.
 *
 * @param all of all genres together
 * @param byGenre of each genre that it infers
 */
record GenreMeasures(GenreQuality all, Map<String, GenreQuality> byGenre) {
  private static final String SPLIT = "held-out overviews";

  /** Measures a model on overviews that it was not made from. */
  static GenreMeasures of(GenreModel model, List<LabelledOverview> overviews) {
    return new GenreMeasures(
        GenreQuality.of(model, overviews), GenreQuality.byGenre(model, overviews));
  }

  /** What an operator should know. */
  String inWords() {
    return String.format(
        Locale.ROOT,
        "finds genres in overviews (%s), precision %.3f and recall %.3f on %,d overviews held out",
        String.join(", ", byGenre.keySet()),
        all.precision(),
        all.recall(),
        all.overviews());
  }

  /** Precision and recall where there are any; each on the genres that it is a share of. */
  List<Measure> measures(String model) {
    List<Measure> measures = new ArrayList<>();
    add(measures, model, Measure.ALL, all);
    byGenre.forEach((genre, quality) -> add(measures, model, "genre " + genre, quality));
    return measures;
  }

  private static void add(
      List<Measure> measures, String model, String segment, GenreQuality quality) {
    if (quality.inferred() > 0) {
      measures.add(
          new Measure(model, "precision", SPLIT, quality.precision(), quality.inferred(), segment));
    }
    if (quality.stated() > 0) {
      measures.add(
          new Measure(model, "recall", SPLIT, quality.recall(), quality.stated(), segment));
    }
  }
}
