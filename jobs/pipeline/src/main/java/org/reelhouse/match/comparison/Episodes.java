package org.reelhouse.match.comparison;

import java.util.Objects;

/** What the numbers of episodes say about two source titles being the same work. */
final class Episodes {
  /** Chance episodes share a number about once in 15 times and a season once in 4. */
  private static final double SAME_NUMBER_AND_SEASON = 4;

  private static final double SAME_NUMBER = 2.5;

  /** An episode is known by its number, yet catalogues count double episodes differently. */
  private static final double OTHER_NUMBER = -5;

  private static final double OTHER_SEASON = -5;
  private static final double SAME_COUNT = 1.8;

  /** Recaps and unaired episodes are counted by some. */
  private static final double NEAR_COUNT = -0.8;

  private static final double OTHER_COUNT = -2.5;

  private Episodes() {}

  /** Whether both are the episode of one number in one season. */
  static boolean same(Profile left, Profile right) {
    return left.isEpisode()
        && right.isEpisode()
        && left.episodes() != null
        && left.seasons() != null
        && left.episodes().equals(right.episodes())
        && left.seasons().equals(right.seasons());
  }

  static Evidence compare(Profile left, Profile right) {
    if (left.isEpisode() != right.isEpisode()
        || left.episodes() == null
        || right.episodes() == null) {
      return Evidence.NONE;
    }
    return left.isEpisode() ? numbers(left, right) : counts(left, right);
  }

  private static Evidence numbers(Profile left, Profile right) {
    if (same(left, right)) {
      return new Evidence(SAME_NUMBER_AND_SEASON, () -> "both " + name(left));
    }
    boolean otherSeason =
        left.seasons() != null
            && right.seasons() != null
            && !left.seasons().equals(right.seasons());
    if (otherSeason || !Objects.equals(left.episodes(), right.episodes())) {
      return new Evidence(
          otherSeason ? OTHER_SEASON : OTHER_NUMBER, () -> name(left) + " and " + name(right));
    }
    return new Evidence(SAME_NUMBER, () -> "both " + name(left));
  }

  private static String name(Profile episode) {
    return (episode.seasons() == null ? "" : "season " + episode.seasons() + " ")
        + "episode "
        + episode.episodes();
  }

  /** One episode is what films and most specials have, so it says nothing. */
  private static Evidence counts(Profile left, Profile right) {
    int most = Math.max(count(left), count(right));
    if (most <= 1) {
      return Evidence.NONE;
    }
    int difference = Math.abs(count(left) - count(right));
    return difference == 0
        ? new Evidence(SAME_COUNT, () -> most + " episodes each")
        : new Evidence(
            difference * 10L <= most ? NEAR_COUNT : OTHER_COUNT,
            () -> "episodes " + count(left) + " and " + count(right));
  }

  private static int count(Profile profile) {
    return profile.episodes() == null ? 0 : profile.episodes();
  }
}
