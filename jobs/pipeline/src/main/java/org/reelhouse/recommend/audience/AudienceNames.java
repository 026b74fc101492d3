package org.reelhouse.recommend.audience;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.reelhouse.reference.Kind;

/** Names audiences by what they like more than others; no two get the same name. */
final class AudienceNames {
  private static final int GENRES = 2;
  private final Set<String> used = new HashSet<>();

  AudienceNames(Set<String> taken) {
    used.addAll(taken);
  }

  /**
   * A name such as {@code Horror and Thriller films of the 1980s}.
   *
   * @param genres distinctive ones, best first
   * @param kinds at most one that is distinctive
   * @param decades at most one that is distinctive
   * @param titles names of distinctive titles, best first
   */
  String name(List<String> genres, List<Kind> kinds, List<Integer> decades, List<String> titles) {
    String kind = kinds.stream().findFirst().map(one -> " " + plural(one)).orElse("");
    String decade = decades.stream().findFirst().map(" of the %ds"::formatted).orElse("");
    for (int count = Math.min(GENRES, genres.size()); count <= genres.size(); count++) {
      String name = (listed(genres.subList(0, count)) + kind + decade).strip();
      if (!name.isEmpty() && used.add(name)) {
        return name;
      }
    }
    String start = genres.isEmpty() ? "Viewers" : listed(genres.subList(0, 1)) + kind + decade;
    for (String title : titles) {
      String name = start + ", such as " + title;
      if (used.add(name)) {
        return name;
      }
    }
    String name = start;
    for (int number = 2; !used.add(name); number++) {
      name = start + " " + number;
    }
    return name;
  }

  private static String plural(Kind kind) {
    return switch (kind) {
      case MOVIE -> "films";
      case SERIES -> "series";
      case SPECIAL -> "specials";
      case OVA -> "OVAs";
      case ONA -> "web series";
      case MUSIC -> "music videos";
      case SHORT -> "shorts";
      case EPISODE -> "episodes";
      case UNKNOWN -> "titles";
    };
  }

  private static String listed(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }
}
