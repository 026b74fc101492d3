package org.reelhouse.enrich;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How good a model is on overviews it has never seen, counted in genres of overviews.
 *
 * @param inferred genres that the model infers
 * @param correct those of them that are stated
 * @param stated genres that are stated
 * @param overviews number of overviews
 * @param covered overviews for which it infers a genre
 */
record GenreQuality(long inferred, long correct, long stated, long overviews, long covered) {

  /** Measures a model. */
  static GenreQuality of(GenreModel model, List<LabelledOverview> overviews) {
    long inferred = 0;
    long correct = 0;
    long stated = 0;
    long covered = 0;
    for (LabelledOverview overview : overviews) {
      List<String> genres = model.genres(overview.terms());
      inferred += genres.size();
      correct += genres.stream().filter(overview.genres()::contains).count();
      stated += overview.genres().size();
      covered += genres.isEmpty() ? 0 : 1;
    }
    return new GenreQuality(inferred, correct, stated, overviews.size(), covered);
  }

  /** The same of each genre of a model alone. */
  static Map<String, GenreQuality> byGenre(GenreModel model, List<LabelledOverview> overviews) {
    Map<String, GenreQuality> byGenre = new TreeMap<>();
    for (GenreRule rule : model.rules()) {
      GenreQuality alone = of(new GenreModel(model.terms(), List.of(rule)), overviews);
      long having = LabelledOverview.having(rule.genre(), overviews);
      byGenre.put(
          rule.genre(),
          new GenreQuality(alone.inferred, alone.correct, having, alone.overviews, alone.covered));
    }
    return byGenre;
  }

  /** Share of what is inferred that is correct; not a number where nothing is inferred. */
  double precision() {
    return (double) correct / inferred;
  }

  /** Share of what is stated that is inferred; not a number where nothing is stated. */
  double recall() {
    return (double) correct / stated;
  }
}
