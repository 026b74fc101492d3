package org.reelhouse.match.blocking;

import java.util.Locale;

/** What the comparison of a block finds beside pairs. */
public enum Finding {
  /** A part that is too large to be compared. */
  OVERSIZED,
  /** {@linkplain Trial Trial pairs} of one work that were found. */
  RIGHT,
  /** Trial pairs of one work that were not found. */
  MISSED,
  /** Trial pairs of two works that were taken for one. */
  WRONG,
  /** All pairs of the block were compared, also those of two titles that stayed. */
  RESTRUCTURED;

  /** As {@code silver.match_state} has it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
