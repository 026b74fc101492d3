package org.reelhouse.samples;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.reelhouse.PipelineException;
import org.reelhouse.lake.TextFile;
import org.reelhouse.lake.TextFiles;

/**
 * Writes dumps in the sources' own formats, with their own dirt, of works and ratings that never
 * were. The bytes follow from the numbers given here alone.
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
      throw new PipelineException(
          "Cannot make %d titles and %d ratings: there must be from 1 to %d titles and from 0 to %d ratings. Give other numbers."
              .formatted(titles, ratings, MOST, 100 * MOST));
    }
  }

  /**
   * Writes all files below a folder or URI and returns them in order.
   *
   * @throws PipelineException if other files stand among them, as of a set of another size, which
   *     the sources would read as well
   */
  public List<TextFiles.Written> write(SparkSession spark, String folder) {
    List<TextFile> files = files();
    List<String> others = TextFiles.besides(spark, folder, files);
    if (!others.isEmpty()) {
      throw new PipelineException(
          "Cannot write samples to %s: it holds %d other files that would be read with them, such as %s. Remove them, or name another folder."
              .formatted(folder, others.size(), Collections.min(others)));
    }
    return TextFiles.write(spark, folder, files);
  }

  List<TextFile> files() {
    World world = new World(seed, titles);
    Answered answered = Answered.of(world);
    List<TextFile> files = new ArrayList<>();
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

  private static List<TextFile> parts(World world, Dump dump) {
    int count = Math.toIntExact((world.titles + PART - 1) / PART);
    List<TextFile> parts = new ArrayList<>();
    for (int part = 0; part < count; part++) {
      long from = part * PART;
      long to = Math.min(world.titles, from + PART);
      parts.add(new DumpFile(world, dump, dump.part(part, count), from, to));
    }
    return parts;
  }

  private static List<TextFile> parts(World world, RatingsDump dump, long ratings) {
    long users = RatingsDump.users(ratings);
    int count = Math.toIntExact(Math.max(1, (users + RatingsDump.PART - 1) / RatingsDump.PART));
    List<TextFile> parts = new ArrayList<>();
    for (int part = 0; part < count; part++) {
      long from = part * RatingsDump.PART;
      long to = Math.min(users, from + RatingsDump.PART);
      parts.add(new RatingsFile(world, dump, dump.part(part, count), ratings, from, to));
    }
    return parts;
  }
}
