package org.reelhouse.match.blocking;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reelhouse.match.blocking.BlockingKeys.Rule;

/**
 * How many titles a block has of each year and of each source, on which hangs what in it is
 * compared and how.
 */
public final class BlockShape {
  /** Titles that a block may hold in memory to be split by year: some 50 MB. */
  static final int MOST_HELD = 50_000;

  private static final int UNDATED = Integer.MIN_VALUE;

  private final int limit;
  private final int size;
  private final int namesakes;
  private final Map<Integer, Integer> ofYear = new TreeMap<>();
  private final Set<Integer> oversizedYears = new HashSet<>();

  /**
   * The shape of a block.
   *
   * @param limit titles up to which all are compared with all; in larger ones those of one year and
   *     the year before, where they are no more, and none of those without a year
   */
  BlockShape(long key, Collection<Member> members, int limit) {
    this.limit = limit;
    this.size = members.size();
    this.namesakes = BlockingKeys.rule(key) == Rule.TITLE ? namesakes(members) : 1;
    if (isSplit()) {
      members.forEach(member -> ofYear.merge(year(member.profile().year()), 1, Integer::sum));
      ofYear.keySet().stream().filter(year -> sizeUpTo(year) > limit).forEach(oversizedYears::add);
    }
  }

  private static int namesakes(Collection<Member> members) {
    Map<String, Integer> bySource = new HashMap<>();
    members.forEach(member -> bySource.merge(member.profile().source(), 1, Integer::sum));
    return bySource.values().stream().mapToInt(Integer::intValue).max().orElse(1);
  }

  /** How many works bear the name: the most that any one source lists under it. */
  int namesakes() {
    return namesakes;
  }

  /** Whether two titles that both blocks have are compared in both, or in neither, and alike. */
  boolean comparesLike(BlockShape other) {
    return namesakes == other.namesakes
        && isSplit() == other.isSplit()
        && oversizedYears.equals(other.oversizedYears)
        && size > MOST_HELD == other.size > MOST_HELD;
  }

  private boolean isSplit() {
    return size > limit;
  }

  /** Whether titles of two years are in a part that is too large to be compared. */
  boolean isOversized(@Nullable Integer earlier, @Nullable Integer later) {
    return isSplit() && (earlier == null || oversizedYears.contains(year(later)));
  }

  /** The sizes of the parts that are not compared, by the name of the block and the year. */
  Map<String, Long> oversized(Supplier<String> name) {
    Map<String, Long> parts = new TreeMap<>();
    for (int year : ofYear.keySet()) {
      if (year == UNDATED) {
        parts.put(name.get(), sizeUpTo(year));
      } else if (oversizedYears.contains(year)) {
        parts.put(name.get() + " " + year, sizeUpTo(year));
      }
    }
    return parts;
  }

  private static int year(@Nullable Integer year) {
    return year == null ? UNDATED : year;
  }

  private long sizeUpTo(int year) {
    return (long) ofYear.getOrDefault(year, 0)
        + (year == UNDATED ? 0 : ofYear.getOrDefault(year - 1, 0));
  }
}
