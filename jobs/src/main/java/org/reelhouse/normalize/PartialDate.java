package org.reelhouse.normalize;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A date as far as it is known.
 *
 * @param date the day, null if only the year (and perhaps the month) is known
 */
record PartialDate(int year, @Nullable LocalDate date) {

  static PartialDate of(LocalDate date) {
    return new PartialDate(date.getYear(), date);
  }

  static PartialDate of(int year) {
    return new PartialDate(year, null);
  }
}
