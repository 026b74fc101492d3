package org.reelhouse.themes.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** Names themes by their top terms; no two get the same label or id. */
final class ThemeLabels {
  private static final int IN_LABEL = 3;
  private static final String SEPARATOR = ", ";

  private final Set<String> usedLabels = new HashSet<>();
  private final Set<String> usedIds = new HashSet<>();

  /** Labels that leave the ids of the previous run to the themes that have them still. */
  ThemeLabels(Collection<ThemeLineage.Ancestor> ancestors) {
    ancestors.forEach(ancestor -> usedIds.add(ancestor.id()));
  }

  /**
   * The label of a theme. That of the previous run stays as long as all its terms are on top: who
   * learned it need not learn another because the order changed.
   *
   * @param words top terms, the best first
   */
  String label(List<String> words, ThemeLineage.@Nullable Ancestor ancestor) {
    if (ancestor != null
        && words.containsAll(Arrays.asList(ancestor.label().split(SEPARATOR, -1)))
        && usedLabels.add(ancestor.label())) {
      return ancestor.label();
    }
    for (int count = IN_LABEL; count <= words.size(); count++) {
      String label = String.join(SEPARATOR, words.subList(0, count));
      if (usedLabels.add(label)) {
        return label;
      }
    }
    String all = words.isEmpty() ? "other" : String.join(SEPARATOR, words);
    return firstFree(all, usedLabels, " ");
  }

  /** The id of a theme: its ancestor's, else a hash of its top terms in any order. */
  String id(List<String> words, ThemeLineage.@Nullable Ancestor ancestor) {
    if (ancestor != null) {
      return ancestor.id();
    }
    String text = String.join("|", words.stream().sorted().toList());
    String id = hashed(text);
    for (int number = 2; !usedIds.add(id); number++) {
      id = hashed(text + "|" + number);
    }
    return id;
  }

  private static String hashed(String text) {
    return "th" + DigestUtils.sha256Hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
  }

  private static String firstFree(String text, Set<String> used, String separator) {
    String candidate = text;
    for (int number = 2; !used.add(candidate); number++) {
      candidate = text + separator + number;
    }
    return candidate;
  }
}
