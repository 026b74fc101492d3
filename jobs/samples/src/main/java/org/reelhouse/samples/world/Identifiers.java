package org.reelhouse.samples.world;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** The identifiers of works in the sources: unique within a source, scattered, and never dense. */
public final class Identifiers implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Shuffle tmdb;
  private final Shuffle imdb;
  private final Shuffle movielens;
  private final Shuffle mal;
  private final Shuffle malRatings;
  private final Map<Source, Shuffle> rows = new EnumMap<>(Source.class);

  Identifiers(long seed, long titles) {
    tmdb = shuffle(seed, "tmdb", titles * 10);
    imdb = shuffle(seed, "imdb", titles * 9);
    movielens = shuffle(seed, "movielens", titles * 4);
    mal = shuffle(seed, "mal", titles * 5);
    malRatings = shuffle(seed, "mal ratings", titles);
    for (Source source : Source.values()) {
      rows.put(source, shuffle(seed, source.name(), titles));
    }
  }

  private static Shuffle shuffle(long seed, String purpose, long size) {
    return new Shuffle(size, Chance.of(seed, purpose, 0).next() >>> 1);
  }

  /** TMDB's identifier of a film or series. */
  public long tmdb(long index) {
    return tmdb.place(index) + 1;
  }

  /** IMDb's identifier without its {@code tt}, zero-padded. */
  public String imdb(long index) {
    return String.format(Locale.ROOT, "%07d", imdb.place(index) + 10_000);
  }

  public long movielens(long index) {
    return movielens.place(index) + 1;
  }

  /** MyAnimeList's identifier. */
  public long mal(long index) {
    return mal.place(index) + 1;
  }

  /** The identifier that only the ratings of MyAnimeList use. */
  public long malRatings(long index) {
    return malRatings.place(index) + 1;
  }

  /** A number below the number of titles; platforms number their rows, all from 1. */
  public long row(Source source, long index) {
    return java.util.Objects.requireNonNull(rows.get(source)).place(index) + 1;
  }
}
