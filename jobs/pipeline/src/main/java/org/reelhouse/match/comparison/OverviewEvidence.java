package org.reelhouse.match.comparison;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reelhouse.text.Words;

/**
 * What the overviews of two source titles say about their being the same work.
 *
 * <p>Each catalogue tells the story in its own words, but names, places and what it is about recur.
 * Long words stand in for rare ones, whose frequency a single title does not know.
 */
final class OverviewEvidence {
  private static final int MIN_LETTERS = 6;

  /** The longest are kept. */
  private static final int MAX_WORDS = 16;

  /** Below so many words an overview says too little. */
  private static final int MIN_WORDS = 6;

  private static final Weight[] BY_SHARED = {
    Weight.OVERVIEWS_0,
    Weight.OVERVIEWS_1,
    Weight.OVERVIEWS_2,
    Weight.OVERVIEWS_3,
    Weight.OVERVIEWS_4
  };

  private OverviewEvidence() {}

  /** The words of an overview that are compared. */
  static Fingerprints words(@Nullable String overview) {
    if (overview == null) {
      return Fingerprints.NONE;
    }
    List<String> longest =
        Words.of(overview).stream()
            .filter(word -> word.length() >= MIN_LETTERS)
            .distinct()
            .sorted(Comparator.comparing(String::length).reversed().thenComparing(word -> word))
            .limit(MAX_WORDS)
            .toList();
    return longest.size() < MIN_WORDS ? Fingerprints.NONE : Fingerprints.of(longest);
  }

  /**
   * Sequels have heroes and places in common: where a number distinguishes two, this says nothing.
   */
  static Evidence compare(Profile left, Profile right) {
    if (left.overview().isEmpty()
        || right.overview().isEmpty()
        || TitleSimilarity.numbers(left.title(), right.title()) != TitleSimilarity.Numbers.AGREE) {
      return Evidence.NONE;
    }
    int shared = left.overview().shared(right.overview());
    return new Evidence(
        BY_SHARED[Math.min(shared, BY_SHARED.length - 1)],
        () -> shared + " long words of the overviews");
  }
}
