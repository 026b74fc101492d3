package org.reelhouse.text;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * In how many texts each term stands. A term is a {@link TextHash}, and is known by its place among
 * all terms in ascending order.
 */
public final class DocumentFrequencies {
  private final int texts;
  private final int[] terms;
  private final int[] frequencies;

  private DocumentFrequencies(int texts, int[] terms, int[] frequencies) {
    this.texts = texts;
    this.terms = terms;
    this.frequencies = frequencies;
  }

  /**
   * Counts the terms of texts.
   *
   * @param terms of one text after the other, in each once
   */
  public static DocumentFrequencies of(int texts, IntStream terms) {
    int[] all = terms.toArray();
    Arrays.parallelSort(all);
    int[] distinct = new int[all.length];
    int[] frequencies = new int[all.length];
    int size = 0;
    for (int i = 0; i < all.length; i++) {
      if (i == 0 || all[i] != all[i - 1]) {
        distinct[size++] = all[i];
      }
      frequencies[size - 1]++;
    }
    return new DocumentFrequencies(
        texts, Arrays.copyOf(distinct, size), Arrays.copyOf(frequencies, size));
  }

  /** Those of the terms that so many texts have or more. */
  public DocumentFrequencies atLeast(int least) {
    int[] places =
        IntStream.range(0, terms.length).filter(place -> frequencies[place] >= least).toArray();
    return new DocumentFrequencies(
        texts,
        Arrays.stream(places).map(place -> terms[place]).toArray(),
        Arrays.stream(places).map(place -> frequencies[place]).toArray());
  }

  /** How many texts were counted. */
  public int texts() {
    return texts;
  }

  /** All terms, ascending. */
  public int[] terms() {
    return terms.clone();
  }

  /** How many texts have each term, in the order of the terms. */
  public int[] frequencies() {
    return frequencies.clone();
  }

  /** The place of a term; negative where it is not among them. */
  public int place(int term) {
    return Arrays.binarySearch(terms, term);
  }

  /** How many texts have the term at a place. */
  public int frequency(int place) {
    return frequencies[place];
  }
}
