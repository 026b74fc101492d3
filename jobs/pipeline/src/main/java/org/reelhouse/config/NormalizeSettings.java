package org.reelhouse.config;

/**
 * What is inferred when titles are normalized.
 *
 * @param genresFromOverviews whether titles with an overview and no genre are told theirs by it
 * @param genrePrecision least precision of such a genre, measured on titles it was not learned from
 * @param genreTitles titles that this is learned from and measured on, about as many at most
 */
public record NormalizeSettings(
    boolean genresFromOverviews, double genrePrecision, int genreTitles) {
  public NormalizeSettings {
    Require.between("genre-precision", genrePrecision, 0.8, 0.99);
    Require.between("genre-titles", genreTitles, 1000, 1_000_000);
  }
}
