package org.reelhouse.enrich;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How good a model is on overviews it has never seen, counted in genres of overviews.
 *
 * @param told genres that the model tells
 * @param right those of them that are stated
 * @param stated genres that are stated
 * @param overviews number of overviews
 * @param reached overviews that are told a genre
 */
record GenreQuality(long told, long right, long stated, long overviews, long reached) {

  /** Measures a model. */
  static GenreQuality of(GenreModel model, List<LabelledOverview> overviews) {
    long told = 0;
    long right = 0;
    long stated = 0;
    long reached = 0;
    for (LabelledOverview overview : overviews) {
      List<String> genres = model.genres(overview.terms());
      told += genres.size();
      right += genres.stream().filter(overview.genres()::contains).count();
      stated += overview.genres().size();
      reached += genres.isEmpty() ? 0 : 1;
    }
    return new GenreQuality(told, right, stated, overviews.size(), reached);
  }

  /** The same of each genre of a model alone. */
  static Map<String, GenreQuality> byGenre(GenreModel model, List<LabelledOverview> overviews) {
    Map<String, GenreQuality> byGenre = new TreeMap<>();
    for (GenreRule rule : model.rules()) {
      GenreQuality alone = of(new GenreModel(model.terms(), List.of(rule)), overviews);
      long having = LabelledOverview.having(rule.genre(), overviews);
      byGenre.put(
          rule.genre(),
          new GenreQuality(alone.told, alone.right, having, alone.overviews, alone.reached));
    }
    return byGenre;
  }

  /** Share of what is told that is right; not a number where nothing is told. */
  double precision() {
    return (double) right / told;
  }

  /** Share of what is stated that is told; not a number where nothing is stated. */
  double recall() {
    return (double) right / stated;
  }
}
