package org.reelhouse.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.reelhouse.match.BlockingKeys.Rule;

/** The source titles that share a blocking key, by year, those without one first. */
final class Block {
  private static final int UNDATED = Integer.MIN_VALUE;

  private final long key;
  private final List<Member> members;
  private final int limit;
  private final Map<Integer, Integer> ofYear = new TreeMap<>();
  private final Set<Integer> oversizedYears = new HashSet<>();

  /**
   * A block.
   *
   * @param limit titles up to which all are compared with all; in larger ones those of one year and
   *     the year before, where they are no more, and none of those without a year
   */
  Block(long key, List<Member> members, int limit) {
    this.key = key;
    this.members = new ArrayList<>(members);
    this.limit = limit;
    this.members.sort(Comparator.comparingInt(Block::year));
    this.members.forEach(member -> ofYear.merge(year(member), 1, Integer::sum));
    ofYear.keySet().stream().filter(year -> sizeUpTo(year) > limit).forEach(oversizedYears::add);
  }

  /** The blocking key that its titles share. */
  long key() {
    return key;
  }

  private static int year(Member member) {
    Integer year = member.profile().year();
    return year == null ? UNDATED : year;
  }

  /**
   * Hands every pair that is worth comparing to a consumer, the smaller reference first, in the
   * most telling of the blocks that the two share. Two titles of one source are a pair only where
   * they share an external id; years more than one apart likewise, and a film and a series unless
   * title and year are equal.
   */
  void pairs(BiConsumer<Profile, Profile> consumer) {
    near(
        (i, j) -> {
          Member one = members.get(i);
          Member other = members.get(j);
          if (!isOversized(year(one), year(other)) && meetHere(one, other)) {
            inOrder(one.profile(), other.profile(), consumer);
          }
        });
  }

  /** Takes the places of two members. */
  private interface Places {
    void take(int one, int other);
  }

  /** Walks through the pairs of one year or two that follow each other; by id, through all. */
  private void near(Places pairs) {
    boolean farYears = BlockingKeys.rule(key) == Rule.ID;
    for (int i = 0; i < members.size(); i++) {
      Member one = members.get(i);
      int last = farYears || one.profile().year() == null ? Integer.MAX_VALUE : year(one) + 1;
      for (int j = i + 1; j < members.size() && year(members.get(j)) <= last; j++) {
        pairs.take(i, j);
      }
    }
  }

  /**
   * Hands those pairs to a consumer whose external ids say whether they are the same work, in the
   * first block in which they would meet if there were no ids.
   *
   * @param missed takes the pairs that would not be compared at all
   */
  void trials(BiConsumer<Profile, Profile> consumer, BiConsumer<Profile, Profile> missed) {
    BitSet sampled = new BitSet();
    for (int i = 0; i < members.size(); i++) {
      sampled.set(i, Trial.samples(members.get(i).profile()));
    }
    if (!sampled.isEmpty()) {
      near(
          (i, j) -> {
            if (sampled.get(i) || sampled.get(j)) {
              trial(members.get(i), members.get(j), consumer, missed);
            }
          });
    }
  }

  private void trial(
      Member one,
      Member other,
      BiConsumer<Profile, Profile> consumer,
      BiConsumer<Profile, Profile> missed) {
    if (!Trial.isFor(one.profile(), other.profile())) {
      return;
    }
    OptionalLong meeting = one.firstBesideIds(other);
    boolean byId = BlockingKeys.rule(key) == Rule.ID;
    if (meeting.isPresent() && meeting.getAsLong() == key) {
      boolean compared =
          comparableBesideIds(one.profile(), other.profile())
              && !isOversized(year(one), year(other));
      inOrder(one.profile(), other.profile(), compared ? consumer : missed);
    } else if (byId && one.meetsFirstIn(key, other) && !meetElsewhere(one, other, meeting)) {
      inOrder(one.profile(), other.profile(), missed);
    }
  }

  /** Blocks are walked through by year, and so titles whose years are far apart do not meet. */
  private static boolean meetElsewhere(Member one, Member other, OptionalLong meeting) {
    return meeting.isPresent() && !farApart(one.profile().year(), other.profile().year());
  }

  private static void inOrder(Profile one, Profile other, BiConsumer<Profile, Profile> consumer) {
    if (one.reference().compareTo(other.reference()) <= 0) {
      consumer.accept(one, other);
    } else {
      consumer.accept(other, one);
    }
  }

  /** Names of the parts that are not compared, each with its number of titles. */
  Map<String, Long> oversized() {
    Map<String, Long> parts = new TreeMap<>();
    if (members.size() > limit) {
      String name = BlockingKeys.name(members.get(0).profile(), key);
      for (int year : ofYear.keySet()) {
        if (isOversized(year, year)) {
          parts.put(year == UNDATED ? name : name + " " + year, sizeUpTo(year));
        }
      }
    }
    return parts;
  }

  private boolean isOversized(int earlier, int later) {
    return members.size() > limit && (earlier == UNDATED || oversizedYears.contains(later));
  }

  private long sizeUpTo(int year) {
    return (long) ofYear.getOrDefault(year, 0)
        + (year == UNDATED ? 0 : ofYear.getOrDefault(year - 1, 0));
  }

  /** How many works bear the name: the most that any one source lists under it. */
  int namesakes() {
    if (BlockingKeys.rule(key) != Rule.TITLE) {
      return 1;
    }
    Map<String, Integer> bySource = new HashMap<>();
    members.forEach(member -> bySource.merge(member.profile().source(), 1, Integer::sum));
    return bySource.values().stream().mapToInt(Integer::intValue).max().orElse(1);
  }

  private boolean meetHere(Member one, Member other) {
    return comparable(one.profile(), other.profile()) && one.meetsFirstIn(key, other);
  }

  private boolean comparable(Profile left, Profile right) {
    return left.sharesId(right) || comparableBesideIds(left, right);
  }

  private boolean comparableBesideIds(Profile left, Profile right) {
    return !left.source().equals(right.source())
        && !farApart(left.year(), right.year())
        && (!isFilmAndSeries(left.kind(), right.kind())
            || (BlockingKeys.rule(key) == Rule.TITLE && sameYear(left, right)));
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
