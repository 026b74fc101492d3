package org.reelhouse.match;

import org.reelhouse.match.comparison.Weight;

/** The weights of the comparison for the documentation. */
public final class MatchingWeights {
  private MatchingWeights() {}

  /** A table in Markdown: evidence, outcome, weight and reason. */
  public static String markdown() {
    return Weight.markdown();
  }
}
