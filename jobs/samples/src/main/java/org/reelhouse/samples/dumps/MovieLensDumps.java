package org.reelhouse.samples.dumps;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reelhouse.samples.world.Chance;
import org.reelhouse.samples.world.Names;
import org.reelhouse.samples.world.Source;
import org.reelhouse.samples.world.Spelling;
import org.reelhouse.samples.world.Traits;
import org.reelhouse.samples.world.Work;
import org.reelhouse.samples.world.WorkTitles;
import org.reelhouse.samples.world.World;

/** MovieLens: films, their links to IMDb and TMDB, and tags. */
public final class MovieLensDumps {
  private MovieLensDumps() {}

  public static List<Dump> all() {
    return List.of(
        new Dump("movielens/movies.csv", "movieId,title,genres", MovieLensDumps::movie),
        new Dump("movielens/links.csv", "movieId,imdbId,tmdbId", MovieLensDumps::ownLinks),
        new Dump("movielens/tags.csv", "userId,movieId,tag,timestamp", MovieLensDumps::tags));
  }

  private static void movie(World world, Traits traits, Lines lines) throws IOException {
    if (traits.in(Source.MOVIELENS)) {
      Chance chance = chance(world, traits);
      lines.csv(
          world.ids.movielens(traits.index()),
          title(WorkTitles.of(world, traits), traits, chance),
          chance.happens(0.004) ? "(no genres listed)" : genres(traits));
    }
  }

  private static String title(WorkTitles titles, Traits traits, Chance chance) {
    StringBuilder title = new StringBuilder(Spelling.articleLast(titles.english()));
    @Nullable String other = otherTitle(titles, traits, chance);
    if (other != null) {
      title.append(" (").append(Spelling.articleLast(other)).append(')');
    } else if (chance.happens(0.02)) {
      title.append(" (a.k.a. ").append(Names.word(chance)).append(')');
    }
    return chance.happens(0.003) ? title.toString() : title + " (" + traits.year() + ")";
  }

  /** The titles of a film as it lists them. */
  static Set<String> statedTitles(World world, Work work) {
    Set<String> titles = new HashSet<>(Set.of(work.titles().english()));
    @Nullable String other = otherTitle(work.titles(), work.traits(), chance(world, work.traits()));
    if (other != null) {
      titles.add(other);
    }
    return titles;
  }

  private static Chance chance(World world, Traits traits) {
    return world.chance("movielens", traits.index());
  }

  private static @Nullable String otherTitle(WorkTitles titles, Traits traits, Chance chance) {
    boolean latin = titles.original().chars().allMatch(character -> character < 0x3000);
    if (latin && !titles.original().equals(titles.english()) && chance.happens(0.7)) {
      return titles.original();
    }
    return traits.kind().anime && chance.happens(0.5) ? titles.main() : null;
  }

  private static String genres(Traits traits) {
    String genres =
        traits.genres().stream()
            .map(genre -> genre.movielens)
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .collect(Collectors.joining("|"));
    return genres.isEmpty() ? "(no genres listed)" : genres;
  }

  private static void ownLinks(World world, Traits traits, Lines lines) throws IOException {
    if (traits.in(Source.MOVIELENS)) {
      links(world, traits, lines);
    }
  }

  static void links(World world, Traits traits, Lines lines) throws IOException {
    boolean unknown = world.chance("links", traits.index()).happens(0.01);
    lines.csv(
        world.ids.movielens(traits.index()),
        world.ids.imdb(traits.index()),
        unknown ? "" : world.ids.tmdb(traits.index()));
  }

  private static void tags(World world, Traits traits, Lines lines) throws IOException {
    Chance chance = world.chance("tags", traits.index());
    if (!traits.in(Source.MOVIELENS) || !chance.happens(0.3)) {
      return;
    }
    for (int tag = chance.between(1, 3); tag > 0; tag--) {
      lines.csv(
          1L + chance.below(50),
          world.ids.movielens(traits.index()),
          chance.happens(0.2) ? traits.theme().name() : chance.one(traits.theme().keywords()),
          1_300_000_000L + chance.below(400_000_000));
    }
  }
}
