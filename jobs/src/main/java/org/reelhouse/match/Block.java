package org.reelhouse.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * The source titles that share a blocking key.
 *
 * @param members in the order of their references
 */
record Block(String key, List<Profile> members) {

  /**
   * Hands every pair that is worth comparing to a consumer, the smaller reference first. Two titles
   * of one source are a pair only where they share an external id, and years more than one apart
   * are none unless ids are shared.
   */
  void pairs(BiConsumer<Profile, Profile> consumer) {
    for (int i = 0; i < members.size(); i++) {
      for (int j = i + 1; j < members.size(); j++) {
        if (comparable(members.get(i), members.get(j))) {
          consumer.accept(members.get(i), members.get(j));
        }
      }
    }
  }

  /** How many works bear the name: the most that any one source lists under it. */
  int namesakes() {
    if (!BlockingKeys.isTitle(key)) {
      return 1;
    }
    Map<String, Long> bySource =
        members.stream().collect(Collectors.groupingBy(Profile::source, Collectors.counting()));
    return bySource.values().stream().mapToInt(Math::toIntExact).max().orElse(1);
  }

  /** Blocks of one year and the next each; titles without a year are in none. */
  Collection<Block> byYear() {
    Map<String, List<Profile>> parts = new TreeMap<>();
    for (Profile member : members) {
      Integer year = member.year();
      if (year != null) {
        parts.computeIfAbsent(key + " " + year, part -> new ArrayList<>()).add(member);
        parts.computeIfAbsent(key + " " + (year + 1), part -> new ArrayList<>()).add(member);
      }
    }
    return parts.entrySet().stream()
        .map(part -> new Block(part.getKey(), part.getValue()))
        .toList();
  }

  private static boolean comparable(Profile left, Profile right) {
    if (left.ids().stream().anyMatch(right.ids()::contains)) {
      return true;
    }
    return !left.source().equals(right.source())
        && !(isFilmAndSeries(left, right) || farApart(left, right));
  }

  private static boolean isFilmAndSeries(Profile left, Profile right) {
    Set<String> kinds = new HashSet<>(List.of(left.kind(), right.kind()));
    return kinds.equals(Set.of("movie", "series"));
  }

  private static boolean farApart(Profile left, Profile right) {
    return left.year() != null && right.year() != null && Math.abs(left.year() - right.year()) > 1;
  }
}
