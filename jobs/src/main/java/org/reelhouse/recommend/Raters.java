package org.reelhouse.recommend;

import java.io.Serializable;

/** For each title the users who rated it, one bit each: users / 8 bytes a title. */
final class Raters implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long[][] bits;

  Raters(RatingMatrix byTitle) {
    int words = (byTitle.columns() + Long.SIZE - 1) / Long.SIZE;
    bits = new long[byTitle.rows()][words];
    for (int title = 0; title < bits.length; title++) {
      for (int entry = byTitle.start(title); entry < byTitle.end(title); entry++) {
        int user = byTitle.column(entry);
        bits[title][user / Long.SIZE] |= 1L << user;
      }
    }
  }

  /** How many users rated both titles. */
  int common(int one, int other) {
    long[] left = bits[one];
    long[] right = bits[other];
    int count = 0;
    for (int word = 0; word < left.length; word++) {
      count += Long.bitCount(left[word] & right[word]);
    }
    return count;
  }
}
