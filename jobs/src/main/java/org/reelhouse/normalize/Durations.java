package org.reelhouse.normalize;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Running times and numbers of seasons, which some sources keep in one column. */
final class Durations {
  private static final Pattern SEASONS = Pattern.compile("(?i)(\\d{1,4})\\s*seasons?");
  private static final Pattern TIME =
      Pattern.compile(
          "(?i)(?:(\\d{1,3})\\s*(?:hours?|hrs?|h)\\.?)?\\s*"
              + "(?:(\\d{1,5})\\s*(?:minutes?|mins?|m)\\.?)?\\s*"
              + "(?:(\\d{1,5})\\s*(?:seconds?|secs?|s)\\.?)?\\s*(?:per ep(?:isode)?\\.?)?");
  private static final int SECONDS_OF_A_MINUTE = 60;

  private Durations() {}

  /**
   * Minutes of a film or of one episode, such as {@code 90 min}, {@code 1 hr 55 min} or {@code 24
   * min. per ep.}; a started minute counts as one. Null if the text is no running time, or 0.
   */
  static @Nullable Integer minutes(@Nullable String text) {
    String clean = Texts.known(text);
    Matcher time = TIME.matcher(clean == null ? "" : clean);
    if (!time.matches()) {
      return null;
    }
    int seconds = part(time, 3);
    int minutes = part(time, 1) * 60 + part(time, 2) + roundedUp(seconds);
    return minutes == 0 ? null : Integer.valueOf(minutes);
  }

  /** Seasons of {@code 2 Seasons}; null if the text is no number of seasons, or 0. */
  static @Nullable Integer seasons(@Nullable String text) {
    String clean = Texts.known(text);
    Matcher seasons = SEASONS.matcher(clean == null ? "" : clean);
    return seasons.matches() ? Numbers.positiveInteger(seasons.group(1)) : null;
  }

  /** Whether the text is a running time or a number of seasons. */
  static boolean isDuration(@Nullable String text) {
    return minutes(text) != null || seasons(text) != null;
  }

  private static int part(Matcher time, int group) {
    return time.group(group) == null ? 0 : Integer.parseInt(time.group(group));
  }

  private static int roundedUp(int seconds) {
    return (seconds + SECONDS_OF_A_MINUTE - 1) / SECONDS_OF_A_MINUTE;
  }
}
