package org.reelhouse.samples.dumps;

import java.io.IOException;
import java.util.Map;
import org.reelhouse.samples.SampleFile;
import org.reelhouse.samples.dumps.RatingsDump.Rating;
import org.reelhouse.samples.world.Chance;
import org.reelhouse.samples.world.Tastes;
import org.reelhouse.samples.world.World;

/**
 * One part of a ratings dump.
 *
 * @param ratings of all users of the dump together
 * @param from first user, from 0
 * @param to the user after the last
 */
public record RatingsFile(
    World world, RatingsDump dump, String path, long ratings, long from, long to)
    implements SampleFile {
  private static final long serialVersionUID = 1L;

  @Override
  public long write(Appendable out) throws IOException {
    out.append(dump.header).append('\n');
    Tastes tastes = new Tastes(world);
    Lines lines = new Lines(out);
    for (long user = from; user < to; user++) {
      Chance chance = world.chance("dirt " + dump, user);
      int count = RatingsDump.count(user, ratings);
      for (Map.Entry<Long, Rating> entry : dump.ratings(world, tastes, user, count).entrySet()) {
        line(user + 1, entry.getKey(), entry.getValue(), chance, lines);
      }
      dirt(user + 1, chance, lines);
    }
    return lines.records();
  }

  private void line(long user, long title, Rating rating, Chance chance, Lines lines)
      throws IOException {
    if (dump == RatingsDump.MAL) {
      lines.tabs(user, title, Math.round(rating.value()));
      return;
    }
    lines.csv(user, title, Math.max(1, Math.round(rating.value())) / 2.0, rating.at());
    if (chance.happens(0.003)) {
      lines.csv(user, title, chance.between(1, 10) / 2.0, rating.at() + 40_000);
    }
  }

  /** Now and then a line that cannot be used: unknown titles, impossible ratings, missing cells. */
  private void dirt(long user, Chance chance, Lines lines) throws IOException {
    long unknown = world.titles * 20 + user;
    long known = 1L + chance.below(1_000);
    String[] cells =
        switch ((int) (user % 61)) {
          case 7 -> new String[] {"" + user, "" + unknown, "4", "1400000000"};
          case 19 -> new String[] {"" + user, "" + known, "NaN", "1400000000"};
          case 31 -> new String[] {"" + user, "" + known};
          case 43 -> new String[] {"" + user, "" + known, "99", "1400000000"};
          default -> new String[0];
        };
    if (cells.length > 0) {
      boolean movielens = dump == RatingsDump.MOVIELENS;
      int width = movielens ? cells.length : Math.min(3, cells.length);
      lines.raw(
          String.join(movielens ? "," : "\t", java.util.Arrays.asList(cells).subList(0, width)));
    }
  }
}
