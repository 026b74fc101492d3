package org.reelhouse.normalize;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A date as far as it is known.
 *
 * @param date the day, null if only the year (and perhaps the month) is known
 */
record PartialDate(int year, @Nullable LocalDate date) {
  private static final int CENTURY = 100;

  static PartialDate of(LocalDate date) {
    return new PartialDate(date.getYear(), date);
  }

  static PartialDate of(int year) {
    return new PartialDate(year, null);
  }

  /** Makes it the release of a title. */
  void release(TitleDraft draft) {
    draft.releaseYear(year).releaseDate(date);
  }

  /** Whether all that it may be lies after a day. */
  boolean isAfter(LocalDate day) {
    return date == null ? year > day.getYear() : date.isAfter(day);
  }

  /** The day, or else the year, as ISO 8601 writes it. */
  String iso() {
    return date == null ? "%04d".formatted(year) : date.toString();
  }

  PartialDate aCenturyBefore() {
    return date == null ? of(year - CENTURY) : of(date.minusYears(CENTURY));
  }
}
