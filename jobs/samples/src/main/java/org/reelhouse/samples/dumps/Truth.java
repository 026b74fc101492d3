package org.reelhouse.samples.dumps;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.reelhouse.samples.world.Source;
import org.reelhouse.samples.world.Traits;
import org.reelhouse.samples.world.Work;
import org.reelhouse.samples.world.WorkTitles;
import org.reelhouse.samples.world.World;

/**
 * Which rows of which sources are the same work, of those that can be {@linkplain
 * Listing#recognizable recognized} to be.
 */
public final class Truth {
  private Truth() {}

  public static Dump dump(Answered answered) {
    return new Dump(
        "truth/titles.csv",
        "source,source_id,work_id",
        (world, traits, lines) -> rows(world, traits, answered, lines));
  }

  private static void rows(World world, Traits traits, Answered answered, Lines lines)
      throws IOException {
    List<Listing> listings = listings(world, Work.of(world, traits), answered);
    for (Listing listing : Listing.recognizable(listings)) {
      lines.csv(listing.source(), listing.id(), "w" + traits.index());
    }
  }

  private static List<Listing> listings(World world, Work work, Answered answered) {
    long index = work.index();
    List<Listing> listings = new ArrayList<>();
    for (Source source : work.traits().sources()) {
      if (source != Source.SYNOPSIS && source != Source.JIKAN) {
        listings.add(
            new Listing(source.label, identifier(world, work, source), marks(world, work, source)));
      }
    }
    if (work.traits().in(Source.JIKAN) || answered.hasAnime(index)) {
      listings.add(
          new Listing(Source.JIKAN.label, world.ids.mal(index), marks(world, work, Source.JIKAN)));
    }
    if (answered.films().contains(index)) {
      listings.add(new Listing("tmdb-api", "movie/" + world.ids.tmdb(index), ofTmdb(work)));
    }
    if (answered.series().contains(index)) {
      listings.add(new Listing("tmdb-api", "tv/" + world.ids.tmdb(index), ofTmdb(work)));
    }
    return listings;
  }

  private static Object identifier(World world, Work work, Source source) {
    long index = work.index();
    return switch (source) {
      case TMDB, MOVIES_DATASET -> world.ids.tmdb(index);
      case MOVIELENS -> world.ids.movielens(index);
      case MAL, JIKAN, SYNOPSIS -> world.ids.mal(index);
      case MAL_RATINGS -> world.ids.malRatings(index);
      case MAL_SCRAPE -> ScrapeDump.identity(world, work);
      case NETFLIX, AMAZON, DISNEY, HULU -> "s" + world.ids.row(source, index);
    };
  }

  private static Set<String> marks(World world, Work work, Source source) {
    WorkTitles titles = work.titles();
    return switch (source) {
      case TMDB, MOVIES_DATASET -> ofTmdb(work);
      case MOVIELENS -> MovieLensDumps.statedTitles(world, work);
      case MAL, SYNOPSIS, MAL_RATINGS -> Set.of(titles.main());
      case MAL_SCRAPE -> Set.copyOf(List.of(titles.main(), titles.original()));
      case JIKAN -> ofJikan(world, work);
      case NETFLIX, AMAZON, DISNEY, HULU -> PlatformDumps.stated(world, work, source);
    };
  }

  private static Set<String> ofJikan(World world, Work work) {
    WorkTitles titles = work.titles();
    Set<String> marks = new HashSet<>(List.of(titles.main(), titles.original()));
    if (JikanAnswer.statesEnglish(world, work)) {
      marks.add(titles.english());
    }
    return marks;
  }

  private static Set<String> ofTmdb(Work work) {
    return Set.copyOf(List.of(work.titles().english(), work.titles().original()));
  }
}
