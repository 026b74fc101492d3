package org.reelhouse.samples.dumps;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.reelhouse.samples.world.Kind;
import org.reelhouse.samples.world.World;

/**
 * The few works that were asked for one by one; their number does not grow with the catalogue.
 *
 * @param films in answers of TMDB's interface
 * @param series in answers of TMDB's interface
 * @param topAnime in Jikan's list of the best
 * @param singleAnime in answers of Jikan of their own
 */
public record Answered(
    List<Long> films, List<Long> series, List<Long> topAnime, List<Long> singleAnime)
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int FILMS = 70;
  private static final int SERIES = 26;
  private static final int ANIME = 20;
  private static final int TOP_ANIME = 10;
  private static final int FIRST_SINGLE_ANIME = 14;

  /** Fewer series are in no answer. */
  private static final int LEAST_SERIES = 3;

  public static Answered of(World world) {
    List<Long> series = most(world, SERIES, kind -> kind == Kind.SERIES);
    List<Long> anime = most(world, ANIME, kind -> kind.anime);
    return new Answered(
        most(world, FILMS, kind -> kind == Kind.FILM),
        series.size() < LEAST_SERIES ? List.of() : series,
        List.copyOf(anime.subList(0, Math.min(TOP_ANIME, anime.size()))),
        List.copyOf(anime.subList(Math.min(FIRST_SINGLE_ANIME, anime.size()), anime.size())));
  }

  boolean hasAnime(long index) {
    return topAnime.contains(index) || singleAnime.contains(index);
  }

  /** The most famous works of a kind, most famous first. */
  private static List<Long> most(World world, int count, Predicate<Kind> wanted) {
    Set<Long> found = new LinkedHashSet<>();
    for (long place = 0; place < world.titles && found.size() < count; place++) {
      long index = world.famous(place);
      if (wanted.test(world.kind(index))) {
        found.add(index);
      }
    }
    return List.copyOf(new ArrayList<>(found));
  }
}
