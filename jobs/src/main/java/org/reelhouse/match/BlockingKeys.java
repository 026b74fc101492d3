package org.reelhouse.match;

import java.util.ArrayList;
import java.util.Comparator;
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
 *   <li>one of the two longest words of the main title and kind, in the same or the next year;
 *   <li>the same season and episode number of an episode, in the same or the next year;
 *   <li>the same exact release date, of all kinds but films, whose dates differ between countries;
 *   <li>a director in common, in the same or the next year.
 * </ul>
 */
final class BlockingKeys {
  /** Two first words narrow little where the rest of the title is short; shorter ones are left. */
  private static final int MIN_LETTERS = 5;

  private static final int LONG_WORDS = 2;

  private static final int MAX_DIRECTORS = 3;

  private BlockingKeys() {}

  static List<String> of(Profile profile) {
    Set<String> keys = new LinkedHashSet<>();
    profile.ids().forEach(id -> keys.add("id " + id));
    profile.titles().forEach(title -> keys.add("title " + new TitleKey(title).compact()));
    keys.addAll(beginnings(profile));
    keys.addAll(longWords(profile));
    keys.addAll(numbers(profile));
    if (profile.day() != null && !profile.kind().equals("movie")) {
      keys.add("day " + group(profile.kind()) + " " + profile.day());
    }
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

  private static List<String> longWords(Profile profile) {
    return new TitleKey(profile.titles().get(0))
        .words().stream()
            .filter(word -> word.length() >= MIN_LETTERS)
            .distinct()
            .sorted(Comparator.comparing(String::length).reversed().thenComparing(word -> word))
            .limit(LONG_WORDS)
            .flatMap(word -> byYear("word " + group(profile.kind()) + " " + word, profile).stream())
            .toList();
  }

  private static List<String> numbers(Profile profile) {
    return profile.isEpisode() && profile.seasons() != null && profile.episodes() != null
        ? byYear("episode " + profile.seasons() + " " + profile.episodes(), profile)
        : List.of();
  }

  /** A title stands under its own year and the next: two that are one year apart meet in one. */
  private static List<String> byYear(String key, Profile profile) {
    Integer year = profile.year();
    return year == null ? List.of() : List.of(key + " " + year, key + " " + (year + 1));
  }

  private static String group(String kind) {
    return switch (kind) {
      case "series", "movie", "episode" -> kind;
      default -> "other";
    };
  }
}
