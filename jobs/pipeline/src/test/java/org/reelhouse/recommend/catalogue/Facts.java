package org.reelhouse.recommend.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Titles for tests, of which only what matters is given. */
public final class Facts {
  private Facts() {}

  public static TitleFacts rated(String titleId, int number, String... genres) {
    return title(titleId, number, "movie", List.of(genres), List.of(), null, null);
  }

  static TitleFacts unrated(String titleId, String... genres) {
    return title(titleId, null, "movie", List.of(genres), List.of(), null, null);
  }

  public static TitleFacts title(
      String titleId,
      @Nullable Integer number,
      String kind,
      List<String> genres,
      List<String> countries,
      @Nullable Integer age,
      @Nullable String overview) {
    return new TitleFacts(
        titleId,
        "Title " + titleId,
        number,
        kind,
        null,
        age,
        0,
        genres,
        countries,
        List.of(),
        ContentTerms.of(null, overview, List.of(), null, genres, List.of()));
  }
}
