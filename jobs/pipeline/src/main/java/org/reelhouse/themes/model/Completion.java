package org.reelhouse.themes.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.reelhouse.clustering.Centres;
import org.reelhouse.clustering.Divisions;
import org.reelhouse.clustering.UnitVectors;
import org.reelhouse.themes.ThemesSettings;
import org.reelhouse.themes.corpus.CoOccurrence;
import org.reelhouse.themes.corpus.Vocabulary;

/**
 * How much themes tell of words not yet read: document completion (Wallach et al. 2009). A fifth of
 * the texts is held out of all that themes are found by. The terms of such a text are parted in
 * four, and each part is foretold by the theme that the other three are nearest to. Few themes tell
 * little, and too many tell of the texts that they were found in.
 */
final class Completion {
  private static final int FIFTHS = 5;
  private static final int PARTS = 4;

  /** Terms of all themes that those of one are mixed with, so that each has a share. */
  private static final double[] PRIORS = {1_000, 3_000, 10_000};

  private final int[][] read;
  private final float[][] points;
  private final Divisions divisions;
  private final int refinements;
  private final int[][] heldOut;
  private final float[][][] rests;
  private final double[] shares;

  private Completion(
      int[][] read, int[][] heldOut, double[][] places, ThemesSettings settings, long seed) {
    this.read = read;
    this.points =
        Arrays.stream(read)
            .map(terms -> UnitVectors.unit(sum(terms, places, place -> true)))
            .map(UnitVectors::floats)
            .toArray(float[][]::new);
    this.divisions = ThemeModel.divisions(points, settings, seed);
    this.refinements = settings.refinements();
    this.heldOut = heldOut;
    this.rests =
        Arrays.stream(heldOut).map(terms -> rests(terms, places)).toArray(float[][][]::new);
    this.shares = shares(read, places.length);
  }

  /**
   * Finds themes in four fifths of some texts.
   *
   * @param texts the terms of each text, in an order by chance
   */
  static Completion of(int[][] texts, Vocabulary vocabulary, ThemesSettings settings, long seed) {
    int[][] read = some(texts, place -> place % FIFTHS > 0);
    int[][] heldOut = some(texts, place -> place % FIFTHS == 0 && texts[place].length > 1);
    CoOccurrence pairs = CoOccurrence.of(read, vocabulary.terms().size());
    TermSpace space = TermSpace.of(pairs, settings.dimensions(), settings.pairTitles(), seed);
    double[][] places = space.weighted(vocabulary.inverseFrequencies());
    return new Completion(read, heldOut, places, settings, seed);
  }

  private static int[][] some(int[][] texts, IntPredicate which) {
    return IntStream.range(0, texts.length)
        .filter(which)
        .mapToObj(place -> texts[place])
        .toArray(int[][]::new);
  }

  /** For each part of a text where its other parts are. */
  private static float[][] rests(int[] terms, double[][] places) {
    int parts = Math.min(PARTS, terms.length);
    return IntStream.range(0, parts)
        .mapToObj(part -> UnitVectors.floats(sum(terms, places, place -> place % parts != part)))
        .toArray(float[][]::new);
  }

  private static double[] sum(int[] terms, double[][] places, IntPredicate which) {
    double[] sum = new double[places[0].length];
    IntStream.range(0, terms.length)
        .filter(which)
        .forEach(place -> UnitVectors.add(sum, places[terms[place]]));
    return sum;
  }

  /**
   * Of all terms in the texts; each counts once more than it is there, so that none has no share.
   */
  private static double[] shares(int[][] texts, int terms) {
    double[] shares = new double[terms];
    Arrays.fill(shares, 1);
    Arrays.stream(texts).flatMapToInt(Arrays::stream).forEach(term -> shares[term]++);
    double all = Arrays.stream(shares).sum();
    return Arrays.stream(shares).map(share -> share / all).toArray();
  }

  /**
   * What so many themes add to the log likelihood of the terms of each text held out, in nats a
   * term, beside that of their shares in all texts. Of the weights of the prior the most
   * informative one is taken.
   */
  double[] gains(int themes) {
    List<int[]> clusters = divisions.clusters(Math.min(themes, divisions.most()));
    Centres centres = Centres.of(points, clusters).refined(points, refinements);
    int[][] holders = holders(centres);
    int[] sizes = Arrays.stream(holders).mapToInt(terms -> Arrays.stream(terms).sum()).toArray();
    int[][] nearest =
        Arrays.stream(rests)
            .map(parts -> Arrays.stream(parts).mapToInt(centres::nearest).toArray())
            .toArray(int[][]::new);
    double[] best = new double[0];
    for (double prior : PRIORS) {
      double[] gains =
          IntStream.range(0, heldOut.length)
              .mapToDouble(text -> gain(heldOut[text], nearest[text], holders, sizes, prior))
              .toArray();
      best = best.length == 0 || mean(gains) > mean(best) ? gains : best;
    }
    return best;
  }

  static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  /** The texts of each theme that hold each term. */
  private int[][] holders(Centres centres) {
    int[][] holders = new int[centres.count()][shares.length];
    for (int text = 0; text < read.length; text++) {
      int theme = centres.nearest(points[text]);
      for (int term : read[text]) {
        holders[theme][term]++;
      }
    }
    return holders;
  }

  private double gain(int[] terms, int[] themes, int[][] holders, int[] sizes, double prior) {
    double sum = 0;
    for (int place = 0; place < terms.length; place++) {
      int theme = themes[place % themes.length];
      double share = shares[terms[place]];
      sum += Math.log((holders[theme][terms[place]] / share + prior) / (sizes[theme] + prior));
    }
    return sum / terms.length;
  }
}
