package org.reelhouse.match;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A source title in a block.
 *
 * @param keys all its {@link BlockingKeys}, in their order
 */
record Member(Profile profile, Set<String> keys) {

  static Member of(Profile profile) {
    return new Member(profile, new LinkedHashSet<>(BlockingKeys.of(profile)));
  }

  /** Whether this is the first of the blocks in which the two meet, so that they compare once. */
  boolean meetsFirstIn(String key, Member other) {
    for (String mine : keys) {
      if (other.keys.contains(mine)) {
        return mine.equals(key);
      }
    }
    return false;
  }
}
