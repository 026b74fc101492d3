package org.reelhouse.normalize;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates in the formats of the sources. Of a range, the first day counts. */
final class Dates {
  private static final int FIRST_FILM_YEAR = 1870;
  private static final int LAST_PLAUSIBLE_YEAR = 2100;
  // As spreadsheets read two digits: 00-29 is this century, 30-99 the last.
  private static final int LAST_SHORT_YEAR = 29;

  private static final Pattern RANGE = Pattern.compile("\\s+to\\s+");
  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ].*)?");
  private static final Pattern US = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
  private static final Pattern MONTH_DAY_YEAR =
      Pattern.compile("(\\p{L}{3,9})\\.? (\\d{1,2}),? (\\d{4})");
  private static final Pattern DAY_MONTH_YEAR =
      Pattern.compile("(\\d{1,2})[- ](\\p{L}{3,9})[- ](\\d{4}|\\d{2})");
  private static final Pattern MONTH_YEAR =
      Pattern.compile("(\\p{L}{3,9})\\.?[-, ]+(\\d{4}|\\d{2})");
  private static final Pattern YEAR_MONTH = Pattern.compile("(\\d{4})-(\\d{1,2})");
  private static final Pattern YEAR = Pattern.compile("(\\d{4})(?:\\.0)?");

  private Dates() {}

  /** What a text says of a day, null if it names no plausible year or a day that never was. */
  static @Nullable PartialDate parse(@Nullable String text) {
    String clean = Texts.known(text);
    if (clean == null) {
      return null;
    }
    String first = RANGE.split(clean, 2)[0].strip();
    try {
      return plausible(parsed(first));
    } catch (DateTimeException never) {
      return null;
    }
  }

  /** The day a text names in full, null if it names none. */
  static @Nullable LocalDate day(@Nullable String text) {
    PartialDate parsed = parse(text);
    return parsed == null ? null : parsed.date();
  }

  /** The year a text names, alone or with a day. */
  static @Nullable Integer year(@Nullable String text) {
    PartialDate parsed = parse(text);
    return parsed == null ? null : Integer.valueOf(parsed.year());
  }

  private static @Nullable PartialDate parsed(String text) {
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      return day(iso.group(1), Month.of(number(iso.group(2))), iso.group(3));
    }
    Matcher american = US.matcher(text);
    if (american.matches()) {
      return day(american.group(3), Month.of(number(american.group(1))), american.group(2));
    }
    return inWords(text);
  }

  private static @Nullable PartialDate inWords(String text) {
    Matcher monthFirst = MONTH_DAY_YEAR.matcher(text);
    if (monthFirst.matches()) {
      return day(monthFirst.group(3), month(monthFirst.group(1)), monthFirst.group(2));
    }
    Matcher dayFirst = DAY_MONTH_YEAR.matcher(text);
    if (dayFirst.matches()) {
      return day(dayFirst.group(3), month(dayFirst.group(2)), dayFirst.group(1));
    }
    return withoutDay(text);
  }

  private static @Nullable PartialDate withoutDay(String text) {
    Matcher monthAndYear = MONTH_YEAR.matcher(text);
    if (monthAndYear.matches()) {
      return month(monthAndYear.group(1)) == null ? null : year4(monthAndYear.group(2));
    }
    Matcher yearAndMonth = YEAR_MONTH.matcher(text);
    if (yearAndMonth.matches()) {
      return year4(yearAndMonth.group(1));
    }
    Matcher year = YEAR.matcher(text);
    return year.matches() ? year4(year.group(1)) : null;
  }

  private static @Nullable PartialDate day(String year, @Nullable Month month, String day) {
    return month == null ? null : PartialDate.of(LocalDate.of(fullYear(year), month, number(day)));
  }

  private static PartialDate year4(String year) {
    return PartialDate.of(fullYear(year));
  }

  private static @Nullable PartialDate plausible(@Nullable PartialDate date) {
    return date == null || date.year() < FIRST_FILM_YEAR || date.year() > LAST_PLAUSIBLE_YEAR
        ? null
        : date;
  }

  private static int fullYear(String digits) {
    int year = number(digits);
    if (digits.length() > 2) {
      return year;
    }
    return year <= LAST_SHORT_YEAR ? 2000 + year : 1900 + year;
  }

  private static @Nullable Month month(String name) {
    String start = name.toUpperCase(Locale.ROOT);
    for (Month month : Month.values()) {
      if (month.name().startsWith(start) || (start.equals("SEPT") && month == Month.SEPTEMBER)) {
        return month;
      }
    }
    return null;
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
