package org.reelhouse.themes;

import java.util.List;
import java.util.Set;
import org.reelhouse.config.InvalidSetting;
import org.reelhouse.config.Require;
import org.reelhouse.recommend.RecommendSettings;

/**
 * How themes are found.
 *
 * @param texts columns of {@code silver.title} that themes are made of
 * @param count number of themes at the lower level
 * @param parents number of themes at the upper level
 * @param vocabulary terms at most, the most frequent
 * @param minTitles titles that a term must occur in
 * @param maxShare share of the titles beyond which a term says nothing
 * @param pairTitles titles in which two terms must stand together to count as related
 * @param dimensions of the space in which terms that stand together lie near each other
 * @param sample titles at most that centres are found by
 * @param starts random starts of each division, the best of which is taken
 * @param iterations of k-means for each division
 * @param refinements rounds of k-means over all themes at the end
 * @param seed of everything random
 * @param partitions slices of the training rows, as in {@link RecommendSettings}
 */
public record ThemesSettings(
    List<String> texts,
    Count count,
    int parents,
    int vocabulary,
    int minTitles,
    double maxShare,
    int pairTitles,
    int dimensions,
    int sample,
    int starts,
    int iterations,
    int refinements,
    long seed,
    int partitions) {
  /** What {@code texts} may name. */
  public static final Set<String> TEXTS = Set.of("overview", "keywords", "cast", "directors");

  /** Pairs of terms are counted in a square matrix of numbers of 8 bytes. */
  private static final int LARGEST_VOCABULARY = 20_000;

  public ThemesSettings {
    texts = List.copyOf(Require.present("texts", texts));
    if (texts.isEmpty() || !TEXTS.containsAll(texts)) {
      throw new InvalidSetting(
          "texts", "must name one or more of overview, keywords, cast, directors but is " + texts);
    }
    Require.present("count", count);
    Require.between("parents", parents, 1, count.min());
    Require.between("vocabulary", vocabulary, 10, LARGEST_VOCABULARY);
    Require.atLeast("min-titles", minTitles, 1);
    Require.between("max-share", maxShare, 0.001, 1);
    Require.atLeast("pair-titles", pairTitles, 1);
    Require.between("dimensions", dimensions, 2, 1000);
    Require.between("sample", sample, 100, 10_000_000);
    Require.between("starts", starts, 1, 1000);
    Require.between("iterations", iterations, 1, 1000);
    Require.between("refinements", refinements, 0, 1000);
    Require.between("partitions", partitions, 1, 100_000);
  }

  /**
   * How many themes there may be: the job chooses by what it measures.
   *
   * @param min themes at least, where there are texts enough
   * @param max themes at most; {@code min} for a number that is given
   */
  public record Count(int min, int max) {
    public Count {
      Require.between("min", min, 2, 1000);
      Require.between("max", max, min, 1000);
    }
  }
}
