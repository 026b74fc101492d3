package org.reelhouse.enrich;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.ml.linalg.Vector;

/**
 * Infers genres from overviews.
 *
 * @param rules one for each genre that it can infer, in the order of genres
 */
record GenreModel(TermWeights terms, List<GenreRule> rules) implements Serializable {

  /** All that it can infer, in their order. */
  List<String> genres() {
    return rules.stream().map(GenreRule::genre).toList();
  }

  /** The genres of an overview, sorted; none where it infers none. */
  List<String> genres(int[] ofOverview) {
    Vector vector = terms.vector(ofOverview);
    return rules.stream().filter(rule -> rule.holds(vector)).map(GenreRule::genre).toList();
  }
}
