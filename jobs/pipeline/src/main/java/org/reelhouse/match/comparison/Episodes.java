package org.reelhouse.match.comparison;

import java.util.Objects;

/** What the numbers of episodes say about two source titles being the same work. */
final class Episodes {
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
      return new Evidence(Weight.EPISODE_AND_SEASON_EQUAL, () -> "both " + name(left));
    }
    boolean otherSeason =
        left.seasons() != null
            && right.seasons() != null
            && !left.seasons().equals(right.seasons());
    if (otherSeason || !Objects.equals(left.episodes(), right.episodes())) {
      return new Evidence(
          otherSeason ? Weight.SEASON_DIFFERENT : Weight.EPISODE_DIFFERENT,
          () -> name(left) + " and " + name(right));
    }
    return new Evidence(Weight.EPISODE_EQUAL, () -> "both " + name(left));
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
        ? new Evidence(Weight.EPISODES_EQUAL, () -> most + " episodes each")
        : new Evidence(
            difference * 10L <= most ? Weight.EPISODES_NEAR : Weight.EPISODES_DIFFERENT,
            () -> "episodes " + count(left) + " and " + count(right));
  }

  private static int count(Profile profile) {
    return profile.episodes() == null ? 0 : profile.episodes();
  }
}
