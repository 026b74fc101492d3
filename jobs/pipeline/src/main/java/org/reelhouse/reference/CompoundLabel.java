package org.reelhouse.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Takes a label apart that is not declared, such as "British Crime TV Shows".
 *
 * @param genresOfKey declared labels, as {@link Label#key} writes them
 * @param modifiers words that mean nothing beside a label
 */
record CompoundLabel(Map<String, List<String>> genresOfKey, Set<String> modifiers) {
  private static final int LONGEST_LABEL = 120;
  private static final int MOST_WORDS_OF_A_PART = 5;

  /**
   * The genres of all declared labels that, with modifiers, make up the whole label; the longest
   * labels come first. Empty if a word is left over, or there are only modifiers.
   */
  Optional<List<String>> genres(String key) {
    if (key.isEmpty() || key.length() > LONGEST_LABEL) {
      return Optional.empty();
    }
    List<String> words = Arrays.asList(key.split(" ", -1));
    Set<String> genres = new TreeSet<>();
    boolean declared = false;
    int next = 0;
    while (next < words.size()) {
      Part part = longestPart(words, next);
      if (part != null) {
        genres.addAll(part.genres());
        declared = true;
        next = part.end();
      } else if (modifiers.contains(words.get(next))) {
        next++;
      } else {
        return Optional.empty();
      }
    }
    return declared ? Optional.of(List.copyOf(genres)) : Optional.empty();
  }

  /**
   * Some words that make up a declared label.
   *
   * @param end place of the word behind them
   */
  private record Part(int end, List<String> genres) {}

  private @Nullable Part longestPart(List<String> words, int start) {
    int most = Math.min(words.size(), start + MOST_WORDS_OF_A_PART);
    for (int end = most; end > start; end--) {
      List<String> genres = inAnyNumber(String.join(" ", words.subList(start, end)));
      if (genres != null) {
        return new Part(end, genres);
      }
    }
    return null;
  }

  private @Nullable List<String> inAnyNumber(String part) {
    List<String> genres = genresOfKey.get(part);
    if (genres == null && part.endsWith("ies")) {
      genres = genresOfKey.get(part.substring(0, part.length() - 3) + "y");
    }
    if (genres == null && part.endsWith("es")) {
      genres = genresOfKey.get(part.substring(0, part.length() - 2));
    }
    if (genres == null && part.endsWith("s")) {
      genres = genresOfKey.get(part.substring(0, part.length() - 1));
    }
    return genres == null && isWrittenWithoutSpaces(part) ? beforeAnEnding(part) : genres;
  }

  private static boolean isWrittenWithoutSpaces(String part) {
    return Character.isIdeographic(part.codePointBefore(part.length()));
  }

  /** Chinese and Japanese write "action film" in one word. */
  private @Nullable List<String> beforeAnEnding(String part) {
    for (int start = part.length() - 1; start > 0; start--) {
      String ending = part.substring(start);
      boolean idle = modifiers.contains(ending) || List.of().equals(genresOfKey.get(ending));
      List<String> genres = idle ? genresOfKey.get(part.substring(0, start)) : null;
      if (genres != null) {
        return genres;
      }
    }
    return null;
  }
}
