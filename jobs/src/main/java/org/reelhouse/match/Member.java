package org.reelhouse.match;

import java.util.Arrays;

/**
 * A source title in a block.
 *
 * @param keys all its {@link BlockingKeys}, the most telling first
 */
record Member(Profile profile, Fingerprints keys) {

  static Member of(Profile profile) {
    return new Member(profile, BlockingKeys.of(profile));
  }

  /** Whether this is the first of the blocks in which the two meet, so that they compare once. */
  boolean meetsFirstIn(long key, Member other) {
    return first(key, other, keys.hashes());
  }

  /** The same, were there no external ids. */
  boolean meetsFirstBesideIds(long key, Member other) {
    return first(key, other, besideIds());
  }

  /** Whether the two would never meet if there were no external ids. */
  boolean meetsByIdAlone(Member other) {
    for (long mine : besideIds()) {
      if (other.keys.contains(mine)) {
        return false;
      }
    }
    return true;
  }

  private long[] besideIds() {
    return Arrays.stream(keys.hashes())
        .filter(key -> BlockingKeys.rule(key) != BlockingKeys.Rule.ID)
        .toArray();
  }

  private boolean first(long key, Member other, long[] mines) {
    for (long mine : mines) {
      if (mine == key) {
        return true;
      }
      if (other.keys.contains(mine)) {
        return false;
      }
    }
    return false;
  }
}
