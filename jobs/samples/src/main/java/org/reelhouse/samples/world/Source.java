package org.reelhouse.samples.world;

/** A dump that lists works, and the share of films, series and anime that it lists. */
public enum Source {
  TMDB("tmdb", 0.45, 0, 0.12, 0),
  MOVIES_DATASET("movies-dataset", 0.42, 0, 0.10, 0),
  MOVIELENS("movielens", 0.55, 0, 0.20, 0),
  MAL("mal", 0, 0, 0.85, 0.85),
  MAL_SCRAPE("mal-scrape", 0, 0, 0.80, 0.80),
  MAL_RATINGS("mal-ratings", 0, 0, 0.60, 0.60),
  SYNOPSIS("mal", 0, 0, 0.15, 0.15),
  JIKAN("jikan", 0, 0, 0.38, 0.38),
  NETFLIX("netflix", 0.14, 0.45, 0.05, 0.07),
  AMAZON("amazon", 0.20, 0.30, 0.03, 0.02),
  DISNEY("disney", 0.05, 0.12, 0.01, 0.01),
  HULU("hulu", 0.06, 0.35, 0.06, 0.12);

  public final String label;
  private final double films;
  private final double series;
  private final double animeFilms;
  private final double anime;

  Source(String label, double films, double series, double animeFilms, double anime) {
    this.label = label;
    this.films = films;
    this.series = series;
    this.animeFilms = animeFilms;
    this.anime = anime;
  }

  public double share(Kind kind) {
    return switch (kind) {
      case FILM -> films;
      case SERIES -> series;
      case ANIME_FILM -> animeFilms;
      default -> anime;
    };
  }

  /** Where a work stands that chance put nowhere. */
  static Source atLeast(Kind kind) {
    return switch (kind) {
      case FILM -> MOVIELENS;
      case SERIES -> NETFLIX;
      default -> MAL;
    };
  }
}
