package org.reelhouse.normalize;

import org.jspecify.annotations.Nullable;

/** Dates of release as sources write them. */
final class Released {
  private Released() {}

  /**
   * Sets the release date, or the year alone if no more is said; a date that cannot be read is left
   * out and noted.
   */
  static void on(TitleDraft draft, @Nullable String text) {
    PartialDate date = draft.read("release_date", text, Dates::parse);
    if (date != null) {
      draft.releaseYear(date.year()).releaseDate(date.date());
    }
  }
}
