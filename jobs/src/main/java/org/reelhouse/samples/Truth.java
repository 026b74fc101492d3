package org.reelhouse.samples;

import java.io.IOException;

/** Which rows of which sources are the same work. */
final class Truth {
  private Truth() {}

  static Dump dump(Answered answered) {
    return new Dump(
        "truth/titles.csv",
        "source,source_id,work_id",
        (world, traits, lines) -> rows(world, traits, answered, lines));
  }

  private static void rows(World world, Traits traits, Answered answered, Lines lines)
      throws IOException {
    long index = traits.index();
    for (Source source : traits.sources()) {
      if (source != Source.SYNOPSIS && source != Source.JIKAN) {
        lines.csv(source.label, identifier(world, traits, source), work(index));
      }
    }
    if (traits.in(Source.JIKAN) || answered.anime().contains(index)) {
      lines.csv(Source.JIKAN.label, world.ids.mal(index), work(index));
    }
    if (answered.films().contains(index)) {
      lines.csv("tmdb-api", "movie/" + world.ids.tmdb(index), work(index));
    }
    if (answered.series().contains(index)) {
      lines.csv("tmdb-api", "tv/" + world.ids.tmdb(index), work(index));
    }
  }

  private static String work(long index) {
    return "w" + index;
  }

  private static Object identifier(World world, Traits traits, Source source) {
    long index = traits.index();
    return switch (source) {
      case TMDB, MOVIES_DATASET -> world.ids.tmdb(index);
      case MOVIELENS -> world.ids.movielens(index);
      case MAL, JIKAN, SYNOPSIS -> world.ids.mal(index);
      case MAL_RATINGS -> world.ids.malRatings(index);
      case MAL_SCRAPE -> ScrapeDump.identity(world, Work.of(world, traits));
      case NETFLIX, AMAZON, DISNEY, HULU -> "s" + world.ids.row(source, index);
    };
  }
}
