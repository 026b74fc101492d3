package org.reelhouse.normalize.values;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates in the formats of the sources. Of a range, the first day counts. Where only one order of
 * day and month is possible it is taken; of {@code 3/4/2021} the month comes first, of {@code
 * 3.4.2021} and {@code 3-4-2021} the day.
 */
public final class Dates {
  private static final int FIRST_FILM_YEAR = 1870;
  private static final int LAST_PLAUSIBLE_YEAR = 2100;

  /** What is longer is a sentence, not a date. */
  private static final int LONGEST = 120;

  // As spreadsheets read two digits: 00-29 is this century, 30-99 the last.
  private static final int LAST_SHORT_YEAR = 29;

  private static final Pattern RANGE =
      Pattern.compile("\\s+(?:to|until|through|bis|-|–|—|~|〜|→)\\s+|[–—〜→]");

  /** What stands around a date and says nothing of it: circa, a weekday, a time, a country. */
  private static final Pattern AROUND =
      Pattern.compile(
          "^(?:(?:circa|ca?\\.|approx\\.?|about|around)\\s*|~\\s*|(?:mon|tue|wed|thu|fri|sat|sun)\\p{L}{0,6}[.,]{0,2}\\s+)"
              + "|\\s+\\(.{0,60}\\)$|,?\\s+\\d{1,2}:\\d{2}\\b.{0,30}$",
          Pattern.CASE_INSENSITIVE);

  /** Ordinal endings and little words between day, month and year. */
  private static final Pattern WITHIN =
      Pattern.compile(
          "(?<=\\d)(?:st|nd|rd|th|er|º|ª|\\.)(?=\\s)|\\b(?:de|del|of|the)\\s|(?<=\\p{L})\\.(?=\\s)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ISO =
      Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?:[T ].*)?");
  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})");
  private static final Pattern CHINESE =
      Pattern.compile("(\\d{4})[年년]\\s?(?:(\\d{1,2})[月월]\\s?(?:(\\d{1,2})[日일])?)?");
  private static final Pattern MONTH_DAY_YEAR =
      Pattern.compile("(\\p{L}{3,12})\\.? (\\d{1,2}),? (\\d{4})");
  private static final Pattern DAY_MONTH_YEAR =
      Pattern.compile("(\\d{1,2})[- ](\\p{L}{3,12})[-, ]{1,2}(\\d{4}|\\d{2})");
  private static final Pattern MONTH_YEAR =
      Pattern.compile("(\\p{L}{3,12})\\.?[-, ]+(\\d{4}|\\d{2})");
  private static final Pattern YEAR_MONTH = Pattern.compile("(\\d{4})-(\\d{1,2})");

  /** A year alone, the first of two, or one of whose months and days only marks stand. */
  private static final Pattern YEAR =
      Pattern.compile(
          "(\\d{4})(?:\\.0|-(?:\\d{4})?|-(?:\\d{1,2}|\\?{1,2}|[xX]{2})-(?:\\?{1,2}|[xX]{2}|00?))?");

  private static final Pattern PART_OF_YEAR =
      Pattern.compile(
          "(?:early|mid|late|spring|summer|autumn|fall|winter|q[1-4]),?[- ](\\d{4})|(\\d{4}),? (?:spring|summer|autumn|fall|winter|q[1-4])",
          Pattern.CASE_INSENSITIVE);

  private Dates() {}

  /** What a text says of a day, null if it names no plausible year or a day that never was. */
  public static @Nullable PartialDate parse(@Nullable String text) {
    String clean = Texts.known(text);
    if (clean == null) {
      return null;
    }
    try {
      PartialDate date = parsed(RANGE.split(clean, 2)[0].strip());
      return plausible(date == null && clean.length() <= LONGEST ? parsed(bare(clean)) : date);
    } catch (DateTimeException never) {
      return null;
    }
  }

  /** The first of a range without what stands around it and between its parts. */
  private static String bare(String text) {
    String first = RANGE.split(AROUND.matcher(text).replaceAll("").strip(), 2)[0].strip();
    return WITHIN.matcher(AROUND.matcher(first).replaceAll("")).replaceAll("").strip();
  }

  /** The day a text names in full, null if it names none. */
  public static @Nullable LocalDate day(@Nullable String text) {
    PartialDate parsed = parse(text);
    return parsed == null ? null : parsed.date();
  }

  /** The year a text names, alone or with a day. */
  public static @Nullable Integer year(@Nullable String text) {
    PartialDate parsed = parse(text);
    return parsed == null ? null : Integer.valueOf(parsed.year());
  }

  private static @Nullable PartialDate parsed(String text) {
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      return yearFirst(iso.group(1), iso.group(3), iso.group(4));
    }
    Matcher yearLast = YEAR_LAST.matcher(text);
    if (yearLast.matches()) {
      return yearLast(yearLast);
    }
    return inWords(text);
  }

  /** 2019-00-00 and 2019-04-00 say that day, or month as well, are unknown. */
  private static @Nullable PartialDate yearFirst(String year, String month, String day) {
    boolean dayUnknown = number(day) == 0 && number(month) <= Month.values().length;
    return dayUnknown ? year4(year) : day(year, Month.of(number(month)), day);
  }

  private static @Nullable PartialDate yearLast(Matcher date) {
    int first = number(date.group(1));
    int second = number(date.group(3));
    int months = Month.values().length;
    boolean monthFirst = date.group(2).equals("/") ? first <= months : second > months;
    return monthFirst
        ? day(date.group(4), Month.of(first), date.group(3))
        : day(date.group(4), Month.of(second), date.group(1));
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
      return month(monthAndYear.group(1)) == null ? rarely(text) : year4(monthAndYear.group(2));
    }
    Matcher yearAndMonth = YEAR_MONTH.matcher(text);
    if (yearAndMonth.matches()) {
      return year4(yearAndMonth.group(1));
    }
    Matcher year = YEAR.matcher(text);
    return year.matches() ? year4(year.group(1)) : rarely(text);
  }

  private static @Nullable PartialDate rarely(String text) {
    Matcher compact = COMPACT.matcher(text);
    if (compact.matches()) {
      return yearFirst(compact.group(1), compact.group(2), compact.group(3));
    }
    Matcher chinese = CHINESE.matcher(text);
    if (chinese.matches()) {
      return chinese.group(3) == null
          ? year4(chinese.group(1))
          : yearFirst(chinese.group(1), chinese.group(2), chinese.group(3));
    }
    Matcher part = PART_OF_YEAR.matcher(text);
    return part.matches() ? year4(part.group(1) == null ? part.group(2) : part.group(1)) : null;
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
    return ForeignMonths.of(name);
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
