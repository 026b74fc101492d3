package org.reelhouse.samples;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The few works that were asked for one by one; their number does not grow with the catalogue.
 *
 * @param films in answers of TMDB's interface
 * @param series in answers of TMDB's interface
 * @param anime in single answers of Jikan
 */
record Answered(List<Long> films, List<Long> series, List<Long> anime) implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int FILMS = 70;
  private static final int SERIES = 26;
  private static final int ANIME = 20;

  static Answered of(World world) {
    return new Answered(
        most(world, FILMS, kind -> kind == Kind.FILM),
        most(world, SERIES, kind -> kind == Kind.SERIES),
        most(world, ANIME, kind -> kind.anime));
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
