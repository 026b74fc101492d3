package org.reelhouse.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The source titles that share a blocking key.
 *
 * @param year of the part of a block that was too large; empty for a whole block
 * @param members in the order of their references
 */
record Block(String key, @Nullable Integer year, List<Member> members) {

  /** The key, with the year of a part. */
  String name() {
    return year == null ? key : key + " " + year;
  }

  /**
   * Hands every pair that is worth comparing to a consumer, the smaller reference first, in the
   * first of the blocks that the two share. Two titles of one source are a pair only where they
   * share an external id; years more than one apart likewise, and a film and a series unless title
   * and year are equal.
   */
  void pairs(BiConsumer<Profile, Profile> consumer) {
    for (int i = 0; i < members.size(); i++) {
      for (int j = i + 1; j < members.size(); j++) {
        if (meetHere(members.get(i), members.get(j))) {
          consumer.accept(members.get(i).profile(), members.get(j).profile());
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
        members.stream()
            .collect(
                Collectors.groupingBy(member -> member.profile().source(), Collectors.counting()));
    return bySource.values().stream().mapToInt(Math::toIntExact).max().orElse(1);
  }

  /** Parts of one year and the one before each; titles without a year are in none. */
  Collection<Block> byYear() {
    Map<Integer, List<Member>> parts = new TreeMap<>();
    for (Member member : members) {
      Integer own = member.profile().year();
      if (own != null) {
        parts.computeIfAbsent(own, part -> new ArrayList<>()).add(member);
        parts.computeIfAbsent(own + 1, part -> new ArrayList<>()).add(member);
      }
    }
    return parts.entrySet().stream()
        .map(part -> new Block(key, part.getKey(), part.getValue()))
        .toList();
  }

  private boolean meetHere(Member left, Member right) {
    return comparable(left.profile(), right.profile(), BlockingKeys.isTitle(key))
        && (year == null || year == later(left.profile(), right.profile()))
        && left.meetsFirstIn(key, right);
  }

  private static int later(Profile left, Profile right) {
    return Math.max(
        left.year() == null ? Integer.MIN_VALUE : left.year(),
        right.year() == null ? Integer.MIN_VALUE : right.year());
  }

  private static boolean comparable(Profile left, Profile right, boolean equalTitles) {
    if (left.sharesId(right)) {
      return true;
    }
    return !left.source().equals(right.source())
        && ((equalTitles && sameYear(left, right)) || !isFilmAndSeries(left.kind(), right.kind()))
        && !farApart(left.year(), right.year());
  }

  private static boolean sameYear(Profile left, Profile right) {
    return left.year() != null && left.year().equals(right.year());
  }

  private static boolean isFilmAndSeries(String left, String right) {
    return (left.equals("movie") && right.equals("series"))
        || (left.equals("series") && right.equals("movie"));
  }

  private static boolean farApart(@Nullable Integer left, @Nullable Integer right) {
    return left != null && right != null && Math.abs(left - right) > 1;
  }
}
