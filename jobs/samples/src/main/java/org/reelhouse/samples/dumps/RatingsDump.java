package org.reelhouse.samples.dumps;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.reelhouse.samples.world.Chance;
import org.reelhouse.samples.world.Kind;
import org.reelhouse.samples.world.Source;
import org.reelhouse.samples.world.Tastes;
import org.reelhouse.samples.world.Traits;
import org.reelhouse.samples.world.World;

/** Who rates what in one of the ratings dumps. */
public enum RatingsDump implements Serializable {
  MOVIELENS("movielens/ratings.csv", "userId,movieId,rating,timestamp", Source.MOVIELENS),
  MAL("mal/anime_ratings.dat.gz", "User_ID\tAnime_ID\tFeedback", Source.MAL_RATINGS);

  /** Users of one part. */
  public static final long PART = 5_000;

  // Ratings of twenty users in a row: log-normal, 60 on average, in no order.
  private static final int[] COUNTS = {
    28, 155, 21, 42, 69, 20, 95, 34, 24, 118, 20, 53, 31, 217, 22, 80, 26, 60, 38, 47
  };
  private static final long CYCLE = 1_200;
  private static final long FIRST = LocalDate.of(2008, 1, 1).toEpochDay() * 86_400;
  private static final long LAST = LocalDate.of(2025, 12, 1).toEpochDay() * 86_400;

  final String path;
  final String header;
  final Source source;

  RatingsDump(String path, String header, Source source) {
    this.path = path;
    this.header = header;
    this.source = source;
  }

  /** One user's rating of one title. */
  record Rating(Traits traits, double value, long at) {}

  /** Users it takes for so many ratings. */
  public static long users(long ratings) {
    long users = ratings / CYCLE * COUNTS.length;
    while (before(users) < ratings) {
      users++;
    }
    return users;
  }

  /** Ratings of a user, if all users together make so many. */
  static int count(long user, long ratings) {
    long left = ratings - before(user);
    return (int) Math.max(0, Math.min(left, COUNTS[(int) (user % COUNTS.length)]));
  }

  private static long before(long user) {
    long before = user / COUNTS.length * CYCLE;
    for (int earlier = 0; earlier < user % COUNTS.length; earlier++) {
      before += COUNTS[earlier];
    }
    return before;
  }

  public String part(int number, int of) {
    return Dump.part(path, number, of);
  }

  long id(World world, Traits traits) {
    return this == MOVIELENS
        ? world.ids.movielens(traits.index())
        : world.ids.malRatings(traits.index());
  }

  /**
   * The ratings of a user by title. Famous titles and titles to the user's taste are chosen more
   * often; nothing is rated before its release. Fewer than asked for where there are too few
   * titles.
   */
  SortedMap<Long, Rating> ratings(World world, Tastes tastes, long number, int count) {
    Tastes.User user = tastes.user(name(), number);
    Chance chance = world.chance("ratings " + name(), number);
    long start = FIRST + (long) (chance.unit() * (LAST - FIRST));
    TreeMap<Long, Rating> ratings = new TreeMap<>();
    for (int attempt = 0; attempt < 200 * count && ratings.size() < count; attempt++) {
      long place = (long) (world.titles * StrictMath.pow(chance.unit(), 2.2));
      long index = world.famous(place);
      long at = start + (long) (chance.unit() * chance.unit() * (LAST - start));
      double unit = chance.unit();
      if (lists(world.kind(index))) {
        Traits traits = world.traits(index);
        double affinity = tastes.affinity(user, traits);
        if (traits.in(source)
            && unit < 1 / (1 + StrictMath.exp(-1.5 * affinity))
            && traits.release().toEpochDay() * 86_400 < at) {
          ratings.putIfAbsent(
              id(world, traits),
              new Rating(traits, Tastes.rating(user, traits, affinity, chance), at));
        }
      }
    }
    return ratings;
  }

  private boolean lists(Kind kind) {
    return source.share(kind) > 0;
  }
}
