package org.reelhouse.samples.dumps;

import java.io.IOException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.reelhouse.samples.world.Chance;
import org.reelhouse.samples.world.Lexicon;
import org.reelhouse.samples.world.Overviews;
import org.reelhouse.samples.world.Source;
import org.reelhouse.samples.world.Spelling;
import org.reelhouse.samples.world.Traits;
import org.reelhouse.samples.world.Work;
import org.reelhouse.samples.world.World;

/**
 * MyAnimeList's list, its synopses, and the titles of its ratings under identifiers of their own.
 */
public final class MalDumps {
  private static final List<String> AUDIENCES = List.of("Shounen", "Shoujo", "Seinen", "Josei");

  private MalDumps() {}

  public static List<Dump> all() {
    return List.of(
        new Dump(
            "mal/anime.csv", "anime_id,name,genre,type,episodes,rating,members", MalDumps::anime),
        new Dump(
            "mal/anime_with_synopsis.csv", "MAL_ID,Name,Score,Genres,Synopsis", MalDumps::synopsis),
        new Dump(
            "mal/anime_info.dat",
            "anime_ids\tname\tgenre\ttype\tepisodes\trating\tmembers",
            MalDumps::ratedTitle));
  }

  private static void anime(World world, Traits traits, Lines lines) throws IOException {
    if (traits.index() % 397 == 210) {
      lines.csv("", "", "", "", "", "", "");
    }
    if (traits.index() % 499 == 333) {
      lines.csv(world.titles * 6, "Torn", "Drama");
    }
    if (traits.in(Source.MAL)) {
      lines.csv(cells(world, traits, world.ids.mal(traits.index())));
    }
  }

  private static void ratedTitle(World world, Traits traits, Lines lines) throws IOException {
    if (traits.in(Source.MAL_RATINGS)) {
      lines.tabs(cells(world, traits, world.ids.malRatings(traits.index())));
    }
  }

  private static @Nullable Object[] cells(World world, Traits traits, long id) {
    Work work = Work.of(world, traits);
    Chance chance = world.chance("mal", traits.index());
    return new @Nullable Object[] {
      id,
      Spelling.entities(work.titles().main()),
      chance.happens(0.005) ? "" : String.join(", ", genres(world, traits)),
      chance.happens(0.003) ? "" : traits.kind().mal,
      chance.happens(0.03) ? "Unknown" : work.episodes(),
      chance.happens(0.02) ? "" : TmdbDumps.decimals(work.score(), 2),
      work.members()
    };
  }

  private static void synopsis(World world, Traits traits, Lines lines) throws IOException {
    if (traits.in(Source.SYNOPSIS)) {
      Work work = Work.of(world, traits);
      Chance chance = world.chance("synopsis", traits.index());
      lines.csv(
          world.ids.mal(traits.index()),
          work.titles().main(),
          chance.happens(0.05) ? "Unknown" : TmdbDumps.decimals(work.score(), 2),
          String.join(", ", genres(world, traits)),
          chance.happens(0.02)
              ? "No synopsis information has been added to this title."
              : Overviews.of(world, traits, "mal", 3 + chance.below(3)));
    }
  }

  /** Genres, themes and audience in the words of the list, sorted. */
  static SortedSet<String> genres(World world, Traits traits) {
    TreeSet<String> genres = new TreeSet<>();
    traits.genres().forEach(genre -> genres.add(genre.mal));
    String theme = theme(traits.theme());
    if (theme != null) {
      genres.add(theme);
    }
    Chance chance = world.chance("audience", traits.index());
    if (chance.happens(0.4)) {
      genres.add(chance.one(AUDIENCES));
    }
    return genres;
  }

  /** What MyAnimeList calls a theme, as it does many that are genres elsewhere. */
  static @Nullable String theme(Lexicon.Theme theme) {
    return switch (theme.name()) {
      case "space" -> "Space";
      case "haunting" -> "Supernatural";
      case "war" -> "Military";
      case "detective" -> "Police";
      case "kingdom" -> "Magic";
      case "school" -> "School";
      case "machine" -> "Mecha";
      case "music" -> "Music";
      default -> null;
    };
  }
}
