package org.reelhouse.enrich;

import org.reelhouse.config.Require;

/**
 * What models infer of source titles.
 *
 * @param genresFromOverviews whether titles with an overview and no genre get those it shows
 * @param genrePrecision least precision of each such genre, on titles it was not learned from
 * @param genreTitles titles that this is learned from and measured on, about as many at most
 */
public record EnrichSettings(boolean genresFromOverviews, double genrePrecision, int genreTitles) {
  public EnrichSettings {
    Require.between("genre-precision", genrePrecision, 0.8, 0.99);
    Require.between("genre-titles", genreTitles, 1000, 1_000_000);
  }
}
