package org.reelhouse.enrich;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Labelled overviews in three parts that share neither a text nor the name of a title, in the order
 * of their hashes.
 *
 * @param training what models are learned from
 * @param choosing what thresholds are chosen on
 * @param reporting what is measured in the end, and decides nothing before
 */
record OverviewParts(
    List<LabelledOverview> training,
    List<LabelledOverview> choosing,
    List<LabelledOverview> reporting) {
  /** Of ten overviews six are learned from, two chosen on and two reported. */
  private static final int TENTHS = 10;

  private static final int FIRST_CHOOSING = 6;
  private static final int FIRST_REPORTING = 8;

  /** The parts of some overviews, of which several may be one text. */
  static OverviewParts of(Collection<LabelledOverview> overviews) {
    TreeMap<Long, LabelledOverview> byText = new TreeMap<>();
    overviews.forEach(overview -> byText.merge(overview.text(), overview, LabelledOverview::with));
    Set<Long> known = new HashSet<>();
    List<LabelledOverview> training = unknown(byText, 0, FIRST_CHOOSING, known);
    List<LabelledOverview> choosing = unknown(byText, FIRST_CHOOSING, FIRST_REPORTING, known);
    List<LabelledOverview> reporting = unknown(byText, FIRST_REPORTING, TENTHS, known);
    return new OverviewParts(training, choosing, reporting);
  }

  /** The overviews of some tenths without those of known titles; these become known. */
  private static List<LabelledOverview> unknown(
      TreeMap<Long, LabelledOverview> overviews, int from, int to, Set<Long> known) {
    List<LabelledOverview> part = new ArrayList<>();
    Set<Long> titles = new HashSet<>();
    for (LabelledOverview overview : overviews.values()) {
      long tenth = Math.floorMod(overview.text(), TENTHS);
      if (tenth >= from && tenth < to) {
        titles.addAll(overview.titles());
        if (!overview.tellsOfOneOf(known)) {
          part.add(overview);
        }
      }
    }
    known.addAll(titles);
    return part;
  }
}
