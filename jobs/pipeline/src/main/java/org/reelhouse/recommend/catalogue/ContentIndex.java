package org.reelhouse.recommend.catalogue;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.recommend.links.TopScores;

/**
 * Compares titles by content: the cosine of their TF-IDF vectors in each group of terms, whether
 * they are of one kind, and how near their years are, each with its share; 0 to 1.
 *
 * <p>Titles are compared where they share a term that few have (inverted lists); the common terms
 * count only there. A title without such neighbours is compared with the most voted-for titles of
 * its rarest terms. So the cost of a title is bounded by its terms times the block.
 */
public final class ContentIndex implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Years apart at which nothing is left of the share of time. */
  private static final int FAR = 20;

  private final int[] starts;
  private final int[] terms;
  private final float[] weights;
  private final int[] listStarts;
  private final int[] listed;
  private final float[] listedWeights;
  private final boolean[] whole;
  private final int[] kinds;
  private final int[] years;
  private final float kindShare;
  private final float timeShare;

  private ContentIndex(
      TermVectors vectors,
      InvertedLists lists,
      Labels kinds,
      int[] years,
      RecommendSettings.Content settings) {
    starts = vectors.starts();
    terms = vectors.terms();
    weights = vectors.weights();
    listStarts = lists.starts();
    listed = lists.titles();
    listedWeights = lists.weights();
    whole = lists.whole();
    this.kinds =
        IntStream.range(0, years.length)
            .map(title -> kinds.start(title) < kinds.end(title) ? kinds.at(kinds.start(title)) : -1)
            .toArray();
    this.years = years;
    kindShare = (float) settings.kind();
    timeShare = (float) settings.time();
  }

  /**
   * The index of titles.
   *
   * @param years -1 where unknown
   * @param byVotes positions, the most voted-for first: those stand in lists that are cut
   */
  static ContentIndex of(
      List<ContentTerms> titles,
      Labels kinds,
      int[] years,
      int[] byVotes,
      RecommendSettings.Content settings) {
    TermVectors vectors = TermVectors.of(titles, settings);
    return new ContentIndex(
        vectors, InvertedLists.of(vectors, byVotes, settings.block()), kinds, years, settings);
  }

  /** How similar two titles are, 0 to 1. */
  public float similarity(int left, int right) {
    double sum = 0;
    int i = starts[left];
    int j = starts[right];
    while (i < starts[left + 1] && j < starts[right + 1]) {
      int order = Integer.compare(terms[i], terms[j]);
      if (order == 0) {
        sum += (double) weights[i++] * weights[j++];
      } else if (order < 0) {
        i++;
      } else {
        j++;
      }
    }
    if (kinds[left] >= 0 && kinds[left] == kinds[right]) {
      sum += kindShare;
    }
    if (years[left] >= 0 && years[right] >= 0) {
      sum += timeShare * Math.max(0, 1 - (double) Math.abs(years[left] - years[right]) / FAR);
    }
    return (float) Math.min(1, sum);
  }

  /** Finds similar titles for one title after the other; used by one thread alone. */
  public Finder finder() {
    return new Finder();
  }

  /** Finds similar titles. */
  public final class Finder {
    private static final int MORE = 2;
    private static final long LOW = 0xFFFFFFFFL;

    private final float[] sums = new float[kinds.length];
    private final int[] touched = new int[kinds.length];
    private int size;

    private Finder() {}

    /** The titles most similar to one among some, best first; never itself. */
    public TopScores similar(int title, BitSet among, int count) {
      return similar(title, among::get, count);
    }

    /** The same among all titles. */
    public TopScores similar(int title, int count) {
      return similar(title, other -> true, count);
    }

    private TopScores similar(int title, IntPredicate among, int count) {
      size = 0;
      for (int place = starts[title]; place < starts[title + 1]; place++) {
        if (whole[terms[place]]) {
          addList(title, place, among);
        }
      }
      addCutLists(title, among, count);
      int[] nearest = nearest(MORE * count);
      TopScores top = new TopScores(count);
      for (int other : nearest) {
        top.offer(other, similarity(title, other));
      }
      return top;
    }

    /** The rarest first, for as long as there are too few to choose from. */
    private void addCutLists(int title, IntPredicate among, int count) {
      if (size >= count) {
        return;
      }
      int[] cut =
          IntStream.range(starts[title], starts[title + 1])
              .filter(place -> !whole[terms[place]])
              .boxed()
              .sorted((one, other) -> Float.compare(weights[other], weights[one]))
              .mapToInt(Integer::intValue)
              .toArray();
      for (int next = 0; next < cut.length && size < MORE * count; next++) {
        addList(title, cut[next], among);
      }
    }

    private void addList(int title, int place, IntPredicate among) {
      int term = terms[place];
      for (int i = listStarts[term]; i < listStarts[term + 1]; i++) {
        int other = listed[i];
        if (other != title && among.test(other)) {
          if (sums[other] == 0) {
            touched[size++] = other;
          }
          sums[other] += weights[place] * listedWeights[i];
        }
      }
    }

    /** The positions, ascending, with the greatest sums; leaves the sums empty for the next. */
    private int[] nearest(int count) {
      // Sum and position in one number, the lower position of equal sums the greater: to sort all
      // that were touched would cost more than everything else.
      long[] best = new long[Math.min(count, size)];
      int kept = 0;
      for (int i = 0; i < size; i++) {
        int other = touched[i];
        long key = (long) Float.floatToIntBits(sums[other]) << Integer.SIZE | (~other & LOW);
        sums[other] = 0;
        if (kept < best.length || key > best[kept - 1]) {
          int place = kept < best.length ? kept++ : kept - 1;
          for (; place > 0 && best[place - 1] < key; place--) {
            best[place] = best[place - 1];
          }
          best[place] = key;
        }
      }
      return Arrays.stream(best, 0, kept).mapToInt(key -> ~(int) key).sorted().toArray();
    }
  }
}
