package org.reelhouse.match.blocking;

import java.util.Arrays;
import java.util.OptionalLong;
import org.reelhouse.match.comparison.Fingerprints;
import org.reelhouse.match.comparison.Profile;

/**
 * A source title in a block.
 *
 * @param keys all its {@link BlockingKeys}, the most telling first
 */
public record Member(Profile profile, Fingerprints keys, Standing standing) {

  /** A source title that was compared with nothing yet. */
  public static Member of(Profile profile) {
    return of(profile, Standing.CAME);
  }

  public static Member of(Profile profile, Standing standing) {
    return new Member(profile, BlockingKeys.of(profile), standing);
  }

  /** Whether this is the first of the blocks in which the two meet, so that they compare once. */
  boolean meetsFirstIn(long key, Member other) {
    for (long mine : keys.hashes()) {
      if (mine == key) {
        return true;
      }
      if (other.keys.contains(mine)) {
        return false;
      }
    }
    return false;
  }

  /** The first block in which the two would meet if there were no external ids. */
  OptionalLong firstBesideIds(Member other) {
    return Arrays.stream(keys.hashes())
        .filter(key -> BlockingKeys.rule(key) != BlockingKeys.Rule.ID)
        .filter(other.keys::contains)
        .findFirst();
  }
}
