package org.reelhouse.samples.world;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What is cheap to know about a work; ratings need no more.
 *
 * @param root the index of the work that the title and the theme come from: its own, or that of the
 *     original of a sequel or remake
 * @param release first release or broadcast
 * @param quality of the work among all, normal with deviation 1
 * @param fame what no column explains about its popularity, exponential with mean 0
 * @param sources the dumps that list the work
 */
public record Traits(
    long index,
    long root,
    Kind kind,
    Lineage lineage,
    Lexicon.Theme theme,
    List<Genre> genres,
    LocalDate release,
    double quality,
    double fame,
    Set<Source> sources) {

  /** How a work relates to an earlier one. */
  enum Lineage {
    ORIGINAL,
    SEQUEL,
    REMAKE
  }

  public boolean in(Source source) {
    return sources.contains(source);
  }

  public int year() {
    return release.getYear();
  }

  public boolean sequel() {
    return lineage == Lineage.SEQUEL;
  }
}
