package org.reelhouse.samples;

import java.util.ArrayList;
import java.util.List;
import org.reelhouse.samples.dumps.Answered;
import org.reelhouse.samples.dumps.Dump;
import org.reelhouse.samples.dumps.DumpFile;
import org.reelhouse.samples.dumps.JikanSeason;
import org.reelhouse.samples.dumps.MalDumps;
import org.reelhouse.samples.dumps.MovieLensDumps;
import org.reelhouse.samples.dumps.MoviesDatasetDumps;
import org.reelhouse.samples.dumps.PlatformDumps;
import org.reelhouse.samples.dumps.RatingsDump;
import org.reelhouse.samples.dumps.RatingsFile;
import org.reelhouse.samples.dumps.ScrapeDump;
import org.reelhouse.samples.dumps.TmdbAnswers;
import org.reelhouse.samples.dumps.TmdbDumps;
import org.reelhouse.samples.dumps.Truth;
import org.reelhouse.samples.world.Shuffle;
import org.reelhouse.samples.world.World;

/**
 * Dumps in the sources' own formats, with their own dirt, of works and ratings that never were. The
 * bytes follow from the numbers given here alone.
 *
 * @param titles works, each of which several sources may list
 * @param ratings of films and of anime together
 * @param seed of everything random
 */
public record Samples(long titles, long ratings, long seed) {
  /** Works of one part of a dump. */
  private static final long PART = 50_000;

  /** Beyond it the products of {@link Shuffle} leave the range of a long. */
  private static final long MOST = 100_000_000;

  public Samples {
    if (titles < 1 || titles > MOST || ratings < 0 || ratings > 100 * MOST) {
      throw new IllegalArgumentException(
          "Cannot make %d titles and %d ratings: there must be from 1 to %d titles and from 0 to %d ratings. Give other numbers."
              .formatted(titles, ratings, MOST, 100 * MOST));
    }
  }

  /** The files of the dumps, in a fixed order; none is made before it is written. */
  public List<SampleFile> files() {
    World world = new World(seed, titles);
    Answered answered = Answered.of(world);
    List<SampleFile> files = new ArrayList<>();
    for (RatingsDump dump : RatingsDump.values()) {
      files.addAll(parts(world, dump, ratings / 2 + (dump == RatingsDump.MAL ? ratings % 2 : 0)));
    }
    for (Dump dump : dumps(answered)) {
      files.addAll(parts(world, dump));
    }
    for (long block = 0; block * World.SEASON < titles; block++) {
      files.add(new JikanSeason(world, block));
    }
    files.addAll(TmdbAnswers.all(world, answered));
    return files;
  }

  private static List<Dump> dumps(Answered answered) {
    List<Dump> dumps = new ArrayList<>();
    dumps.addAll(TmdbDumps.all());
    dumps.addAll(MoviesDatasetDumps.all());
    dumps.addAll(MalDumps.all());
    dumps.add(ScrapeDump.dump());
    dumps.addAll(PlatformDumps.all());
    dumps.addAll(MovieLensDumps.all());
    dumps.add(Truth.dump(answered));
    return dumps;
  }

  private static List<SampleFile> parts(World world, Dump dump) {
    int count = Math.toIntExact((world.titles + PART - 1) / PART);
    List<SampleFile> parts = new ArrayList<>();
    for (int part = 0; part < count; part++) {
      long from = part * PART;
      long to = Math.min(world.titles, from + PART);
      parts.add(new DumpFile(world, dump, dump.part(part, count), from, to));
    }
    return parts;
  }

  private static List<SampleFile> parts(World world, RatingsDump dump, long ratings) {
    long users = RatingsDump.users(ratings);
    int count = Math.toIntExact(Math.max(1, (users + RatingsDump.PART - 1) / RatingsDump.PART));
    List<SampleFile> parts = new ArrayList<>();
    for (int part = 0; part < count; part++) {
      long from = part * RatingsDump.PART;
      long to = Math.min(users, from + RatingsDump.PART);
      parts.add(new RatingsFile(world, dump, dump.part(part, count), ratings, from, to));
    }
    return parts;
  }
}
