package org.reelhouse.normalize.values;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Running times and numbers of seasons, which some sources keep in one column. */
public final class Durations {
  private static final Pattern SEASONS =
      Pattern.compile(
          "(?iu)(\\d{1,4})\\s*(?:seasons?|temporadas?|saisons?|staffeln?|stagion[ei]|シーズン|시즌|季)"
              + "(?:[\\s,(/·-]{1,3}\\d{1,5}\\s?(?:episodes?|eps?\\.?)\\)?)?");

  private static final String HOURS =
      "(?:hours?|hrs?|horas?|heures?|stunden?|std|ore|ora|h|時間|小时|小時|시간)";
  private static final String MINUTES =
      "(?:minutes?|minutos?|minuten|minuti|minuto|mins?|mn|m|分钟|分鐘|分|분|[\u2032'])";
  private static final String SECONDS = "(?:seconds?|segundos?|secs?|s|秒|초)";

  /** 1 hr 55 min, 24 min. per ep., 1h30, 1.5 hours, ca. 24m, 1 hour and 30 minutes. */
  private static final Pattern TIME =
      Pattern.compile(
          "(?iu)(?:(?:circa|ca?\\.?|approx(?:imately|\\.)?|about|around|environ|etwa)\\s|[~≈])?\\s?"
              + ("(?:(\\d{1,3}(?:[.,]\\d{1,2})?)\\s*" + HOURS + "\\.?,?)?")
              + "\\s*(?:(?:and|und|et|y|e|&)\\s)?"
              + ("(?:(\\d{1,5})(?:\\.\\d{1,3})?\\s*(?:"
                  + MINUTES
                  + "\\.?,?|(?<=\\d[hH] ?\\d\\d)$))?\\s*")
              + ("(?:(\\d{1,5})\\s*" + SECONDS + "\\.?)?\\s*")
              + "(?:(?:per|/|each|an?)\\s?(?:ep(?:isode)?\\.?)?)?");

  /** ISO 8601, as in structured data of web pages. */
  private static final Pattern ISO =
      Pattern.compile("(?i)P(?:0D)?T(?:(\\d{1,3})H)?(?:(\\d{1,5})M)?(?:(\\d{1,5})(?:\\.\\d+)?S)?");

  private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):([0-5]\\d)(?::([0-5]\\d))?");

  /** Of 1:45 the first part is hours, of 24:30 minutes: no film of the sources takes longer. */
  private static final int MOST_HOURS = 9;

  private static final int SECONDS_OF_A_MINUTE = 60;
  private static final int MINUTES_OF_AN_HOUR = 60;

  private Durations() {}

  /**
   * Minutes of a film or of one episode, such as {@code 90 min}, {@code 1 hr 55 min}, {@code 24
   * min. per ep.}, {@code PT1H30M} or {@code 1:45:00}; a started minute counts as one. Null if the
   * text is no running time, or 0.
   */
  public static @Nullable Integer minutes(@Nullable String text) {
    String clean = Texts.known(text);
    if (clean == null) {
      return null;
    }
    int seconds = seconds(clean);
    int minutes = (seconds + SECONDS_OF_A_MINUTE - 1) / SECONDS_OF_A_MINUTE;
    return minutes == 0 ? null : Integer.valueOf(minutes);
  }

  /** The same for a column of minutes, in which a number alone counts minutes. */
  public static @Nullable Integer minutesOrNumber(@Nullable String text) {
    Integer number = Numbers.positiveInteger(text);
    return number == null ? minutes(text) : number;
  }

  /** Seasons of {@code 2 Seasons}; null if the text is no number of seasons, or 0. */
  public static @Nullable Integer seasons(@Nullable String text) {
    String clean = Texts.known(text);
    Matcher seasons = SEASONS.matcher(clean == null ? "" : clean);
    return seasons.matches() ? Numbers.positiveInteger(seasons.group(1)) : null;
  }

  /** Whether the text is a running time or a number of seasons. */
  public static boolean isDuration(@Nullable String text) {
    return minutes(text) != null || seasons(text) != null;
  }

  private static int seconds(String text) {
    Matcher time = TIME.matcher(text);
    if (time.matches()) {
      return seconds(time.group(1), time.group(2), time.group(3));
    }
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      return seconds(iso.group(1), iso.group(2), iso.group(3));
    }
    Matcher clock = CLOCK.matcher(text);
    return clock.matches() ? ofClock(clock) : 0;
  }

  private static int ofClock(Matcher clock) {
    boolean hours = clock.group(3) != null || Integer.parseInt(clock.group(1)) <= MOST_HOURS;
    return hours
        ? seconds(clock.group(1), clock.group(2), clock.group(3))
        : seconds(null, clock.group(1), clock.group(2));
  }

  private static int seconds(
      @Nullable String hours, @Nullable String minutes, @Nullable String seconds) {
    double whole = hours == null ? 0 : Double.parseDouble(hours.replace(',', '.'));
    int minutesOfHours = (int) Math.round(whole * MINUTES_OF_AN_HOUR);
    return (minutesOfHours + number(minutes)) * SECONDS_OF_A_MINUTE + number(seconds);
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
