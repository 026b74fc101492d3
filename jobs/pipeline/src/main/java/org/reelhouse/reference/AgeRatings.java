package org.reelhouse.reference;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Age ratings of films, television, anime and platforms as ages: the youngest that a title is fit
 * for. Labels are those of the MPA, of the TV Parental Guidelines, of MyAnimeList and plain ages.
 */
public final class AgeRatings {
  private static final int OLDEST = 21;

  /** Words in capitals and without signs to the age. */
  private static final Map<String, Integer> AGES =
      Map.ofEntries(
          Map.entry("G", 0),
          Map.entry("ALL", 0),
          Map.entry("ALL AGES", 0),
          Map.entry("TV Y", 0),
          Map.entry("TV G", 0),
          Map.entry("TV Y7", 7),
          Map.entry("TV Y7 FV", 7),
          Map.entry("PG", 10),
          Map.entry("TV PG", 10),
          Map.entry("PG 13", 13),
          Map.entry("TV 14", 14),
          Map.entry("R", 17),
          Map.entry("R+", 17),
          Map.entry("TV MA", 17),
          Map.entry("NC 17", 18),
          Map.entry("X", 18),
          Map.entry("RX", 18));

  private static final Pattern PLAIN_AGE = Pattern.compile("(?:AGES )?([0-9]{1,2})\\+?");

  private AgeRatings() {}

  /**
   * The youngest age a label means, or empty for one that means none, such as NR.
   *
   * @param label as a source spells it, such as {@code PG-13 - Teens 13 or older} or {@code 16+}
   */
  public static OptionalInt youngest(@Nullable String label) {
    if (label == null) {
      return OptionalInt.empty();
    }
    String plain =
        label
            .toUpperCase(Locale.ROOT)
            .replaceFirst(" - .*", "")
            .replaceAll("[^A-Z0-9+]+", " ")
            .strip();
    Integer age = AGES.get(plain);
    if (age != null) {
      return OptionalInt.of(age);
    }
    Matcher number = PLAIN_AGE.matcher(plain);
    return number.matches() && Integer.parseInt(number.group(1)) <= OLDEST
        ? OptionalInt.of(Integer.parseInt(number.group(1)))
        : OptionalInt.empty();
  }
}
