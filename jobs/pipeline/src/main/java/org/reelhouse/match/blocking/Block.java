package org.reelhouse.match.blocking;

import static java.util.Comparator.naturalOrder;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.reelhouse.match.blocking.BlockingKeys.Rule;
import org.reelhouse.match.comparison.Profile;
import org.reelhouse.reference.Kind;

/** The source titles that share a blocking key, by year, those without one first. */
public final class Block {
  private final long key;
  private final List<Member> members;
  private final BlockShape shape;
  private final boolean restructured;

  /**
   * A block.
   *
   * @param members those that are in it, and those that {@linkplain Standing#WENT went}, of which
   *     only the former shape of the block knows
   * @param limit titles up to which {@linkplain BlockShape all are compared with all}
   */
  public Block(long key, List<Member> members, int limit) {
    this.key = key;
    this.members = new ArrayList<>(having(members, Standing.WENT));
    this.members.sort(Comparator.comparing(Block::year, Comparator.nullsFirst(naturalOrder())));
    this.shape = new BlockShape(key, this.members, limit);
    this.restructured =
        members.stream().anyMatch(member -> member.standing() == Standing.STAYED)
            && !shape.comparesLike(new BlockShape(key, having(members, Standing.CAME), limit));
  }

  private static List<Member> having(List<Member> members, Standing no) {
    return members.stream().filter(member -> member.standing() != no).toList();
  }

  /** The blocking key that its titles share. */
  long key() {
    return key;
  }

  /** Whether pairs of titles that stayed are to be compared again. */
  boolean isRestructured() {
    return restructured;
  }

  /** How many works bear the name: the most that any one source lists under it. */
  public int namesakes() {
    return shape.namesakes();
  }

  private static @Nullable Integer year(Member member) {
    return member.profile().year();
  }

  /**
   * Hands every pair that is worth comparing to a consumer, the smaller reference first, in the
   * most telling of the blocks that the two share. Two titles of one source are a pair only where
   * they share an external id; years more than one apart likewise, and a film and a series unless
   * title and year are equal. Two titles that stayed are one only where the block {@linkplain
   * #isRestructured is restructured}.
   */
  public void pairs(BiConsumer<Profile, Profile> consumer) {
    near(
        (i, j) -> {
          Member one = members.get(i);
          Member other = members.get(j);
          if ((restructured || !stayed(one, other))
              && !shape.isOversized(year(one), year(other))
              && meetHere(one, other)) {
            inOrder(one.profile(), other.profile(), consumer);
          }
        });
  }

  private static boolean stayed(Member one, Member other) {
    return one.standing() == Standing.STAYED && other.standing() == Standing.STAYED;
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
      Integer year = year(one);
      for (int j = i + 1;
          j < members.size() && (farYears || !farApart(year, year(members.get(j))));
          j++) {
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
              && !shape.isOversized(year(one), year(other));
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
    return shape.oversized(() -> BlockingKeys.name(members.get(0).profile(), key));
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

  private static boolean isFilmAndSeries(Kind left, Kind right) {
    return (left == Kind.MOVIE && right == Kind.SERIES)
        || (left == Kind.SERIES && right == Kind.MOVIE);
  }

  private static boolean farApart(@Nullable Integer left, @Nullable Integer right) {
    return left != null && right != null && Math.abs(left - right) > 1;
  }
}
