package org.reelhouse.normalize.formats;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.reelhouse.PipelineException;

/** The formats that {@code conf/sources.yaml} may name. */
public final class Formats {
  /** Formats of ratings, which the ratings job reads. */
  private static final Set<String> OF_RATINGS = Set.of("movielens", "mal-ratings");

  private static final Map<String, TitleFormat> OF_TITLES =
      Map.ofEntries(
          Map.entry("tmdb-csv", new TmdbCsv()),
          Map.entry("tmdb-credits-csv", new TmdbCreditsCsv()),
          Map.entry("tmdb-api", TmdbApi.titles()),
          Map.entry("tmdb-api-parts", TmdbApi.parts()),
          Map.entry("movies-dataset-csv", new MoviesDatasetCsv()),
          Map.entry("movies-dataset-keywords-csv", new MoviesDatasetKeywords()),
          Map.entry("movielens-movies", new MovielensMovies()),
          Map.entry("movielens-links", new MovielensLinks()),
          Map.entry("movielens-tags", new MovielensTags()),
          Map.entry("jikan", new Jikan()),
          Map.entry("mal-csv", new MalCsv()),
          Map.entry("mal-info", new MalInfo()),
          Map.entry("mal-scrape-csv", new MalScrapeCsv()),
          Map.entry("mal-synopsis-csv", new MalSynopsisCsv()),
          Map.entry("platform-csv", new PlatformCsv()),
          Map.entry("platform-scores-csv", new PlatformScoresCsv()),
          Map.entry("catalogue-csv", new CatalogueCsv()));

  private Formats() {}

  /** The format of titles with this name. */
  public static Optional<TitleFormat> named(String name) {
    return Optional.ofNullable(OF_TITLES.get(name));
  }

  /**
   * The format of a dataset, or empty if it holds ratings.
   *
   * @throws PipelineException if there is no such format
   */
  public static Optional<TitleFormat> ofTitles(String source, String dataset, String format) {
    if (!OF_TITLES.containsKey(format) && !OF_RATINGS.contains(format)) {
      throw new PipelineException(
          "Cannot normalize dataset %s of source %s: there is no format %s. Choose one of %s; docs/guide/sources.md describes them."
              .formatted(dataset, source, format, String.join(", ", known())));
    }
    return named(format);
  }

  /** All names, sorted. */
  public static Set<String> known() {
    Set<String> names = new TreeSet<>(new TreeMap<>(OF_TITLES).keySet());
    names.addAll(OF_RATINGS);
    return names;
  }
}
