package org.reelhouse.enrich;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * An overview with the genres that its titles state. One text that several sources print is one
 * overview.
 */
final class LabelledOverview {
  private final long text;
  private final Set<Long> titles;
  private final int[] terms;
  private final Set<String> genres;

  /**
   * An overview.
   *
   * @param text hash of the text
   * @param titles hashes of the names of its titles
   * @param terms as in {@link OverviewTerms}
   */
  LabelledOverview(long text, Set<Long> titles, int[] terms, Set<String> genres) {
    this.text = text;
    this.titles = titles;
    this.terms = terms;
    this.genres = genres;
  }

  long text() {
    return text;
  }

  Set<Long> titles() {
    return titles;
  }

  int[] terms() {
    return terms;
  }

  Set<String> genres() {
    return genres;
  }

  /** What two sources say of the same text. */
  LabelledOverview with(LabelledOverview other) {
    Set<Long> allTitles = new TreeSet<>(titles);
    allTitles.addAll(other.titles);
    Set<String> allGenres = new TreeSet<>(genres);
    allGenres.addAll(other.genres);
    int[] allTerms =
        IntStream.concat(IntStream.of(terms), IntStream.of(other.terms))
            .sorted()
            .distinct()
            .toArray();
    return new LabelledOverview(text, allTitles, allTerms, allGenres);
  }

  boolean tellsOfOneOf(Set<Long> others) {
    return titles.stream().anyMatch(others::contains);
  }

  /** How many of some overviews have a genre. */
  static long having(String genre, List<LabelledOverview> overviews) {
    return overviews.stream().filter(overview -> overview.genres.contains(genre)).count();
  }
}
