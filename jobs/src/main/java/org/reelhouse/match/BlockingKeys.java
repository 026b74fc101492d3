package org.reelhouse.match;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The blocks a source title stands in. Only titles that share a block are compared, by one of these
 * rules:
 *
 * <ul>
 *   <li>the same external id;
 *   <li>the same {@link TitleKey} of any of their titles;
 *   <li>the same two first words, in any order, and kind, in the same or the next year;
 *   <li>the same two first words, kind and number of episodes (sources without years);
 *   <li>a director in common, in the same or the next year.
 * </ul>
 */
final class BlockingKeys {
  /** Two first words narrow little where the rest of the title is short; shorter ones are left. */
  private static final int MIN_LETTERS = 5;

  private static final int MAX_DIRECTORS = 3;

  private BlockingKeys() {}

  static List<String> of(Profile profile) {
    Set<String> keys = new LinkedHashSet<>();
    profile.ids().forEach(id -> keys.add("id " + id));
    profile.titles().forEach(title -> keys.add("title " + new TitleKey(title).compact()));
    keys.addAll(beginnings(profile));
    profile.directors().stream()
        .limit(MAX_DIRECTORS)
        .forEach(director -> keys.addAll(byYear("director " + director, profile)));
    return List.copyOf(keys);
  }

  /** Whether a block holds equal titles, so that its size tells how common the title is. */
  static boolean isTitle(String key) {
    return key.startsWith("title ");
  }

  private static List<String> beginnings(Profile profile) {
    List<String> words = new TitleKey(profile.titles().get(0)).words();
    List<String> first = words.stream().limit(2).sorted().toList();
    if (String.join("", first).length() < MIN_LETTERS) {
      return List.of();
    }
    String beginning = "words " + group(profile.kind()) + " " + String.join(" ", first);
    List<String> keys = new ArrayList<>(byYear(beginning, profile));
    if (profile.episodes() != null && profile.episodes() > 0) {
      keys.add(beginning + " episodes " + profile.episodes());
    }
    return keys;
  }

  /** A title stands under its own year and the next: two that are one year apart meet in one. */
  private static List<String> byYear(String key, Profile profile) {
    Integer year = profile.year();
    return year == null ? List.of() : List.of(key + " " + year, key + " " + (year + 1));
  }

  private static String group(String kind) {
    return kind.equals("series") || kind.equals("movie") ? kind : "other";
  }
}
