package org.reelhouse.normalize.values;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A date as far as it is known.
 *
 * @param date the day, null if only the year (and perhaps the month) is known
 */
public record PartialDate(int year, @Nullable LocalDate date) {
  private static final int CENTURY = 100;

  public static PartialDate of(LocalDate date) {
    return new PartialDate(date.getYear(), date);
  }

  public static PartialDate of(int year) {
    return new PartialDate(year, null);
  }

  /** Whether all that it may be lies after a day. */
  public boolean isAfter(LocalDate day) {
    return date == null ? year > day.getYear() : date.isAfter(day);
  }

  /** The day, or else the year, as ISO 8601 writes it. */
  public String iso() {
    return date == null ? "%04d".formatted(year) : date.toString();
  }

  public PartialDate aCenturyBefore() {
    return date == null ? of(year - CENTURY) : of(date.minusYears(CENTURY));
  }
}
