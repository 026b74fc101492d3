package org.reelhouse.samples.dumps;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A row of a source that lists a work.
 *
 * @param marks what identifies the work: its titles there, before they are misspelt, and its cast
 */
record Listing(String source, Object id, Set<String> marks) {

  /**
   * The most rows of a work that can be recognized as one: those that are joined by what they say,
   * directly or by way of others. Where a list of anime has the romaji title alone and a platform
   * the English one, nobody could say that they are the same without knowing it already.
   *
   * @param rows of one work, at least one
   * @return in the order given
   */
  static List<Listing> recognizable(List<Listing> rows) {
    List<Set<Listing>> parts = new ArrayList<>();
    for (Listing row : rows) {
      Set<Listing> joined = new LinkedHashSet<>();
      parts.stream().filter(row::isTiedTo).forEach(joined::addAll);
      parts.removeIf(row::isTiedTo);
      joined.add(row);
      parts.add(joined);
    }
    Set<Listing> most = Collections.max(parts, Comparator.comparingInt(Set::size));
    return rows.stream().filter(most::contains).toList();
  }

  private boolean isTiedTo(Set<Listing> part) {
    return part.stream().anyMatch(other -> !Collections.disjoint(marks, other.marks));
  }
}
