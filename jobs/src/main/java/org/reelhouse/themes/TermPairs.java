package org.reelhouse.themes;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.ml.linalg.Vector;

/**
 * All pairs of top terms of the same theme, numbered.
 *
 * @param pairs the two terms of each
 * @param firstOf first term of a pair to the numbers of its pairs
 */
record TermPairs(List<Pair> pairs, Map<Integer, List<Integer>> firstOf) implements Serializable {

  record Pair(int first, int second) implements Serializable {}

  static TermPairs of(Collection<Theme> themes) {
    List<Pair> pairs = new ArrayList<>();
    Map<Integer, List<Integer>> firstOf = new HashMap<>();
    for (Theme theme : themes) {
      List<Integer> terms = theme.terms();
      for (int left = 0; left < terms.size(); left++) {
        for (int right = left + 1; right < terms.size(); right++) {
          firstOf.computeIfAbsent(terms.get(left), term -> new ArrayList<>()).add(pairs.size());
          pairs.add(new Pair(terms.get(left), terms.get(right)));
        }
      }
    }
    return new TermPairs(pairs, firstOf);
  }

  /** The numbers of the pairs of which an overview holds both terms. */
  List<Integer> in(Vector features) {
    Set<Integer> present = new TreeSet<>();
    for (int term : features.toSparse().indices()) {
      present.add(term);
    }
    List<Integer> found = new ArrayList<>();
    for (int term : present) {
      for (int number : firstOf.getOrDefault(term, List.of())) {
        if (present.contains(pairs.get(number).second())) {
          found.add(number);
        }
      }
    }
    return found;
  }
}
