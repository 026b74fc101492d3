package org.reelhouse.samples.world;

/** What a work is. */
public enum Kind {
  FILM("", false),
  SERIES("", false),
  ANIME_TV("TV", true),
  ANIME_FILM("Movie", true),
  OVA("OVA", true),
  ONA("ONA", true),
  SPECIAL("Special", true),
  MUSIC("Music", true);

  /** The type as MyAnimeList spells it. */
  public final String mal;

  public final boolean anime;

  Kind(String mal, boolean anime) {
    this.mal = mal;
    this.anime = anime;
  }

  public boolean serial() {
    return this == SERIES || this == ANIME_TV || this == OVA || this == ONA;
  }

  boolean film() {
    return this == FILM || this == ANIME_FILM;
  }

  /** Shares as in the real dumps: half films, a third anime, the rest series. */
  static Kind draw(Chance chance) {
    double unit = chance.unit();
    if (unit < 0.50) {
      return FILM;
    }
    return unit < 0.64 ? SERIES : drawAnime(chance);
  }

  private static Kind drawAnime(Chance chance) {
    double unit = chance.unit();
    if (unit < 0.34) {
      return ANIME_TV;
    }
    if (unit < 0.54) {
      return ANIME_FILM;
    }
    if (unit < 0.74) {
      return OVA;
    }
    if (unit < 0.84) {
      return ONA;
    }
    return unit < 0.95 ? SPECIAL : MUSIC;
  }
}
