package org.reelhouse.recommend.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.text.DocumentFrequencies;
import org.reelhouse.text.InverseDocumentFrequency;

/**
 * TF-IDF vectors of titles, laid out one after the other with ascending terms. The terms of a group
 * weigh their {@link InverseDocumentFrequency} over the length of all the group's terms, times the
 * root of the group's share: so the product of two vectors is the sum of the groups' cosines, each
 * times its share. Of each group those terms are kept that weigh most and stand in two titles or
 * more.
 */
final class TermVectors {
  private final int[] starts;
  private final int[] terms;
  private final float[] weights;
  private final int[] frequencies;

  private TermVectors(int[] starts, int[] terms, float[] weights, int[] frequencies) {
    this.starts = starts;
    this.terms = terms;
    this.weights = weights;
    this.frequencies = frequencies;
  }

  static TermVectors of(List<ContentTerms> titles, RecommendSettings.Content settings) {
    Dictionary dictionary = Dictionary.of(titles);
    double[] roots = {
      Math.sqrt(settings.text()), Math.sqrt(settings.people()), Math.sqrt(settings.genres())
    };
    int[] starts = new int[titles.size() + 1];
    int most = ContentTerms.GROUPS * settings.terms();
    int[] terms = new int[Math.multiplyExact(titles.size(), most)];
    float[] weights = new float[terms.length];
    int size = 0;
    for (int title = 0; title < titles.size(); title++) {
      long[] kept = dictionary.kept(titles.get(title), roots, settings.terms());
      for (long one : kept) {
        terms[size] = (int) (one >>> Integer.SIZE);
        weights[size++] = Float.intBitsToFloat((int) one);
      }
      starts[title + 1] = size;
    }
    return new TermVectors(
        starts, Arrays.copyOf(terms, size), Arrays.copyOf(weights, size), dictionary.frequencies());
  }

  int[] starts() {
    return starts.clone();
  }

  int[] terms() {
    return terms.clone();
  }

  float[] weights() {
    return weights.clone();
  }

  /** Titles that have each term, kept or not. */
  int[] frequencies() {
    return frequencies.clone();
  }

  /** The terms of all titles, each named by its place among them. */
  private record Dictionary(DocumentFrequencies terms) {
    static Dictionary of(List<ContentTerms> titles) {
      return new Dictionary(
          DocumentFrequencies.of(
              titles.size(),
              titles.stream()
                  .flatMapToInt(
                      title ->
                          IntStream.range(0, ContentTerms.GROUPS)
                              .flatMap(group -> Arrays.stream(title.group(group))))));
    }

    int[] frequencies() {
      return terms.frequencies();
    }

    /** Terms and, in the lower half, the bits of their weights; ascending by term. */
    long[] kept(ContentTerms title, double[] roots, int most) {
      return IntStream.range(0, ContentTerms.GROUPS)
          .mapToObj(group -> kept(title.group(group), roots[group], most))
          .flatMapToLong(Arrays::stream)
          .sorted()
          .toArray();
    }

    private long[] kept(int[] group, double root, int most) {
      int[] places = Arrays.stream(group).map(terms::place).toArray();
      double squares = 0;
      for (int term : places) {
        squares += idf(term) * idf(term);
      }
      if (squares == 0 || root == 0) {
        return new long[0];
      }
      double scale = root / Math.sqrt(squares);
      // The rarest first, of equally rare ones the lower: one number holds both.
      return Arrays.stream(places)
          .filter(term -> terms.frequency(term) > 1 && terms.frequency(term) < terms.texts())
          .mapToLong(term -> (long) terms.frequency(term) << Integer.SIZE | term)
          .sorted()
          .limit(most)
          .map(
              one -> {
                int term = (int) one;
                int bits = Float.floatToIntBits((float) (scale * idf(term)));
                return (long) term << Integer.SIZE | bits;
              })
          .toArray();
    }

    private double idf(int term) {
      return InverseDocumentFrequency.of(terms.texts(), terms.frequency(term));
    }
  }
}
