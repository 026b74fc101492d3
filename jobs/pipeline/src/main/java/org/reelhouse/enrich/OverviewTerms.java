package org.reelhouse.enrich;

import java.util.stream.IntStream;
import org.reelhouse.text.EnglishStems;
import org.reelhouse.text.TextHash;

/**
 * Reads which words an overview has, and which pairs of neighbouring words; how often is mostly a
 * matter of names. Unlike in the terms of themes, names count and words pair across stop words: the
 * measured rules of genres were learned so.
 */
final class OverviewTerms {
  private OverviewTerms() {}

  /** Hashes of the stems and of their pairs without stop words, ascending and each once. */
  static int[] of(String overview) {
    IntStream.Builder hashes = IntStream.builder();
    String before = "";
    for (String stem : EnglishStems.of(overview)) {
      hashes.add(TextHash.bits32(stem));
      if (!before.isEmpty()) {
        hashes.add(TextHash.bits32(before + " " + stem));
      }
      before = stem;
    }
    return hashes.build().sorted().distinct().toArray();
  }
}
