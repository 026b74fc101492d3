package org.reelhouse.normalize.draft;

import org.jspecify.annotations.Nullable;
import org.reelhouse.normalize.values.Dates;
import org.reelhouse.normalize.values.PartialDate;

/** Dates of release as sources write them. */
public final class Released {
  private Released() {}

  /**
   * Sets the release date, or the year alone if no more is said; a date that cannot be read is left
   * out and noted.
   */
  public static void on(TitleDraft draft, @Nullable String text) {
    PartialDate date = draft.read("release_date", text, Dates::parse);
    if (date != null) {
      draft.released(date);
    }
  }
}
