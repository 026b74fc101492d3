package org.reelhouse.normalize.values;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as sources write them; what is no finite number from 0 upwards is null. */
public final class Numbers {
  private static final Pattern NUMBER =
      Pattern.compile(
          "\\d{1,3}(?:,\\d{3})+(?:\\.\\d*)?|\\d{1,18}(?:\\.\\d*)?(?:[eE][+-]?\\d{1,2})?|\\.\\d+");
  private static final Pattern ZERO =
      Pattern.compile("\\s*0{1,18}(?:\\.0*)?(?:\\s+\\p{L}{1,10}\\.?)?\\s*");
  private static final double HIGHEST_SCORE = 10.0;
  private static final double TEN_THOUSAND = 10_000.0;

  private Numbers() {}

  /** Such as {@code 2,893,578}, {@code 1.5} or {@code 6.4E7}. */
  public static @Nullable Double decimal(@Nullable String text) {
    String plain = text == null ? "" : text.strip();
    if (!NUMBER.matcher(plain).matches()) {
      return null;
    }
    double number = Double.parseDouble(plain.replace(",", ""));
    return Double.isFinite(number) ? Double.valueOf(number) : null;
  }

  /** Whether the text is 0, perhaps with a unit; in many columns it means unknown. */
  public static boolean isZero(@Nullable String text) {
    return text != null && ZERO.matcher(text).matches();
  }

  /** A whole number, also written {@code 12.0}; null for {@code 12.5}. */
  public static @Nullable Long whole(@Nullable String text) {
    Double number = decimal(text);
    return number == null || number != Math.rint(number) || number >= Long.MAX_VALUE
        ? null
        : Long.valueOf(number.longValue());
  }

  /** A whole number above 0, for columns in which 0 means unknown. */
  public static @Nullable Long positiveLong(@Nullable String text) {
    Long number = whole(text);
    return number == null || number == 0 ? null : number;
  }

  /** A whole number above 0 that an int holds. */
  public static @Nullable Integer positiveInteger(@Nullable String text) {
    Long number = positiveLong(text);
    return number == null || number > Integer.MAX_VALUE ? null : Integer.valueOf(number.intValue());
  }

  /** A mean score from 0 to 10, to four decimals. */
  public static @Nullable Double score(@Nullable String text) {
    return score(decimal(text), 0, HIGHEST_SCORE);
  }

  /**
   * A mean score as 0 to 10, to four decimals; null if it is outside of its scale.
   *
   * @param lowest what counts as 0
   * @param highest what counts as 10
   */
  public static @Nullable Double score(@Nullable Double value, double lowest, double highest) {
    if (value == null || !(value >= lowest && value <= highest)) {
      return null;
    }
    double tens = (value - lowest) / (highest - lowest) * HIGHEST_SCORE;
    return Math.round(tens * TEN_THOUSAND) / TEN_THOUSAND;
  }
}
